import type { Invariant } from '../watch.ts';

/** Whoever cancels tier 1 may be forced to: only a responder ends such an alert, and until then it is due. */
export const cancelOfTier1: Invariant = (_, broken) => ({
  stored({ over, alert }) {
    if (over?.tier !== 1 || over.status === 'cancelled' || over.status === 'resolved') return;
    if (alert.status === 'cancelled') broken('a cancel ended an alert of tier 1');
    if (alert.status !== 'resolved' && alert.dueAt === undefined) {
      broken('nothing is due of an alert of tier 1 that nobody has ended');
    }
  },
});
