import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { alertOf, member, night as now, team } from '../support/alerts.ts';

const policy = { ...defaultPolicies[1], takenPerWeek: 3 };
const names = (plan: ReturnType<typeof planStep>) =>
  plan.recipients.map((recipient) => recipient.responderId);

test('who has taken as many alerts as the limit is passed over for the next one, at no wait', () => {
  const taken = new Map([['ana', 3]]);
  const plan = planStep(alertOf(), { team: team(), policy, taken }, now);
  assert.deepEqual([names(plan), plan.hop, plan.nobodyOnCall], [['budi'], 1, false]);
  assert.deepEqual(
    plan.passed.map((entry) => [entry.what, entry.by]),
    [
      ['at_limit', 'ana'],
      ['nobody_on_call', undefined],
    ],
  );
});

test('below the limit, and where the policy sets none, everybody is asked in turn', () => {
  const below = planStep(alertOf(), { team: team(), policy, taken: new Map([['ana', 2]]) }, now);
  assert.deepEqual(names(below), ['ana']);
  const many = new Map([['ana', 99]]);
  const unlimited = { team: team(), policy: defaultPolicies[1], taken: many };
  assert.deepEqual(names(planStep(alertOf(), unlimited, now)), ['ana']);
});

test('the limit is never at the price of nobody: where all have reached it, all are asked', () => {
  const taken = new Map(['ana', 'budi', 'citra', 'dewi'].map((name) => [name, 5]));
  const plan = planStep(alertOf(), { team: team(), policy, taken }, now);
  assert.deepEqual([names(plan), plan.hop, plan.nobodyOnCall], [['ana'], 0, false]);
});

test('who has had enough is asked before who declined', () => {
  const two = team({ members: [member('ana'), member('budi')] });
  const taken = new Map([['budi', 3]]);
  const declined = { ...alertOf(), standingDown: ['ana'] };
  assert.deepEqual(names(planStep(declined, { team: two, policy, taken }, now)), ['budi']);
});

test('where a policy goes through its steps once and nobody answered, those at their limit are asked after all', () => {
  const once = { ...policy, steps: policy.steps.slice(0, 2), repeat: { rounds: 1 } };
  const taken = new Map([['ana', 3]]);
  let alert = alertOf();
  let at = now;
  const asked: string[][] = [];
  for (let step = 0; step < 5; step += 1) {
    const plan = planStep(alert, { team: team(), policy: once, taken }, at);
    asked.push(names(plan));
    // What does not go out at once is tried again.
    const result = step === 1 ? ('pending' as const) : ('sent' as const);
    const results = plan.recipients.map(({ responderId, name }) => ({ responderId, name, result }));
    alert = recordStep(alert, plan, results, at);
    at = alert.dueAt!;
  }
  assert.deepEqual(asked, [['budi'], ['ana'], ['ana'], [], []]);
  assert.notEqual(alert.unansweredSince, undefined);
  assert.equal(
    alert.timeline.filter((entry) => entry.what === 'paged' && entry.by === 'ana').length,
    1,
  );
});
