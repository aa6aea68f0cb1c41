import assert from 'node:assert/strict';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import { type Life, words } from './life.ts';

/** A life of an alert: what leads up to it, what is told, and what is true afterwards. */
export interface Told {
  tier: Tier;
  /** Each of its calls goes wrong in one way alone in `npm test`, and not in each. */
  long?: true;
  before(life: Life): Promise<void>;
  told(life: Life): Promise<void>;
  ends: string;
  presses: number;
  /** Whose phone rings how often, by responder; the primary's once where absent. */
  pages?: string[];
  timeline: string[];
  /** What else is true. */
  holds?(life: Life): Promise<void>;
}

async function pressed(life: Life): Promise<void> {
  await life.press('p1');
  await life.paged();
}

async function taken(life: Life): Promise<void> {
  await pressed(life);
  await life.byLink('acknowledge');
}

const answer = { questionId: 'story', words };
const police = { kind: 'police' };

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
  'declined by the link, taken and handed back by staff': {
    tier: 2,
    long: true,
    before: pressed,
    async told(life) {
      await life.byLink('decline');
      await life.paged('secondary-2');
      await life.staff('acknowledge');
      await life.staff('release');
      await life.paged('secondary-2', 2);
      await life.staff('acknowledge');
    },
    ends: 'acknowledged',
    presses: 1,
    pages: ['primary-2', 'secondary-2', 'secondary-2'],
    timeline: 'opened paged declined acknowledged released nobody_on_call acknowledged'.split(' '),
  },
  'raised, lowered, ended and erased by staff': {
    tier: 3,
    long: true,
    before: pressed,
    async told(life) {
      await life.staff('raise', { reason: 'it is worse' });
      await life.paged('primary-2');
      await life.staff('keep-out', { responderId: 'stand-by-2', reason: 'knows them' });
      await life.staff('acknowledge');
      await life.staff('lower', { tier: 3, reason: 'it is not' });
      await life.staff('classify', { classification: 'dispute' });
      await life.staff('resolve', { outcome: 'person_safe' });
      await life.staff('erase', { reason: 'asked for in writing' });
    },
    ends: 'resolved',
    presses: 1,
    pages: ['primary-3', 'primary-2'],
    timeline: 'opened paged raised kept_out acknowledged lowered resolved erased'.split(' '),
    async holds(life) {
      const { sealed } = await life.opened();
      const { classification } = sealed as { classification: { as: string } | null };
      assert.equal(classification?.as, 'dispute');
    },
  },
  'gone through, handed back and raised by the link': {
    tier: 3,
    long: true,
    async before(life) {
      await life.tellTrip();
      await taken(life);
    },
    async told(life) {
      await life.byLink('answer', answer);
      await life.byLink('consent', { ...police, given: 'yes' });
      await life.byLink('step', police);
      await life.openLink();
      await life.byLink('release');
      await life.paged('secondary-3');
      await life.byLink('raise', { tier: 2 });
      await life.paged('primary-2');
      await life.staff('acknowledge');
    },
    ends: 'acknowledged',
    presses: 1,
    pages: ['primary-3', 'secondary-3', 'primary-2'],
    timeline: 'opened paged acknowledged released nobody_on_call raised acknowledged'.split(' '),
    async holds(life) {
      const { sealed } = await life.opened();
      const { answers, steps } = sealed as { answers: { words: string }[]; steps: unknown[] };
      const told = answers.filter((one) => one.words === words);
      assert.deepEqual([told.length, steps.length], [1, 1], 'what was said is kept once');
    },
  },
  'raised by a report, ended, asked after and erased by who told it': {
    tier: 3,
    long: true,
    before: pressed,
    async told(life) {
      await life.report({ category: 'harassment', answers: [answer] });
      await life.paged('primary-1');
      await life.locations();
      await life.staff('acknowledge');
      await life.heard(2);
      await life.staff('resolve', { outcome: 'person_safe' });
      await life.own('consents', { kind: 'call', given: false });
      await life.own('check-in', { answer: 'helped', words: 'terima kasih' });
      await life.own('erase');
    },
    ends: 'resolved',
    presses: 1,
    pages: ['primary-3', 'primary-1'],
    timeline: 'opened paged reported raised acknowledged resolved checked_in erased'.split(' '),
    async holds(life) {
      const { sealed, reads } = await life.opened();
      const { said, positions, erased } = sealed as Record<string, unknown[] | null>;
      assert.deepEqual([said, positions], [[], []]);
      assert.ok(erased !== null && !JSON.stringify(sealed).includes(words), 'erased is erased');
      assert.ok(reads.length >= 2, 'who has read it stays');
    },
  },
};
