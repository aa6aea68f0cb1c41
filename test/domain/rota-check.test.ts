import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { canPageSomebody, rotaWarnings, unheardCourses } from '../../lambdas/domain/rota-check.ts';
import { member, team } from '../support/alerts.ts';

const from = Date.parse('2026-03-02T00:00:00Z');
const asked = { tier: 1 as const, from, to: from + 90 * 86_400_000 };
const policy = defaultPolicies[1];

test('a rota with everybody certified and on call has no warning', () => {
  assert.deepEqual(rotaWarnings(team(), policy, asked), []);
});

test('a hole is a warning for each service and step that it leaves without anybody', () => {
  const open = team({ rotations: team().rotations.slice(0, 1) });
  const warnings = rotaWarnings(open, policy, asked);
  const hole = { kind: 'hole', step: 1, page: 'secondary', reason: 'nobody_on_call' };
  assert.deepEqual(warnings, [
    { kind: 'no_rotation', step: 1, page: 'secondary' },
    { ...hole, service: 'GoCar', from: asked.from, to: asked.to },
    { ...hole, service: 'GoRide', from: asked.from, to: asked.to },
  ]);
});

test('a team without a lead, a rotation that no step pages and strangers in overrides are told', () => {
  const day = { start: '2026-03-03T00:00:00Z', end: '2026-03-04T00:00:00Z' };
  const odd = team({
    members: [member('ana'), member('budi')],
    rotations: [...team().rotations, { ...team().rotations[0]!, name: 'weekend' }],
    overrides: [
      { rotation: 'primary', responderId: 'gone', ...day },
      { rotation: 'nights', responderId: 'ana', ...day },
    ],
  });
  const kinds = rotaWarnings(odd, policy, asked).filter((one) => one.kind !== 'hole');
  assert.deepEqual(kinds, [
    { kind: 'no_lead' },
    { kind: 'no_rotation', step: 3, page: 'lead' },
    { kind: 'unused_rotation', rotation: 'weekend' },
    { kind: 'unknown_responder', override: 0, responderId: 'gone' },
    { kind: 'unknown_rotation', override: 1, rotation: 'nights' },
  ]);
});

test('a policy whose every step pages what the team does not have cannot page anybody', () => {
  const pages = (...names: string[]) => ({
    ...policy,
    steps: names.map((page) => ({ page, waitSeconds: 1 })),
  });
  assert.equal(canPageSomebody(team(), pages('tertiary', 'nights')), false);
  assert.equal(canPageSomebody(team({ members: [member('ana')] }), pages('lead')), false);
  assert.equal(canPageSomebody(team(), pages('tertiary', 'primary')), true);
  assert.equal(canPageSomebody(team(), pages('everyone')), true);

  const gaps = { ...team().rotations[0]!, name: 'nights', participants: ['', ''] };
  const idle = team({ rotations: [gaps] });
  assert.equal(canPageSomebody(idle, pages('nights')), false, 'nobody ever takes a turn');
  const span = { start: '2026-03-03T00:00:00Z', end: '2026-03-04T00:00:00Z' };
  const stand = { rotation: 'nights', responderId: 'ana', ...span };
  assert.equal(canPageSomebody({ ...idle, overrides: [stand] }, pages('nights')), true);
});

test('a course that nobody of the team has ever passed is found, however it is spelt', () => {
  const asking = (...requiredCourses: string[]) => ({ ...policy, requiredCourses });
  assert.deepEqual(unheardCourses(team(), asking('sensitive-cases', 'sensitive-case')), [
    'sensitive-case',
  ]);
  assert.deepEqual(unheardCourses(team(), policy), []);
  assert.deepEqual(unheardCourses(team({ members: [] }), asking('first-aid')), [], 'not hired yet');
});
