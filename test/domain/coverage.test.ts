import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { coverage, type Hole, servicesOf } from '../../lambdas/domain/coverage.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { chooseRecipients } from '../../lambdas/domain/recipients.ts';
import { certificate, member, team } from '../support/alerts.ts';

const hour = 3_600_000;
const day = 24 * hour;
const from = Date.parse('2026-03-02T00:00:00Z');
const services = ['GoRide', 'GoCar'];
const policy = defaultPolicies[1];

/** What `chooseRecipients` says at one instant: the rule that paging itself goes by. */
function isHole(
  rota: ReturnType<typeof team>,
  hole: { service: string; page: string },
  at: number,
) {
  const asked = { service: hole.service, at, courses: ['sensitive-cases'], standingDown: [] };
  return chooseRecipients(rota, hole.page, asked).recipients.length === 0;
}

const date = fc.integer({ min: -5, max: 25 }).map((days) => {
  return new Date(from + days * day).toISOString().slice(0, 10);
});
const anyCertificates = fc.array(
  fc.record({
    course: fc.constantFrom('sensitive-cases', 'first-aid'),
    services: fc.constantFrom<'all' | string[]>('all', ['goride'], ['GoCar']),
    issuedOn: date,
    expiresOn: date,
    issuer: fc.constant('UN Women'),
  }),
  { maxLength: 3 },
);
const names = ['ana', 'budi', 'citra', 'dewi'];
const anyTeam = fc
  .record({
    certificates: fc.tuple(anyCertificates, anyCertificates, anyCertificates, anyCertificates),
    participants: fc.array(fc.constantFrom(...names, ''), { maxLength: 3 }),
    timeZone: fc.constantFrom('Asia/Jakarta', 'America/New_York', 'Asia/Jayapura'),
    hours: fc.constantFrom(6, 12, 36),
    handoff: fc.constantFrom('00:00', '08:30'),
    stand: fc.record({
      who: fc.constantFrom(...names, ''),
      after: fc.nat(400),
      length: fc.nat(90),
    }),
  })
  .map(({ certificates, participants, timeZone, hours, handoff, stand }) => {
    const start = from + stand.after * hour;
    const span = { start: iso(start), end: iso(start + (stand.length + 1) * hour) };
    return team({
      timeZone,
      members: names.map((name, index) =>
        member(name, {
          certificates: certificates[index],
          roles: name === 'dewi' ? ['responder', 'lead'] : ['responder'],
        }),
      ),
      rotations: [
        { name: 'primary', participants, start: '2026-02-20', shift: { hours }, handoff },
        {
          name: 'secondary',
          participants: ['budi'],
          start: '2026-03-05',
          shift: { days: 1 },
          handoff,
        },
      ],
      overrides: [{ rotation: 'primary', responderId: stand.who, ...span }],
    });
  });

test('a hole is there exactly when paging at that instant would find nobody', () => {
  const property = fc.property(anyTeam, fc.integer({ min: 0, max: 21 * 48 }), (rota, halfHours) => {
    const holes = coverage(rota, policy, { tier: 1, services, from, to: from + 21 * day });
    const at = from + (halfHours * hour) / 2;
    for (const service of services) {
      for (const [step, { page }] of policy.steps.entries()) {
        const here = holes.some((hole) => covers(hole, { service, step, at }));
        const expected = at < from + 21 * day && isHole(rota, { service, page }, at);
        assert.equal(here, expected, `${service} ${page} ${iso(at)}`);
      }
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('both ends of every hole are where paging changes, or where the question ends', () => {
  const property = fc.property(anyTeam, (rota) => {
    const to = from + 21 * day;
    for (const hole of coverage(rota, policy, { tier: 1, services, from, to })) {
      assert.ok(isHole(rota, hole, hole.from) && isHole(rota, hole, hole.to - 1));
      const next = (one: Hole, at: number) =>
        coverage(rota, policy, { tier: 1, services, from, to }).some(
          (other) => other.service === one.service && other.step === one.step && other.from === at,
        );
      if (hole.to < to) assert.ok(!isHole(rota, hole, hole.to) || next(hole, hole.to));
    }
  });
  fc.assert(property, { numRuns: 50 });
});

test('a tier that asks for no course has a hole only where nobody is on call', () => {
  const untrained = team({ members: [member('ana', { certificates: [] })] });
  const asked = { tier: 3 as const, services: ['GoRide'], from, to: from + day };
  assert.deepEqual(coverage(untrained, defaultPolicies[3], asked), [
    holeOf({ step: 1, page: 'secondary', reason: 'nobody_on_call' }),
  ]);
});

test('a certificate that ends leaves its hole from midnight of the team’s zone', () => {
  const ending = team({
    members: [member('ana', { certificates: [{ ...certificate, expiresOn: '2026-03-02' }] })],
  });
  const asked = { tier: 1 as const, services: ['GoRide'], from, to: from + day };
  const found = coverage(ending, { ...policy, steps: policy.steps.slice(0, 1) }, asked);
  // Midnight in Jakarta is 17:00 UTC.
  assert.deepEqual(found, [
    holeOf({ step: 0, page: 'primary', from: from + 17 * hour, reason: 'no_certificate' }),
  ]);
});

test('a policy may require several courses, and whoever lacks one of them leaves a hole', () => {
  const two = { ...policy, requiredCourses: ['sensitive-cases', 'first-aid'] };
  const asked = { tier: 1 as const, services: ['GoRide'], from, to: from + day };
  assert.equal(coverage(team(), two, asked).length, 4);
  const both = [certificate, { ...certificate, course: 'first-aid' }];
  const trained = team({ members: [member('ana', { certificates: both })] });
  assert.deepEqual(
    coverage(trained, two, asked).map((one) => one.page),
    ['secondary', 'lead'],
  );
});

test('the known services are asked for, and each other that a certificate names, once', () => {
  const named = member('ana', {
    certificates: [{ ...certificate, services: ['gocar', 'GoSend'] }],
  });
  assert.deepEqual(servicesOf(team({ members: [named] })), ['GoCar', 'GoRide', 'GoSend']);
});

function covers(hole: Hole, of: { service: string; step: number; at: number }): boolean {
  const isThat = hole.service === of.service && hole.step === of.step;
  return isThat && hole.from <= of.at && of.at < hole.to;
}

function holeOf(partial: Partial<Hole>): Hole {
  const base = { service: 'GoRide', from, to: from + day, reason: 'nobody_on_call' as const };
  return { ...base, step: 0, page: 'primary', ...partial };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
