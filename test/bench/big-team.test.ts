import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bigTeam, longPolicy, quarter, services } from '../../bench/support/big-team.ts';
import { coverage } from '../../lambdas/domain/coverage.ts';
import { onCall } from '../../lambdas/domain/schedule.ts';
import { policySchema, teamSchema } from '../../lambdas/staff/schemas.ts';

test('The team and the policy that are measured are ones that the staff API takes.', () => {
  assert.equal(teamSchema.parse(bigTeam()).members.length, 300);
  policySchema.parse(longPolicy);
});

test('They give the domain something to do: everybody is on call, and certificates run out.', () => {
  const team = bigTeam();
  assert.equal(onCall(team, quarter.from).size, 5);
  const holes = coverage(team, longPolicy, { tier: 1, services, ...quarter });
  assert.deepEqual(new Set(holes.map((hole) => hole.service)), new Set(services));
  assert.ok(holes.length > 100 && holes.every((hole) => hole.reason === 'no_certificate'));
});
