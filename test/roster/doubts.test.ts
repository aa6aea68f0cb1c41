import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubts, doubtsOf } from '../../bin/roster/doubts.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { certificate, member, night, team } from '../support/alerts.ts';
import { Desk } from '../staff/desk.ts';

const policy = defaultPolicies[1];
const now = night;

function doubtful(partial: Partial<Team>): string[] {
  return doubts({ tier: 1, team: team(partial), policy, now });
}

test('of a team that is in order nothing is doubtful', () => {
  assert.deepEqual(doubtful({}), []);
});

test('what the team lacks and what nobody pages is told, the steps counted from 1', () => {
  const [primary] = team().rotations;
  const found = doubtful({
    members: team().members.slice(0, 3),
    rotations: [primary!, { ...primary!, name: 'nights' }],
    overrides: [
      {
        rotation: 'primary',
        responderId: 'eka',
        start: '2026-04-01T00:00Z',
        end: '2026-04-02T00:00Z',
      },
      {
        rotation: 'days',
        responderId: 'ana',
        start: '2026-04-01T00:00Z',
        end: '2026-04-02T00:00Z',
      },
    ],
  });
  assert.deepEqual(found, [
    'nobody has the role lead: the last resort would page nobody',
    'step 2 pages secondary, which the team does not have',
    'step 4 pages lead, which the team does not have',
    'no step of the policy pages the rotation nights',
    'override 1 counts for nothing: eka is no member',
    'override 2 counts for nothing: there is no rotation days',
  ]);
});

test('a hole is told once for all its services and weeks, in the team’s own time', () => {
  const members = team().members.map((one) =>
    one.responderId === 'ana' ? member('ana', { certificates: [] }) : one,
  );
  const [primary, secondary] = team().rotations;
  const weekly = { ...primary!, participants: ['ana', 'citra'] };
  assert.deepEqual(doubtful({ members, rotations: [weekly, secondary!] }), [
    'nobody on call as primary has the certificate for GoCar, GoRide: now until Thu 5 Mar 2026 08:00 WIB; Thu 12 Mar 2026 08:00 WIB until Thu 19 Mar 2026 08:00 WIB; Thu 26 Mar 2026 08:00 WIB until Thu 2 Apr 2026 08:00 WIB; and 4 times more',
  ]);
});

test('a certificate that covers one service only leaves a hole for the other', () => {
  const gocar = { ...certificate, services: ['GoCar'], expiresOn: '2026-04-30' };
  const members = team().members.map((one) =>
    member(one.responderId, { ...one, certificates: [gocar] }),
  );
  const found = doubtful({ members });
  assert.ok(
    found.includes('nobody on call as primary has the certificate for GoRide: from now on'),
  );
  assert.ok(
    found.includes(
      'nobody among the leads has the certificate for GoCar: from Fri 1 May 2026 00:00 WIB on',
    ),
  );
  assert.ok(found.includes('nobody on the team has the certificate for GoRide: from now on'));
});

test('the warnings of the staff API’s answer read as what was told before it was asked', async () => {
  const [primary] = team().rotations;
  const wanted = team({
    members: [member('ana', { certificates: [{ ...certificate, expiresOn: '2026-03-31' }] })],
    rotations: [{ ...primary!, participants: ['ana', ''] }],
  });
  const desk = new Desk();
  const { body } = await desk.put('/teams/1', wanted, '"0"');
  const foreseen = doubts({ tier: 1, team: wanted, policy, now: desk.memory.now });
  assert.ok(foreseen.length > 3);
  // A desk's clock is never quite the server's.
  for (const clock of [0, -30_000, 30_000]) {
    assert.deepEqual(doubtsOf(body, wanted, desk.memory.now + clock), foreseen);
  }
});
