import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Tier } from '../../lambdas/domain/policy.ts';
import { sweep, type SweeperPorts } from '../../lambdas/sweeper/sweep.ts';
import { night } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';

type Overdue = Partial<Record<Tier, number>>;

/** A sweeper that finds so many alerts of each tier, all of them overdue. */
function sweeper(overdue: Overdue, more: Partial<SweeperPorts> = {}) {
  const memory = new Memory();
  const asked: { tier: Tier; before: number; limit: number }[] = [];
  const store: SweeperPorts['store'] = {
    async overdue(tier, before, limit) {
      asked.push({ tier, before, limit });
      const count = Math.min(limit, overdue[tier] ?? 0);
      return Array.from({ length: count }, (_, index) => `alr_${tier}_${index}`);
    },
  };
  const { queue, clock, telemetry } = memory;
  return { memory, asked, ports: { store, queue, clock, telemetry, ...more } };
}

const sentOf = ({ hints }: Memory, tier: Tier) => hints.filter((one) => one.tier === tier);

test('what is overdue goes back to the queue of its tier, at once, the highest tier first', async () => {
  const { memory, ports } = sweeper({ 1: 2, 2: 1, 3: 1 });
  assert.deepEqual(await sweep(ports), { 1: 2, 2: 1, 3: 1 });
  assert.deepEqual(memory.hints, [
    { tier: 1, hint: { alertId: 'alr_1_0' }, delaySeconds: 0 },
    { tier: 1, hint: { alertId: 'alr_1_1' }, delaySeconds: 0 },
    { tier: 2, hint: { alertId: 'alr_2_0' }, delaySeconds: 0 },
    { tier: 3, hint: { alertId: 'alr_3_0' }, delaySeconds: 0 },
  ]);
  assert.deepEqual(memory.counts, ['AlertsSwept 1 2', 'AlertsSwept 2 1', 'AlertsSwept 3 1']);
});

test('what fell due a moment ago is left to its own message', async () => {
  const { asked, ports } = sweeper({});
  await sweep(ports);
  assert.deepEqual(
    asked.map(({ tier, before }) => [tier, before]),
    [1, 2, 3].map((tier) => [tier, night - 10_000]),
  );
});

test('a run has an end, and what is over it waits a minute, the lowest tier first', async () => {
  const { memory, asked, ports } = sweeper({ 1: 700, 2: 5_000, 3: 50 });
  assert.deepEqual(await sweep(ports), { 1: 700, 2: 300, 3: 0 });
  assert.equal(memory.hints.length, 1_000);
  assert.deepEqual(
    asked.map(({ tier, limit }) => [tier, limit]),
    [
      [1, 1_000],
      [2, 300],
    ],
  );
});

test('at most fifty are sent at a time', async () => {
  let running = 0;
  let most = 0;
  const send = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  };
  await sweep(sweeper({ 1: 130 }, { queue: { send } }).ports);
  assert.equal(most, 50);
});

for (const broken of [1, 2, 3] as const) {
  test(`tier ${broken} failing stops neither of the others, and is an error all the same`, async () => {
    const { memory, ports } = sweeper({ 1: 3, 2: 3, 3: 3 });
    const { queue, store } = ports;
    const out = () => Promise.reject(new Error('out'));
    const brokenQueue = {
      send: (tier: Tier, ...rest: [{ alertId: string }, number]) =>
        tier === broken ? out() : queue.send(tier, ...rest),
    };
    const brokenStore = {
      overdue: (tier: Tier, ...rest: [number, number]) =>
        tier === broken ? out() : store.overdue(tier, ...rest),
    };
    for (const part of [{ queue: brokenQueue }, { store: brokenStore }]) {
      memory.hints.length = 0;
      await assert.rejects(sweep({ ...ports, ...part }), AggregateError);
      for (const tier of [1, 2, 3] as const) {
        assert.equal(sentOf(memory, tier).length, tier === broken ? 0 : 3, `tier ${tier}`);
      }
      const { message, fields } = memory.failures.at(-1)!;
      assert.deepEqual([message, fields], ['tier not swept', { tier: broken }]);
    }
  });
}

test('nothing overdue is nothing sent and nothing counted', async () => {
  const { memory, ports } = sweeper({});
  assert.deepEqual(await sweep(ports), { 1: 0, 2: 0, 3: 0 });
  assert.deepEqual([memory.hints, memory.counts], [[], []]);
});
