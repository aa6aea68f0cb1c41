import type { TimelineEvent } from '../domain/alert.ts';
import type { Outcome } from '../domain/outcomes.ts';
import type { Category } from '../domain/policy.ts';
import { english } from './texts-en.ts';
import { indonesian } from './texts-id.ts';

/** The page's words. Indonesian is the source; English is its translation. */
export type Language = 'id' | 'en';

export interface Texts {
  /** Who vouches for it: Indonesian is the source, `machine` until a person has checked the rest. */
  translation: 'source' | 'machine' | 'checked';
  title: string;
  tier: string;
  open: string;
  closed: string;
  takenBy(name: string): string;
  yours: string;
  /** Until when the owner has to show progress, as local time. */
  progressBy(time: string): string;
  take: string;
  decline: string;
  declined: string;
  release: string;
  raise: string;
  resolve: string;
  note: string;
  saveNote: string;
  silent: string;
  unknownContact: string;
  duress: string;
  cancelRequested: string;
  onlyAfterTaking: string;
  guidanceTitle: string;
  guidance: string[];
  facts: {
    service: string;
    time: string;
    presses: string;
    role: string;
    trip: string;
    category: string;
    location: string;
  };
  roles: { rider: string; driver: string };
  noCategory: string;
  openMap: string;
  timeline: string;
  numbers: string;
  translated: string;
  badLink: string;
  badLinkDetail: string;
  tooLate(name: string): string;
  notYours(name: string): string;
  over: string;
  full: string;
  /** The tier asks for a course that they lack. */
  untrained: string;
  wrongInput: string;
  outcome: string;
  choose: string;
  outcomes: Record<Outcome, string>;
  events: Record<TimelineEvent, string>;
  categories: Record<Category, string>;
}

export const texts: Readonly<Record<Language, Texts>> = {
  id: indonesian,
  en: english,
};

/** Indonesian, unless English is asked for by `?lang=` or wished by the browser before it. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'id' || asked === 'en') return asked;
  const first = /\b(id|in|en)\b/i.exec(accepted ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'id';
}
