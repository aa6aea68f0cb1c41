import type { Alert, Owner, Shown } from './alert.ts';
import type { Tier } from './policy.ts';

/**
 * What the reporter's phone shows. After a cancel whoever holds the phone must not see whether it was
 * under duress, which leaves another alert behind than a plain one: open and of tier 1 where the
 * plain one is closed. So all of this goes by what the phone has shown and been told before, and by
 * what responders have done since.
 */

/** A cancel. Where the phone showed an ended alert it goes on to do so. */
export function shownAfterCancel(alert: Alert): Shown {
  const before = phoneStatus(alert);
  const ended = before === 'resolved' || before === 'cancelled';
  const tier = alert.shown?.tier ?? alert.tier;
  return {
    status: ended ? before : 'cancelled',
    tier,
    silent: alert.shown?.silent ?? alert.silent,
    ends: ended || tier > 1,
    since: alert.shown?.since,
  };
}

/** Another call for help after a cancel; `said` is the tier of what it says, where it says something. */
export function shownAfterCall(
  shown: Shown,
  { said = shown.tier, silent = false }: { said?: Tier; silent?: boolean },
  now: number,
): Shown {
  const worse = said < shown.tier;
  const reopens = worse || (shown.status !== undefined && shown.ends === true);
  return {
    tier: worse ? said : shown.tier,
    silent: (shown.silent ?? false) || silent,
    since: reopens ? now : shown.since,
  };
}

export function phoneStatus({ status, shown, owner, closedAt = 0 }: Alert): Alert['status'] {
  if (shown?.status !== undefined) return shown.status;
  const since = shown?.since;
  if (since === undefined) return status;
  if (status === 'acknowledged') return (owner?.since ?? 0) > since ? status : 'open';
  return status === 'open' || closedAt > since ? status : 'open';
}

/** Who helps, as the phone may show them. */
export function phoneOwner(alert: Alert): Owner | undefined {
  if (alert.shown?.status !== undefined) return undefined;
  const { owner, shown } = alert;
  return owner !== undefined && owner.since > (shown?.since ?? -Infinity) ? owner : undefined;
}

/** Since when nobody has taken it though every step was taken, as the phone may show it. */
export function phoneUnansweredSince({ unansweredSince, shown }: Alert): number | undefined {
  const since = shown?.since ?? -Infinity;
  return unansweredSince !== undefined && unansweredSince > since ? unansweredSince : undefined;
}
