import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { changes, handovers } from '../../bin/roster/changes.ts';
import type { Stored } from '../../bin/roster/changes.ts';
import { defaultPolicies, type EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { certificate, member, night, team } from '../support/alerts.ts';
import { anyPolicy, anyTeam } from './arbitrary.ts';

const policy = defaultPolicies[1];

/** The lines that a change of the team is told in, details below what they belong to. */
function told(after: Team, before = team()): string[] {
  return changes({ team: before, policy }, { team: after }).flatMap((one) => [
    `${one.sign} ${one.says}`,
    ...(one.details ?? []),
  ]);
}

function withFirst(partial: Partial<Team['members'][number]>): Team {
  const [first, ...rest] = team().members;
  return team({ members: [{ ...first!, ...partial }, ...rest] });
}

test('who joins and who leaves is told with what they can do, their phone by its last digits', () => {
  const [, ...rest] = team().members;
  const eka = member('eka', { phone: '+628111234567', roles: ['lead'] });
  assert.deepEqual(told(team({ members: [...rest, eka] })), [
    '+ eka Name (eka): lead; phone …567; sensitive-cases until 2027-12-31',
    '- ana Name (ana)',
  ]);
  const fajar = member('fajar', { phone: '+628111234568', certificates: [] });
  assert.deepEqual(told(team({ members: [...team().members, fajar] })), [
    '+ fajar Name (fajar): responder; phone …568; no certificate',
  ]);
});

test('what changes of a member is told field by field', () => {
  const before = withFirst({ phone: '+628111000101' });
  const after = withFirst({
    phone: '+628111000202',
    name: 'Ana Wijaya',
    gender: 'female',
    languages: ['id', 'en'],
    roles: ['responder', 'lead'],
  });
  assert.deepEqual(told(after, before), [
    '~ Ana Wijaya (ana)',
    'name ana Name → Ana Wijaya',
    'phone …101 → …202',
    'roles responder → responder, lead',
    'gender nothing → female',
    'languages nothing → id, en',
  ]);
  const alike = withFirst({ phone: '+628112000101' });
  assert.deepEqual(told(alike, before)[1], 'phone: another one that ends in …101');
});

test('a certificate is renewed, changed, new or gone', () => {
  const renewed = { ...certificate, issuedOn: '2027-01-01', expiresOn: '2029-12-31' };
  assert.deepEqual(told(withFirst({ certificates: [renewed] })).slice(1), [
    'certificate sensitive-cases renewed: from 2025-01-01 → 2027-01-01, until 2027-12-31 → 2029-12-31',
  ]);
  const shorter = { ...certificate, expiresOn: '2026-12-31' };
  assert.deepEqual(told(withFirst({ certificates: [shorter] })).slice(1), [
    'certificate sensitive-cases changed: until 2027-12-31 → 2026-12-31',
  ]);
  const other = { ...certificate, services: ['GoCar', 'GoRide'] };
  assert.deepEqual(told(withFirst({ certificates: [other] })).slice(1), [
    'new certificate: sensitive-cases for GoCar, GoRide until 2027-12-31',
    'no longer: sensitive-cases until 2027-12-31',
  ]);
});

test('turns are told by name, with the id where two have the same name', () => {
  const [primary, secondary] = team().rotations;
  const nights = { ...primary!, name: 'nights', participants: ['budi', ''], shift: { hours: 12 } };
  const after = team({
    rotations: [
      { ...primary!, participants: ['ana', 'citra'], handoff: '07:00', shift: { weeks: 1 } },
      nights,
    ],
  });
  assert.deepEqual(told(after), [
    '+ rotation nights: budi Name, nobody; 12 hours each from 2026-01-01, hand-off at 08:00',
    `- rotation ${secondary!.name}`,
    '~ rotation primary',
    'turns: ana Name → ana Name, citra Name',
    'each turn 7 days → 1 week',
    'hand-off at 08:00 → 07:00',
  ]);
  const members = [...team().members, member('ana-2', { name: 'ana Name' })];
  const swapped = team({
    members,
    rotations: [{ ...primary!, participants: ['ana-2'] }, secondary!],
  });
  assert.equal(told(swapped).at(-1), 'turns: ana Name (ana) → ana Name (ana-2)');
});

test('stand-ins are told in the team’s own time', () => {
  const override = {
    rotation: 'primary',
    responderId: 'citra',
    start: '2026-12-24T08:00:00+07:00',
    end: '2026-12-25T01:00:00Z',
  };
  const times = 'Thu 24 Dec 2026 08:00 WIB to Fri 25 Dec 2026 08:00 WIB';
  assert.deepEqual(told(team({ overrides: [override] })), [
    `+ override: citra Name stands in as primary, ${times}`,
  ]);
  const gap = { ...override, responderId: '' };
  assert.deepEqual(told(team(), team({ overrides: [gap] })), [
    `- override: nobody stands in as primary, ${times}`,
  ]);
});

test('a policy is told in people’s units, and not at all where the file has none', () => {
  const own: EscalationPolicy = {
    steps: [{ page: 'primary', waitSeconds: 90 }],
    repeat: { rounds: 3, slowAfterSeconds: 3600 },
    acknowledgeTimeoutSeconds: 3661,
    requiredCourses: [],
    takenPerWeek: 5,
  };
  const [change] = changes({ team: team(), policy }, { team: team(), policy: own });
  assert.deepEqual(change, {
    sign: '~',
    says: 'escalation policy',
    details: [
      'steps: primary 30 s, secondary 30 s, everyone 1 min, lead 1 min → primary 1 min 30 s',
      'rounds until somebody answers → 3',
      'later rounds begin with step 3 → not set',
      'wait in later rounds 2 min → not set',
      'wait in later rounds of an old alert 10 min → not set',
      'back to paging without progress for 5 min → 1 h 1 min 1 s',
      'courses asked for: those of the tier → none',
      'alerts a week before others are asked first: no limit → 5',
    ],
  });
  assert.deepEqual(changes({ team: team(), policy: own }, { team: team() }), []);
});

test('whose phone rings at once instead of whose is told apart', () => {
  const [primary, ...rest] = team().rotations;
  const after = team({ rotations: [{ ...primary!, participants: ['citra'] }, ...rest] });
  assert.deepEqual(handovers(team(), after, night), ['primary ana Name → citra Name']);
  const none = team({ rotations: rest });
  assert.deepEqual(handovers(team(), none, night), ['primary ana Name → nobody']);
  assert.deepEqual(handovers(team(), team(), night), []);
});

const twice = <Entry>(entry: Entry) => [entry, entry];

/** Two rosters that are the same, differ in one part, in an order, or altogether. */
const before = fc.record({ team: anyTeam, policy: anyPolicy }, { noNullPrototype: true });
const pair = fc
  .tuple(
    before,
    before,
    fc.constantFrom('same', 'part', 'order', 'twice', 'policy', 'all'),
    fc.nat(2),
  )
  .map(([one, other, how, part]): [Stored, Stored] => {
    const name = (['members', 'rotations', 'overrides'] as const)[part]!;
    const changed: Record<typeof how, Stored> = {
      same: structuredClone(one),
      part: { ...one, team: { ...one.team, [name]: other.team[name] } },
      order: { ...one, team: { ...one.team, [name]: one.team[name].toReversed() } },
      // Nothing forbids the same stand-in twice.
      twice: { ...one, team: { ...one.team, overrides: one.team.overrides.flatMap(twice) } },
      policy: { ...one, policy: other.policy },
      all: other,
    };
    return [one, changed[how]];
  });

test('nothing is told exactly where nothing is different', () => {
  fc.assert(
    fc.property(pair, ([old, now]) => {
      assert.equal(changes(old, now).length === 0, isDeepStrictEqual(old, now));
    }),
    { numRuns: 500 },
  );
});

test('no change tells a phone number', () => {
  fc.assert(
    fc.property(pair, ([old, now]) => {
      const said = JSON.stringify(changes(old, now));
      for (const { phone } of [...old.team.members, ...now.team.members]) {
        assert.ok(!said.includes(phone.slice(-7)));
      }
    }),
    { numRuns: 300 },
  );
});
