import { type Alert, due, hurryOn, next, type Press, startPaging, tellOwner } from './alert.ts';
import { pressKey } from './ids.ts';
import { shownAfterCancel } from './shown.ts';

/**
 * What a cancel says. With `duress` somebody forces the reporter to cancel: the answer and all that
 * the phone shows from then on are those of a plain cancel, and help comes all the same.
 */
export interface CancelFacts {
  pressId: string;
  duress: boolean;
}

/** The answer that a cancel was given, or undefined where this one is new to the alert. */
export function knownCancel(alert: Alert, pressId: string): Press | undefined {
  const key = cancelKey(pressId);
  return alert.presses.find((press) => press.key === key);
}

/**
 * Takes a cancel. One of tier 1 never stops an alert by itself: a responder still makes sure that
 * the person is safe. The same object where the cancel is known already and says nothing new.
 */
export function cancel(alert: Alert, said: CancelFacts, now: number): Alert {
  const known = knownCancel(alert, said.pressId);
  const underDuress = said.duress && !alert.duress;
  if (known !== undefined && !underDuress) return alert;

  const ended = alert.status === 'resolved' || alert.status === 'cancelled';
  const shown = shownAfterCancel(alert);
  const press: Press = {
    key: cancelKey(said.pressId),
    at: now,
    count: alert.pressCount,
    status: shown.status ?? 'cancelled',
    tier: shown.tier,
  };
  const presses = known === undefined ? [...alert.presses, press] : alert.presses;
  const answered = { presses, shown };
  if (said.duress) return takeDuress(alert, answered, now);
  if (ended) return next(alert, answered);
  if (alert.tier > 1) {
    const closed = { status: 'cancelled' as const, closedAt: now, ...due(alert, undefined) };
    return next(alert, { ...answered, ...closed }, entry('cancelled', now));
  }
  const asked = { cancelRequested: true, ...tellOwner(alert, now) };
  return next(alert, { ...answered, ...asked }, entry('cancel_requested', now));
}

function takeDuress(alert: Alert, answered: Pick<Alert, 'presses' | 'shown'>, now: number): Alert {
  // Nobody may call or text a phone that somebody else holds.
  const marked = { ...answered, tier: 1 as const, duress: true, silent: true };
  return next(alert, { ...marked, ...helpNow(alert, now) }, entry('duress', now));
}

/** Whoever has the alert of tier 1 is told; a running escalation goes on at once. */
function helpNow(alert: Alert, now: number): Partial<Alert> {
  if (alert.tier > 1) return startPaging(alert, now);
  if (alert.status === 'acknowledged') return tellOwner(alert, now);
  return alert.status === 'open' ? hurryOn(alert, now) : startPaging(alert, now);
}

function entry(what: 'cancelled' | 'cancel_requested' | 'duress', at: number) {
  return { at, what, by: 'reporter' };
}

function cancelKey(pressId: string): string {
  return pressKey(`cancel ${pressId}`);
}
