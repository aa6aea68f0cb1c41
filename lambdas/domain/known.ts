import type { Alert, TimelineEntry } from './alert.ts';
import type { CaseFile } from './case-file.ts';
import type { Said } from './case.ts';
import type { ConsentEntry } from './script/consent.ts';
import { readPreferences } from './script/contact-preferences.ts';
import { type Intake, resume, type Situation } from './script/intake.ts';
import type { TripFact } from './script/schema.ts';
import { roleIn, type Trip } from './trip.ts';
import { readCompanion, readWishes } from './wishes.ts';

/** What is known of a case from elsewhere than the answers to its script. */
export interface Elsewhere {
  alert: Pick<Alert, 'silent' | 'duress' | 'role' | 'reporterId' | 'timeline'>;
  /** Oldest first. */
  said: readonly Said[];
  trip?: Trip;
}

/**
 * The intake with all that presses, reports and the record of the trip tell, so that nobody asks
 * for it. What was told last counts; but silence holds while anything asks for it, since a call that
 * was not made can still be made.
 */
export function knowing(intake: Intake, { alert, said, trip }: Elsewhere): Intake {
  const lastAnswer = intake.answers.at(-1)?.at ?? -Infinity;
  const earlier = said.filter((one) => one.at <= lastAnswer).map(wished);
  const later = said.filter((one) => one.at > lastAnswer).map(wished);
  const { known: _, ...told } = intake.situation;
  const situation = [...earlier, told, ...later].reduce(merge, {});
  const silent = alert.silent || alert.duress === true || situation.contact?.silent === true;
  return {
    ...begunAgain(intake, alert),
    situation: {
      role: alert.role ?? (trip && roleIn(trip, alert.reporterId)),
      ...situation,
      known: trip ? factsOf(trip) : [],
      contact: { ...situation.contact, ...(silent && { silent }) },
    },
    consents: withAgreed(intake.consents, said),
  };
}

/**
 * A contact that the person has ended begins again where they call for help after that. What a
 * responder does never begins it.
 */
export function begunAgain(intake: Intake, { timeline }: Pick<Alert, 'timeline'>): Intake {
  const { status, stoppedAt = Infinity } = intake;
  const calls = ({ at, what }: TimelineEntry) =>
    at > stoppedAt && (what === 'pressed' || what === 'reported');
  return status === 'stopped' && timeline.some(calls) ? resume(intake, 'reporter') : intake;
}

/** What was read before an erasure and is known no more by the time that the case is changed. */
export function stillSaid(said: readonly Said[], { erased }: Pick<CaseFile, 'erased'>): Said[] {
  return said.filter(({ at }) => at > (erased?.at ?? -Infinity));
}

type Told = Partial<Omit<Situation, 'known'>>;

function merge(before: Told, after: Told): Told {
  return { ...before, ...after, contact: { ...before.contact, ...after.contact } };
}

function wished({ contact, preferences }: Said): Told {
  const sent: Record<string, unknown> = { ...contact, ...preferences };
  const { responderGender } = readWishes(sent);
  const companion = readCompanion(sent);
  const stopWord = sent.stopWord ?? sent.safeWord;
  return {
    contact: readPreferences(sent),
    ...(responderGender && { responderGender }),
    ...(companion && { companion }),
    ...(typeof stopWord === 'string' && stopWord.trim() !== '' && { stopWord: stopWord.trim() }),
  };
}

/** Whoever named calls as their safe channel has agreed to be called, and nobody asks them again. */
function withAgreed(consents: readonly ConsentEntry[], said: readonly Said[]): ConsentEntry[] {
  const named = said.flatMap(({ at, contact, preferences }): ConsentEntry[] => {
    const { channels } = readPreferences({ ...contact, ...preferences });
    const given = channels?.includes('call');
    return given === undefined ? [] : [{ kind: 'call', given, at, by: 'reporter' }];
  });
  const isKnown = (entry: ConsentEntry) =>
    consents.some((one) => one.kind === entry.kind && one.at === entry.at && one.by === entry.by);
  // What they decided in so many words comes last where both have one time.
  return [...named.filter((entry) => !isKnown(entry)), ...consents].toSorted((a, b) => a.at - b.at);
}

function factsOf(trip: Trip): TripFact[] {
  return ['trip', 'driver', 'time', ...(trip.vehicle?.plate ? (['plate'] as const) : [])];
}
