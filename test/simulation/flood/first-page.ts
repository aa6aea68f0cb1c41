import type { Invariant } from '../watch.ts';

/** From when somebody is first due to be paged in a tier until their phone has an SMS (ms). */
const atOnce = 5_000;

/** Whoever is paged in a flood gets the first SMS at once. */
export const firstPage: Invariant = (world, broken) => {
  const dueSince = new Map<string, number>();
  const reached = new Set<string>();
  const arrived = (key: string) => {
    if (reached.has(key)) return;
    reached.add(key);
    const since = dueSince.get(key);
    const waited = since === undefined ? 0 : world.time.now - since;
    if (waited > atOnce) broken(`${key} waited ${Math.round(waited)} ms for the first SMS`);
  };
  return {
    answered({ press }) {
      const key = `tier ${press.tier} person-0`;
      if (!dueSince.has(key)) dueSince.set(key, world.time.now);
    },
    stored({ over, alert }) {
      // Each step of these floods is for one person, the first for person-0.
      if (over?.hop === alert.hop) return;
      const key = `tier ${alert.tier} person-${alert.hop}`;
      const dueAt = alert.nextStepAt ?? alert.dueAt;
      if (alert.hop > 1 || dueAt === undefined || reached.has(key)) return;
      dueSince.set(key, Math.min(dueAt, dueSince.get(key) ?? Infinity));
    },
    asked({ task, responderId }) {
      arrived(`tier ${task.read!.tier} ${responderId}`);
    },
    digested({ tier, responderId }) {
      arrived(`tier ${tier} ${responderId}`);
    },
    end() {
      for (const [key, since] of dueSince) {
        if (!reached.has(key) && world.time.now > since + atOnce) broken(`${key} got no SMS`);
      }
    },
  };
};
