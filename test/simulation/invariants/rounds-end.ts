import type { EscalationPolicy } from '../../../lambdas/domain/policy.ts';
import type { Invariant } from '../watch.ts';

/** A step is taken at most so much ahead of when it is due (ms); a press of an outage only makes it due. */
const early = 500;

/**
 * A policy bounds its rounds: an escalation takes no more steps than the policy that it began with
 * allows, pages nobody after the last of them, and then stands unanswered.
 */
export const roundsEnd: Invariant = (world, broken) => ({
  asked({ task: { read }, responderId }) {
    if (read?.status !== 'open' || read.policy?.tier !== read.tier) return;
    if (read.hop >= mostSteps(read.policy)) {
      broken(`${responderId} was paged after ${read.hop} steps, which are all`);
    }
  },
  stored({ task, over, alert }) {
    if (alert.policy === undefined || alert.policy.tier !== alert.tier) return;
    const most = mostSteps(alert.policy);
    if (alert.hop > most) broken(`${alert.hop} steps were taken of ${most}`);
    const looksOn =
      task?.worker.fn === 'pager' &&
      alert.status === 'open' &&
      over?.status === 'open' &&
      over.escalatedAt === alert.escalatedAt &&
      over.hop >= most &&
      over.turn !== alert.turn &&
      over.dueAt! - (world.time.now + task.worker.skew) <= early;
    if (looksOn && alert.unansweredSince === undefined) broken('all steps were taken in vain');
  },
});

function mostSteps({ steps, repeat }: EscalationPolicy): number {
  if (repeat.rounds === null) return Infinity;
  return steps.length + (repeat.rounds - 1) * (steps.length - (repeat.from ?? 0));
}
