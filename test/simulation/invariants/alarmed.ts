import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Invariant } from '../watch.ts';
import { qualified, restOfRound } from '../world/cast.ts';

/** Wherever a step found nobody qualified, or the steps were gone through in vain, the alarm sounds. */
export const alarmed: Invariant = (world, broken) => {
  const { cast } = world.life;
  let unanswered = 0;
  let nobody = 0;

  function foundNobody(before: Alert, after: Alert): boolean {
    if (after.hop === before.hop) return false;
    const rest = restOfRound(after.policy!, before.hop);
    return rest.every((page) => qualified(cast, page, before.tier).length === 0);
  }

  return {
    stored({ task, over, alert }) {
      const tookStep =
        task?.worker.fn === 'pager' &&
        over?.status === 'open' &&
        alert.status === 'open' &&
        over.escalatedAt === alert.escalatedAt &&
        over.turn !== alert.turn &&
        // What the queue kept of a press or a report joins it through a pager, too.
        over.presses.at(-1)?.key === alert.presses.at(-1)?.key;
      if (!tookStep) return;
      if (over.hop >= alert.policy!.steps.length) unanswered += 1;
      if (foundNobody(over, alert)) nobody += 1;
      if (world.alarms.of('AlertUnanswered') < unanswered) broken('unanswered, and no alarm');
      if (world.alarms.of('NobodyOnCall') < nobody) broken('nobody on call, and no alarm');
    },
    end() {
      for (const { status, hop, policy, unansweredSince } of world.table.all()) {
        const stands = status === 'open' && policy !== undefined && hop > policy.steps.length;
        if (stands && unansweredSince === undefined) broken('unanswered, and it does not say so');
      }
    },
  };
};
