import type { Invariant } from '../watch.ts';

/** The queue rounds waits up to whole seconds (ms). */
const rounded = 2_000;
/** Pagers are busy in a flood (ms), but a digest takes longer. Those of tier 1 keep up. */
const busy = 10_000;

/** What waited for the table is through so long after it is back (ms). */
const backlog = 60_000;

/**
 * But while the table is out, a step waits as long as its policy says, whether its pages were sent or
 * wait for a digest.
 */
export const notDelayed: Invariant = (world, broken) => ({
  stored({ over, alert }) {
    const isOut = world.outUntil('table', 'pager') > 0;
    if (isOut || world.time.now < world.lastBack('table') + backlog) return;
    const tookStep = over !== undefined && over.hop < alert.hop && alert.attempts === 0;
    if (!tookStep || alert.policy === undefined || alert.hop > alert.policy.steps.length) return;
    const { waitSeconds } = alert.policy.steps[alert.hop - 1]!;
    const dueAt = alert.nextStepAt ?? alert.dueAt!;
    const waits = dueAt - world.time.now;
    const dueNow = over.nextStepAt ?? over.dueAt!;
    const late = over.hop === 0 ? 0 : world.time.now - dueNow;
    if (alert.tier === 1 && late > busy)
      broken(`step ${over.hop} came ${Math.round(late / 1000)} s late`);
    if (waits > waitSeconds * 1000 + rounded) {
      broken(`step ${alert.hop} waits ${Math.round(waits / 1000)} s instead of ${waitSeconds}`);
    }
  },
});
