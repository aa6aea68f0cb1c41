import type { Invariant } from '../watch.ts';
import { restOfRound } from '../world/cast.ts';

/** Where no page of a step went out, the next step is due at once, except at the end of a round. */
export const failedCostsNoWait: Invariant = (world, broken) => ({
  stored({ task, over, alert }) {
    const tookStep =
      task?.worker.fn === 'pager' &&
      alert.status === 'open' &&
      // A step that is tried again is not taken yet.
      alert.attempts === 0 &&
      over?.escalatedAt === alert.escalatedAt &&
      over.hop < alert.hop;
    if (!tookStep) return;
    const step = alert.hop - 1;
    const endsRound = restOfRound(alert.policy!, step).length === 1;
    const pages = alert.pages.filter((page) => page.step === step && page.at >= alert.escalatedAt);
    const wentOut = pages.some((page) => page.result !== 'failed');
    // What the queue kept has the times of a pager whose clock may be ahead of the one that stores it.
    const now = Math.max(world.time.now + task.worker.skew, pages.at(-1)?.at ?? 0);
    const wait = (alert.nextStepAt ?? alert.dueAt!) - now;
    if (!endsRound && !wentOut && wait > 0) {
      broken(`no page of step ${step} went out, and the next waits ${Math.round(wait)} ms`);
    }
  },
});
