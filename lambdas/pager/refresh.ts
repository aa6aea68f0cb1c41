import type { Tier } from '../domain/policy.ts';
import type { LaneStore, Telemetry } from '../ports.ts';
import type { PagerPorts } from './page.ts';

/** What a pager gets at every tick of its lane's schedule, in place of messages. */
export const refreshEvent = { refresh: true } as const;

export interface RefreshPorts {
  lane: LaneStore;
  lastSeen: PagerPorts['lastSeen'];
  telemetry: Pick<Telemetry, 'fail'>;
}

/**
 * Sees to it that a pager knows its team though nobody has pressed yet. Whatever goes wrong, what was
 * seen before stays: an old team is better than none.
 */
export async function refresh(ports: RefreshPorts, tier: Tier): Promise<void> {
  try {
    ports.lastSeen.set(tier, await ports.lane.loadLane(tier));
  } catch (error) {
    ports.telemetry.fail('team not refreshed', error, { tier });
  }
}
