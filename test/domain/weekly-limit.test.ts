import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { defaultPolicies, type EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
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

/** Whom an escalation asks, hop by hop, when nobody ever answers: for some hours, or to its end. */
function askedInTurn(of: { rota: Team; policy: EscalationPolicy; taken: Map<string, number> }) {
  let alert = alertOf();
  const asked: string[][] = [];
  for (let hop = 0; hop < 3 * of.policy.steps.length + 2; hop += 1) {
    const at = hop === 0 ? now : alert.dueAt!;
    const plan = planStep(alert, { team: of.rota, policy: of.policy, taken: of.taken }, at);
    const results = plan.recipients.map(({ responderId, name }) => {
      return { responderId, name, result: 'sent' as const };
    });
    alert = recordStep(alert, plan, results, at);
    asked.push(results.map((one) => one.responderId));
  }
  return asked;
}

test('whoever is asked without a limit is asked with it as well, and somebody at once', () => {
  const responders = ['ana', 'budi', 'citra', 'dewi'];
  const pages = fc.constantFrom('primary', 'secondary', 'everyone', 'lead');
  const anyPolicy = fc
    .record({
      steps: fc.array(
        pages.map((page) => ({ page, waitSeconds: 30 })),
        { minLength: 1, maxLength: 4 },
      ),
      rounds: fc.constantFrom(1, 2, 3, null),
      from: fc.nat(3),
    })
    .map(({ steps, rounds, from }) => {
      const repeat = { rounds, from: Math.min(from, steps.length - 1) };
      return { ...policy, steps, repeat, takenPerWeek: 3 };
    });
  const anyCertified = fc.subarray(responders).map((certified) => {
    const rota = team();
    const members = rota.members.map((one) =>
      certified.includes(one.responderId) ? one : { ...one, certificates: [] },
    );
    return { ...rota, members };
  });
  fc.assert(
    fc.property(anyPolicy, anyCertified, fc.subarray(responders), (of, rota, tired) => {
      const taken = new Map(tired.map((name) => [name, 3]));
      const limited = askedInTurn({ rota, policy: of, taken });
      const free = askedInTurn({ rota, policy: of, taken: new Map() });
      assert.ok(limited[0]!.length > 0, 'somebody is asked at once');
      const all = new Set(limited.flat());
      for (const name of new Set(free.flat())) assert.ok(all.has(name), `${name} is never asked`);
      const fresh = free.flat().some((name) => !tired.includes(name));
      if (!fresh) assert.deepEqual(limited[0], free[0], 'all are tired, so all are asked in turn');
    }),
    { numRuns: 300 },
  );
});
