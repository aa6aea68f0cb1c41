import { type Tier, tierOf } from '../../../lambdas/domain/policy.ts';
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
  const { outages, says } = world.life;
  const outMs = 1000 * outages.reduce((sum, { seconds }) => sum + seconds, 0);
  const presses = Map.groupBy(says, ({ category }) => tierOf(category));
  const sms: Record<Tier, number> = { 1: 0, 2: 0, 3: 0 };
  const sent = (tier: Tier) => {
    sms[tier] += 1;
    const count = presses.get(tier)?.length ?? 0;
    const most = Math.max(beforehand, share * count) + (alone.pairs * outMs) / alone.every;
    if (count >= many && sms[tier] > most) broken(`${sms[tier]} SMS for ${count} presses`);
  };
  return {
    asked: ({ task }) => sent(task.read!.tier),
    digested: ({ tier }) => sent(tier),
  };
};
