import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { Invariant } from '../watch.ts';

/** Of one SMS a press; and what goes out before anybody can know that it is a flood. */
const share = 0.02;
const beforehand = 150;
/** Fewer presses of a tier than this are no flood. */
const many = 200;

/** Without a table there are no digests: each of two pagers tells each of three people so often (ms). */
const alone = { every: 30_000, pairs: 2 * 3 };

/** SMS cost more than all else, and nobody reads a hundred of them. */
export const few: Invariant = (world, broken) => {
  const outMs = 1000 * world.life.outages.reduce((sum, { seconds }) => sum + seconds, 0);
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
        const most = Math.max(beforehand, share * presses) + (alone.pairs * outMs) / alone.every;
        if (sms > most) broken(`${sms} SMS for ${presses} presses`);
      }
    },
  };
};
