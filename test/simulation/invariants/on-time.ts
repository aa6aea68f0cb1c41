import type { Invariant } from '../watch.ts';

/** A message may be up to this much ahead of what is due (ms). */
const tolerance = 500;

/** A step starts when it is due and not before; an early message goes back. */
export const onTime: Invariant = (world, broken) => ({
  asked({ task: { read, worker }, responderId }) {
    // The first step of an escalation is due at once.
    const starts = read?.status === 'open' && read.hop === 0 && read.attempts === 0;
    if (read?.dueAt === undefined || starts) return;
    const ahead = read.dueAt - (world.time.now + worker.skew);
    if (ahead > tolerance) broken(`${responderId} was paged ${Math.round(ahead)} ms too early`);
  },
  stored({ task, over, alert }) {
    if (alert.timeline.at(-1)?.what !== 'acknowledge_timed_out') return;
    if (over?.dueAt === undefined || task === undefined || over.timeline === alert.timeline) return;
    const ahead = over.dueAt - (world.time.now + task.worker.skew);
    if (over.status === 'acknowledged' && ahead > tolerance) {
      broken(`${over.owner?.responderId} lost it ${Math.round(ahead)} ms too early`);
    }
  },
});
