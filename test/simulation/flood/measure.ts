import type { World } from '../world/world.ts';

export interface Measured {
  accepted: number;
  alerts: number;
  sms: number;
  digests: number;
  /** Of tier 1: from the answer to the press until the first SMS of its alert (ms), sorted. */
  toFirstSms: number[];
}

/** Counts what a flood came to. */
export function measure(world: World): () => Measured {
  const openedAt = new Map<string, number>();
  const toFirstSms: number[] = [];
  let [accepted, sms, digests] = [0, 0, 0];
  world.watchers.push({
    answered: () => void (accepted += 1),
    stored({ over, alert }) {
      if (over === undefined && alert.tier === 1) openedAt.set(alert.alertId, world.time.now);
    },
    asked({ alertId }) {
      sms += 1;
      const opened = openedAt.get(alertId);
      if (opened === undefined) return;
      openedAt.delete(alertId);
      toFirstSms.push(world.time.now - opened);
    },
    digested() {
      sms += 1;
      digests += 1;
    },
  });
  return () => ({
    accepted,
    alerts: world.table.all().length,
    sms,
    digests,
    toFirstSms: toFirstSms.toSorted((a, b) => a - b),
  });
}
