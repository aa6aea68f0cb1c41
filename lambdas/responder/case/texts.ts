import type { Said } from '../../domain/case.ts';
import type { ContactVerdict } from '../../domain/script/contact-verdict.ts';
import type { Channel, ContactPreferences } from '../../domain/script/contact-preferences.ts';
import type { ConsentKind } from '../../domain/script/schema.ts';
import type { Verification } from '../../domain/trip.ts';
import type { Companion, Wishes } from '../../domain/wishes.ts';
import type { Partner } from '../../domain/referral/partners.ts';
import type { Language } from '../texts.ts';
import { english } from './texts-en.ts';
import { indonesian } from './texts-id.ts';

/** The words around a case. Indonesian is the source, as everywhere on the page. */
export interface CaseTexts {
  unrecorded: string;
  unreadable: string;
  contact: {
    title: string;
    mayNow(channels: string): string;
    mayNot: string;
    because: Record<NonNullable<ContactVerdict['because']>, string>;
    channels: Record<Channel, string>;
    hours: string;
    anyTime: string;
    ifCallDrops: string;
    drops: Record<NonNullable<ContactPreferences['ifCallDrops']>, string>;
    wishes: string;
    gender: Record<NonNullable<Wishes['responderGender']>, string>;
    companion: Record<Companion, string>;
    stopWord: string;
    child: string;
  };
  said: Record<'title' | 'nothing' | 'erased' | Said['kind'], string>;
  trip: {
    state: string;
    states: Record<Verification, string>;
    vehicle: string;
    started: string;
    ended: string;
    cancelled: string;
    unknown: string;
    other: string;
    otherCalled(code: string): string;
  };
  trail: {
    title: string;
    caption(from: string, to: string, points: number): string;
    picture: string;
  };
  script: {
    title: string;
    inTheirLanguage: string;
    machine: string;
    toSay: string;
    why: string;
    ownWords: string;
    save: string;
    /** The script's own labels are the person's language; these are the responder's. */
    skip: string;
    pause: string;
    resume: string;
    stop: string;
    /** Where nobody may make contact first. */
    onlyIfTheyCall: string;
    paused: string;
    stopped: string;
    finished: string;
    done(questions: number): string;
    told: string;
    by: string;
    person: string;
    skipped: string;
  };
  consent: {
    title: string;
    rule: string;
    kinds: Record<ConsentKind, string>;
    yes: string;
    no: string;
    withdraw: string;
    agreed: string;
    record: string;
    which: string;
    done: string;
    taken: string;
  };
  referral: {
    title: string;
    rule: string;
    afterConsent: string;
    offers: Record<Partner['offers'][number], string>;
    women: string;
    always: string;
    officeHours: string;
  };
  classification: string;
  notAsked: string;
  refused: Record<'stopped' | 'full' | 'not_agreed', string>;
  nothingGiven: string;
}

export const caseTexts: Readonly<Record<Language, CaseTexts>> = { id: indonesian, en: english };
