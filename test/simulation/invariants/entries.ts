import type { Alert, TimelineEntry } from '../../../lambdas/domain/alert.ts';

/** What a version adds to the timeline of the one before it, also where it folds what is old. */
export function newEntries(over: Alert | undefined, alert: Alert): TimelineEntry[] {
  if (over === undefined) return alert.timeline;
  if (!isFolded(over, alert)) return alert.timeline.slice(over.timeline.length);
  const last = over.timeline.at(-1)!;
  return alert.timeline.slice(alert.timeline.findLastIndex((entry) => isSame(entry, last)) + 1);
}

/** Of a long timeline's oldest entries only their number is kept. */
export function isFolded(over: Alert, alert: Alert): boolean {
  return alert.timeline.length < over.timeline.length;
}

export function isSame(one: TimelineEntry, other: TimelineEntry | undefined): boolean {
  return (
    one.at === other?.at &&
    one.what === other.what &&
    one.by === other.by &&
    one.text === other.text &&
    one.tier === other.tier
  );
}
