import { type Alert, hurryOn, next, startPaging, tellOwner, type TimelineEntry } from './alert.ts';
import { type Category, tierOf } from './policy.ts';
import { shownAfterCall } from './shown.ts';

/** What a person says afterwards of whether help came. */
export const answers = ['helped', 'not_helped', 'not_yet', 'need_help', 'not_now'] as const;
export type Answer = (typeof answers)[number];

export interface CheckIn {
  answer: Answer;
  /** What the words beside it say has happened, and where they say so, without the words. */
  triaged?: { category: Category; evidence: string };
  /** Words came with it, and were not known yet. */
  newWords: boolean;
}

/** Whether the answer itself asks for somebody, now. */
export function asksForHelp(answer: Answer): boolean {
  return answer === 'need_help' || answer === 'not_yet';
}

/** Since it ended last the person has said whether help came; nobody asks them again. */
export function hasCheckedIn({ timeline, closedAt = 0 }: Alert): boolean {
  return timeline.some((entry) => entry.what === 'checked_in' && entry.at >= closedAt);
}

/**
 * Takes the answer to a check-in. Whoever still needs help is helped at once: an ended alert is
 * opened again, a taken one tells its owner, and one that waits hurries on. It lifts the tier where
 * the words say something worse, and never lowers anything. The same object where all is known.
 */
export function checkIn(alert: Alert, said: CheckIn, now: number): Alert {
  const { answer, triaged } = said;
  const ended = alert.status === 'resolved' || alert.status === 'cancelled';
  const worse = triaged !== undefined && tierOf(triaged.category) < alert.tier;
  const needed = asksForHelp(answer) || worse;
  const last = alert.timeline.findLast((entry) => entry.what === 'checked_in');
  const same = last?.text === answer && last.at >= (alert.closedAt ?? 0);
  if (same && !said.newWords && !(needed && ended)) return alert;

  const tier = worse ? tierOf(triaged.category) : alert.tier;
  const by = 'reporter';
  const entries: TimelineEntry[] = [{ at: now, what: 'checked_in', by, text: answer }];
  if (triaged) entries.push({ at: now, what: 'triaged', by: 'siaga', text: triaged.evidence });
  if (!needed) return next(alert, {}, ...entries);

  if (ended) entries.push({ at: now, what: 'reopened', by, tier });
  if (worse) entries.push({ at: now, what: 'raised', by, tier });
  const change: Partial<Alert> = {
    tier,
    ...(worse && { category: triaged.category }),
    cancelRequested: undefined,
    shown:
      alert.shown &&
      shownAfterCall(alert.shown, { said: triaged && tierOf(triaged.category) }, now),
    ...(ended || worse ? startPaging(alert, now) : help(alert, now)),
  };
  return next(alert, change, ...entries);
}

function help(alert: Alert, now: number): Partial<Alert> {
  return alert.status === 'acknowledged' ? tellOwner(alert, now) : hurryOn(alert, now);
}
