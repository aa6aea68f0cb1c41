import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { Life } from './life.ts';

/** A life of an alert: what leads up to it, what is told, and the timeline that is true afterwards. */
export interface Told {
  tier: Tier;
  before(life: Life): Promise<void>;
  told(life: Life): Promise<void>;
  ends: string;
  presses: number;
  timeline: string[];
}

async function pressed(life: Life): Promise<void> {
  await life.press('p1');
  await life.paged();
}

async function taken(life: Life): Promise<void> {
  await pressed(life);
  await life.byLink('acknowledge');
}

export const lives: Record<string, Told> = {
  'pressed, paged, taken by the link and ended': {
    tier: 2,
    before: async () => {},
    async told(life) {
      await life.tellTrip();
      await pressed(life);
      await life.openLink();
      await life.byLink('acknowledge');
      await life.byLink('resolve', { outcome: 'person_safe' });
    },
    ends: 'resolved',
    presses: 1,
    timeline: ['opened', 'paged', 'acknowledged', 'resolved'],
  },
  'taken, pressed again, reported, followed and cancelled': {
    tier: 1,
    before: taken,
    async told(life) {
      await life.press('p2');
      await life.report();
      await life.locations();
      await life.cancel();
      await life.ownView();
    },
    ends: 'acknowledged',
    presses: 2,
    timeline: ['opened', 'paged', 'acknowledged', 'pressed', 'reported', 'cancel_requested'],
  },
  'taken, noted and ended by staff': {
    tier: 3,
    before: pressed,
    async told(life) {
      await life.staff('acknowledge');
      await life.staff('notes', { text: 'on it' });
      await life.staff('resolve', { outcome: 'person_safe' });
    },
    ends: 'resolved',
    presses: 1,
    timeline: ['opened', 'paged', 'acknowledged', 'noted', 'resolved'],
  },
};
