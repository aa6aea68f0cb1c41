import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { type Action, respond } from '../../lambdas/domain/response.ts';
import { respondQualified, type Staffing } from '../../lambdas/domain/taking.ts';
import type { Member } from '../../lambdas/domain/team.ts';
import { alertOf, certificate, member, night, team } from '../support/alerts.ts';

const raisedAt = night + 60_000;
const now = raisedAt + 10_000;
const eka = { responderId: 'eka', name: 'Eka' };
const budi = { responderId: 'budi', name: 'Budi' };
const untrained = (responderId: string, more: Partial<Member> = {}) =>
  member(responderId, { certificates: [], ...more });

/** Eka, who has no certificate, was paged at tier 3; then Budi raised it. */
const before = recordPage(alertOf({ category: 'dispute' }), night);
const raised = respond(before, { do: 'raise', tier: 1 }, budi, raisedAt).alert;

function plan(alert: Alert, at: number) {
  return planStep(alert, { team: team() }, at);
}
function recordPage(alert: Alert, at: number, planned = plan(alert, at)) {
  return recordStep(alert, planned, [{ ...eka, result: 'sent' }], at);
}
const staffing = (more: Member[] = [], tier: 1 | 3 = 1): Staffing => ({
  tier,
  team: team({ members: [...team().members, ...more] }),
});
const tries = (alert: Alert, known: Staffing | undefined, by = eka, action?: Action) =>
  respondQualified(alert, action ?? { do: 'acknowledge' }, by, { now, staffing: known }).refused;

test('who was paged before a raise and lacks its course neither takes the alert nor ends it', () => {
  assert.equal(tries(before, undefined), undefined, 'before the raise they may');
  for (const known of [undefined, staffing(), staffing([untrained('eka')]), staffing([], 3)]) {
    assert.equal(tries(raised, known), 'untrained');
    assert.equal(tries(raised, known, eka, { do: 'resolve', outcome: 'person_safe' }), 'untrained');
  }
  assert.equal(tries(raised, undefined, eka, { do: 'notes', text: 'I know her' }), undefined);
});

test('a page of before the raise that is recorded after it gives no right either', () => {
  const late = recordPage(raised, now, plan(alertOf({ category: 'dispute' }), night));
  assert.deepEqual(
    late.pages.map((page) => page.tier),
    [undefined, 3],
  );
  assert.equal(tries(late, staffing([untrained('eka')])), 'untrained');
});

test('whom the new escalation has paged takes it, without anybody looking into the team', () => {
  assert.equal(tries(recordPage(raised, raisedAt + 1_000), undefined), undefined);
});

test('who holds the course for the service takes it though no page is recorded, and the lead always', () => {
  assert.equal(tries(raised, staffing([member('eka')])), undefined);
  assert.equal(tries(raised, staffing([untrained('eka', { roles: ['lead'] })])), undefined);
  const ofFood = [{ ...certificate, services: ['GoFood'] }];
  assert.equal(tries(raised, staffing([member('eka', { certificates: ofFood })])), 'untrained');
  const ended = [{ ...certificate, expiresOn: '2026-01-01' }];
  assert.equal(tries(raised, staffing([member('eka', { certificates: ended })])), 'untrained');
});

test('where nobody of the team could take it, anybody may', () => {
  const nobody = { tier: 1 as const, team: team({ members: [untrained('ana')] }) };
  assert.equal(tries(raised, nobody), undefined);
  assert.equal(tries(raised, { tier: 1 }), undefined, 'and where there is no team');
  const keptOut = { ...raised, keptOut: ['dewi'] };
  const dewi = { tier: 1 as const, team: team({ members: [member('dewi')] }) };
  assert.equal(tries(keptOut, dewi), undefined, 'who is kept out could not');
});

test('a policy that asks for nothing lets anybody take it, one that asks for more does not', () => {
  const policy = { ...plan(raised, now).policy, requiredCourses: [] };
  assert.equal(tries(raised, { ...staffing(), policy }), undefined);
  assert.equal(
    tries({ ...raised, policy }, undefined),
    undefined,
    'the frozen one is known already',
  );
  const more = { ...policy, requiredCourses: ['sensitive-cases', 'children'] };
  const known = { ...staffing([member('eka')]), policy: more };
  assert.equal(tries(raised, known), 'untrained');
});

test('who has it keeps what they may do, whatever their courses', () => {
  const owned = respond(raised, { do: 'acknowledge' }, eka, now).alert;
  assert.equal(tries(owned, staffing(), eka, { do: 'resolve', outcome: 'x' }), undefined);
  assert.equal(tries(owned, staffing()), undefined);
});
