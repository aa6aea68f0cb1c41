import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  categories,
  defaultPolicies,
  type EscalationPolicy,
  isCategory,
  stepAt,
  tierOf,
} from '../../lambdas/domain/policy.ts';

const waits = (policy: EscalationPolicy, hops: number, age = 0) =>
  Array.from({ length: hops }, (_, hop) => {
    const step = stepAt(policy, hop, age);
    return step && `${step.page} ${step.waitSeconds}`;
  });

test('a button without a category and everything that endangers a person is tier 1', () => {
  assert.equal(tierOf(undefined), 1);
  for (const category of [
    'harassment',
    'sexual_assault',
    'violence',
    'threat',
    'abduction',
    'robbery',
    'crash',
    'medical',
    'hazard',
  ] as const) {
    assert.equal(tierOf(category), 1, category);
  }
  assert.equal(tierOf('other'), 2);
  assert.equal(tierOf('lost_item'), 3);
  assert.equal(categories.length, 16);
});

test('names that every object has are no categories', () => {
  assert.equal(isCategory('constructor'), false);
  assert.equal(isCategory('__proto__'), false);
  assert.equal(isCategory(7), false);
});

test('tier 1 goes through its four steps and then repeats the last two every two minutes', () => {
  assert.deepEqual(waits(defaultPolicies[1], 8), [
    'primary 30',
    'secondary 30',
    'everyone 60',
    'lead 60',
    'everyone 120',
    'lead 120',
    'everyone 120',
    'lead 120',
  ]);
});

test('tier 1 slows down to ten minutes after the first hour and never gives up', () => {
  assert.equal(stepAt(defaultPolicies[1], 100, 3_601)?.waitSeconds, 600);
  assert.equal(stepAt(defaultPolicies[1], 100, 3_600)?.waitSeconds, 120);
  assert.notEqual(stepAt(defaultPolicies[1], 1_000_000, 1e7), undefined);
});

test('tier 2 goes three rounds and tier 3 two, and then there is no step left', () => {
  assert.deepEqual(waits(defaultPolicies[2], 10), [
    'primary 120',
    'secondary 180',
    'lead 600',
    'primary 120',
    'secondary 180',
    'lead 600',
    'primary 120',
    'secondary 180',
    'lead 600',
    undefined,
  ]);
  assert.equal(waits(defaultPolicies[3], 5)[4], undefined);
});

test('any policy takes its first round as written and, where bounded, as many steps as its rounds say', () => {
  const policies = fc.record({
    steps: fc.array(
      fc.record({
        page: fc.constantFrom('primary', 'lead'),
        waitSeconds: fc.integer({ min: 1, max: 900 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    rounds: fc.integer({ min: 1, max: 5 }),
    from: fc.nat(5),
  });
  fc.assert(
    fc.property(policies, ({ steps, rounds, from }) => {
      const start = from % steps.length;
      const policy = { steps, repeat: { rounds, from: start }, acknowledgeTimeoutSeconds: 60 };
      const total = steps.length + (rounds - 1) * (steps.length - start);
      for (let hop = 0; hop < total; hop += 1) {
        const step = stepAt(policy, hop, 0);
        assert.ok(step !== undefined);
        assert.equal(step.page, steps[step.index]!.page);
        if (hop < steps.length) assert.equal(step.index, hop);
        else assert.ok(step.index >= start);
      }
      assert.equal(stepAt(policy, total, 0), undefined);
    }),
  );
});
