import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Invariant } from '../watch.ts';
import { leads, qualified, restOfRound } from '../world/cast.ts';

/** The sweeper comes every 60 s, leaves out what is due for less than 10, and its index lags (ms). */
export const withinASweep = 60_000 + 10_000 + 5_000;
/** Where nothing was lost and nobody died, the queue alone brings what is due (ms). */
const atOnce = 3_000;
/** Waits longer than the queue's are the sweeper's (ms). */
const longestDelay = 900_000;
/** What the queue keeps is out of the sweeper's sight; a dead pager's message is invisible for 180 s (ms). */
const withinAVisibility = 180_000 + 15_000;

/**
 * An accepted alert moves on when it is due, as soon as one sweep after the last fault, and each step
 * that is recorded was heard to reach, or to fail for, everybody who was due in it.
 */
export const paged: Invariant = (world, broken) => {
  const turnBegan = new Map<string, number>();
  /** Since when the queue alone has an alert. */
  const keptSince = new Map<string, number>();
  const { cast } = world.life;
  const skews = 2000 * world.life.skew;

  function notLate(alert: Alert) {
    if (alert.dueAt === undefined) return;
    const began = turnBegan.get(alert.alertId)!;
    // The first step of an escalation asks no clock when it is due.
    const starts = alert.status === 'open' && alert.hop === 0 && alert.attempts === 0;
    const dueAt = starts ? began : alert.dueAt;
    const waits = dueAt - began;
    const quick = world.troubles.calm && waits < longestDelay;
    const since = Math.max(began, dueAt, quick ? 0 : world.troubles.lastAt);
    const late = world.time.now - since;
    if (late > (quick ? atOnce : withinASweep) + (quick && starts ? 0 : skews)) {
      broken(`turn ${alert.turn} was due and not taken for ${Math.round(late / 1000)} s`);
    }
  }

  function reachedAll(before: Alert, after: Alert) {
    const taken = after.attempts === 0 ? after.hop - 1 : undefined;
    for (let hop = before.hop; hop < after.hop; hop += 1) {
      const due = qualified(cast, restOfRound(after.policy!, hop)[0]!, before.tier);
      const willing = due.filter((id) => !before.standingDown.includes(id));
      const recorded = after.pages
        .filter((one) => one.step === hop && one.result !== 'pending')
        .map((one) => one.responderId);
      const missed = willing.filter((id) => !recorded.includes(id));
      if (missed.length > 0) broken(`step ${hop} was taken without ${missed.join(', ')}`);
      if (hop === taken && due.length === 0) {
        const unpaged = leads(cast).filter((id) => !recorded.includes(id));
        if (unpaged.length > 0) broken(`nobody qualified, and not the lead ${unpaged.join(', ')}`);
      }
    }
  }

  function notKeptLong(alertId: string) {
    const since = Math.max(
      keptSince.get(alertId) ?? Infinity,
      world.troubles.lastAt,
      world.lastBack('queue'),
    );
    keptSince.delete(alertId);
    const late = world.time.now - since;
    if (late > withinAVisibility && world.queues.deadLetters === 0) {
      broken(`the queue kept it for ${Math.round(late / 1000)} s`);
    }
  }

  return {
    answered({ alertId }) {
      if (world.table.truth(alertId) === undefined) keptSince.set(alertId, world.time.now);
    },
    stored({ over, alert }) {
      notKeptLong(alert.alertId);
      if (over?.turn === alert.turn) return;
      if (over !== undefined) notLate(over);
      turnBegan.set(alert.alertId, world.time.now);
      const sameEscalation = over?.escalatedAt === alert.escalatedAt;
      if (sameEscalation && over.hop < alert.hop) reachedAll(over, alert);
    },
    end() {
      for (const alert of world.table.all()) notLate(alert);
      for (const alertId of keptSince.keys()) notKeptLong(alertId);
    },
  };
};
