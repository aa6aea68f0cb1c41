import { type ConsentEntry, may } from './script/consent.ts';
import type { ConsentKind } from './script/schema.ts';

/** What an alert ended with, of what the page offers; the value is what the timeline keeps. */
export const outcomes = [
  'person_safe',
  'handed_to_police',
  'referred',
  'not_reached',
  'false_alarm',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What stands where nobody said how it ended. */
export const notStated = 'not_stated';

/** Whether it is a name of ours, or of nothing said, and no words of somebody's. */
export function isOutcome(text: string): boolean {
  return text === notStated || outcomes.some((one) => one === text);
}

/** Outcomes that tell of a step which the person has to have agreed to. */
export const outcomeNeeds: Readonly<Partial<Record<string, ConsentKind>>> = {
  handed_to_police: 'police',
  referred: 'referral',
} satisfies Partial<Record<Outcome, ConsentKind>>;

/** An outcome that tells of a step rests on the consent to that step. */
export function mayEndAs(outcome: string, consents: readonly ConsentEntry[]): boolean {
  const needs = Object.hasOwn(outcomeNeeds, outcome) ? outcomeNeeds[outcome] : undefined;
  return needs === undefined || may(consents, needs);
}
