/** What an alert ended with, of what the page offers; the value is what the timeline keeps. */
export const outcomes = [
  'person_safe',
  'handed_to_police',
  'referred',
  'not_reached',
  'false_alarm',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Whether it is a name of ours, or of nothing said, and no words of somebody's. */
export function isOutcome(text: string): boolean {
  return text === 'not_stated' || outcomes.some((one) => one === text);
}
