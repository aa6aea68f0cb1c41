import { type Tier, tiers } from '../domain/policy.ts';
import type { Clock, DueStore, Queue, Telemetry } from '../ports.ts';

export interface SweeperPorts {
  store: DueStore;
  queue: Queue;
  clock: Clock;
  telemetry: Telemetry;
}

/** Younger than this, a due alert's own message is most likely just being handled (ms). */
const grace = 10_000;
/** More than this many a run would only pile up what the pagers cannot take in a minute. */
const mostARun = 1_000;
const sendAtOnce = 50;

/**
 * The safety net: whatever is overdue goes back to its tier's queue, the highest tier and the
 * oldest first. A tier that fails does not keep the others from being swept.
 */
export async function sweep(ports: SweeperPorts): Promise<Record<Tier, number>> {
  const before = ports.clock.now() - grace;
  const swept: Record<Tier, number> = { 1: 0, 2: 0, 3: 0 };
  const errors: unknown[] = [];
  let left = mostARun;
  for (const tier of tiers) {
    try {
      swept[tier] = await sweepTier(ports, tier, before, left);
      left -= swept[tier];
    } catch (error) {
      errors.push(error);
      ports.telemetry.fail('tier not swept', error, { tier });
    }
    if (swept[tier] > 0) ports.telemetry.count('AlertsSwept', tier, swept[tier]);
  }
  if (errors.length > 0) throw new AggregateError(errors, 'not every tier could be swept');
  return swept;
}

async function sweepTier(
  ports: SweeperPorts,
  tier: Tier,
  before: number,
  limit: number,
): Promise<number> {
  if (limit <= 0) return 0;
  const alertIds = await ports.store.overdue(tier, before, limit);
  for (let first = 0; first < alertIds.length; first += sendAtOnce) {
    const wave = alertIds.slice(first, first + sendAtOnce);
    await Promise.all(wave.map((alertId) => ports.queue.send(tier, { alertId }, 0)));
  }
  return alertIds.length;
}
