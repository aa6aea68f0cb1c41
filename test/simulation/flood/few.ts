import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { Invariant } from '../watch.ts';

/** Of one SMS a press; and what goes out before anybody can know that it is a flood. */
const share = 0.02;
const beforehand = 150;
/** Fewer presses of a tier than this are no flood. */
const many = 200;

/** SMS cost more than all else, and nobody reads a hundred of them. */
export const few: Invariant = (_world, broken) => {
  const counts: Record<Tier, { presses: number; sms: number }> = {
    1: { presses: 0, sms: 0 },
    2: { presses: 0, sms: 0 },
    3: { presses: 0, sms: 0 },
  };
  return {
    answered: ({ press }) => void (counts[press.tier].presses += 1),
    asked: ({ task }) => void (counts[task.read!.tier].sms += 1),
    digested: ({ tier }) => void (counts[tier].sms += 1),
    end() {
      for (const { presses, sms } of Object.values(counts)) {
        if (presses < many) continue;
        const most = Math.max(beforehand, share * presses);
        if (sms > most) broken(`${sms} SMS for ${presses} presses`);
      }
    },
  };
};
