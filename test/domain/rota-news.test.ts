import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { emptyMemory, type RotaMemory } from '../../lambdas/domain/rota-memory.ts';
import { rememberNews, rotaNews, type RotaNews } from '../../lambdas/domain/rota-news.ts';
import type { Override, Team } from '../../lambdas/domain/team.ts';
import { certificate, member, team } from '../support/alerts.ts';

const day = 86_400_000;
/** 08:00 in Jakarta. */
const morning = Date.parse('2026-06-01T01:00:00Z');
const policy = defaultPolicies[1];

/** Looks at a rota each morning and tells all that it finds; answers with what came up on which day. */
function mornings(rotaOn: (dayNumber: number) => Team, days: number) {
  const found: (RotaNews & { day: number })[] = [];
  let memory: RotaMemory = emptyMemory;
  for (let number = 0; number < days; number += 1) {
    const [now, rota] = [morning + number * day, rotaOn(number)];
    const news = rotaNews(rota, policy, { tier: 1, now, told: memory });
    const again = rememberNews(memory, news, { team: rota, now });
    assert.deepEqual(
      rotaNews(rota, policy, { tier: 1, now, told: again }),
      { certificates: [], holes: [] },
      'a run that comes again tells nothing twice',
    );
    memory = JSON.parse(JSON.stringify(again)) as RotaMemory;
    if (news.certificates.length + news.holes.length > 0) found.push({ ...news, day: number });
  }
  return found;
}

const holding = (...certificates: Partial<typeof certificate>[]) =>
  member('ana', { certificates: certificates.map((one) => ({ ...certificate, ...one })) });
const others = ['budi', 'citra'].map((name) => member(name));
const lead = member('dewi', { roles: ['lead'] });
const covered = team({ members: [member('ana'), ...others, lead] });

test('a certificate is told 30, 14 and 3 days before it ends, each time once, and not after', () => {
  const rota = team({ members: [holding({ expiresOn: '2026-07-11' }), ...others, lead] });
  const told = mornings(() => rota, 60).flatMap((on) =>
    on.certificates.map((one) => [on.day, one.daysLeft, one.within]),
  );
  assert.deepEqual(told, [
    [10, 30, 30],
    [26, 14, 14],
    [37, 3, 3],
  ]);
});

test('one that is seen late is told for what it is, not for what was missed', () => {
  const rota = team({ members: [holding({ expiresOn: '2026-06-11' }), ...others, lead] });
  const told = mornings(() => rota, 15).flatMap((on) => on.certificates.map((one) => one.within));
  assert.deepEqual(told, [14, 3]);
});

test('the last day is counted in the zone of the team', () => {
  const at = Date.parse('2026-06-01T15:30:00Z');
  const leftIn = (timeZone: string) => {
    const members = [holding({ expiresOn: '2026-06-02' })];
    const asked = { tier: 1 as const, now: at, told: emptyMemory };
    return rotaNews(team({ members, timeZone }), policy, asked).certificates[0]?.daysLeft;
  };
  assert.deepEqual([leftIn('Asia/Jakarta'), leftIn('Asia/Jayapura')], [1, 0]);
});

test('a certificate that another one follows without a day between is no news', () => {
  const ending = { expiresOn: '2026-06-10' };
  const newsOf = (...more: Partial<typeof certificate>[]) => {
    const members = [holding(ending, ...more), ...others, lead];
    return rotaNews(team({ members }), policy, { tier: 1, now: morning, told: emptyMemory });
  };
  assert.equal(newsOf({ issuedOn: '2026-06-11' }).certificates.length, 0);
  assert.equal(newsOf({ issuedOn: '2026-06-12' }).certificates.length, 1, 'a day without');
  assert.equal(newsOf({ services: ['GoCar', 'GoRide'] }).certificates.length, 0);
  assert.equal(newsOf({ services: ['GoCar'] }).certificates.length, 1, 'GoRide is left out');
  assert.equal(newsOf({ course: 'first-aid' }).certificates.length, 1, 'another course');
});

test('a course that ends for many on one day is told once, with the ids of all and no names', () => {
  const certificates = [{ ...certificate, expiresOn: '2026-06-14' }];
  const members = [...covered.members.slice(1), member('ana', { certificates })];
  members.push(member('eka', { certificates }));
  const { certificates: news } = rotaNews(team({ members }), policy, {
    tier: 1,
    now: morning,
    told: emptyMemory,
  });
  assert.deepEqual(news, [
    {
      course: 'sensitive-cases',
      services: 'all',
      expiresOn: '2026-06-14',
      daysLeft: 13,
      within: 14,
      required: true,
      responderIds: ['ana', 'eka'],
    },
  ]);
});

const gap = (fromDay: number, toDay: number): Override => ({
  rotation: 'primary',
  responderId: '',
  start: new Date(morning + fromDay * day).toISOString(),
  end: new Date(morning + toDay * day).toISOString(),
});
const withGaps = (...overrides: Override[]): Team => ({ ...covered, overrides });
const holesOf = (found: ReturnType<typeof mornings>) =>
  found.flatMap((on) =>
    on.holes.map((hole) => [on.day, (hole.from - morning) / day, (hole.to - morning) / day]),
  );

test('a hole is told once, as soon as it is less than 14 days away, for all services in one', () => {
  const found = mornings(() => withGaps(gap(20, 21.5)), 30);
  assert.deepEqual(holesOf(found), [[7, 20, 21.5]]);
  assert.deepEqual(found[0]!.holes, [
    {
      step: 0,
      page: 'primary',
      reason: 'nobody_on_call',
      from: morning + 20 * day,
      to: morning + 21.5 * day,
      services: ['GoCar', 'GoRide'],
    },
  ]);
});

test('a hole that is there already is told once, and not again each morning that it goes on', () => {
  assert.deepEqual(holesOf(mornings(() => withGaps(gap(-5, 10)), 20)), [[0, 0, 10]]);
});

test('a hole for ever is told again only when what was told of it runs out', () => {
  const days = holesOf(mornings(() => team({ rotations: [covered.rotations[0]!] }), 100));
  assert.deepEqual(
    days.map(([on]) => on),
    [0, 77],
  );
});

test('a hole that grows is told again, and one that shrinks is not', () => {
  const grows = mornings((on) => withGaps(gap(5, on < 2 ? 6 : 8)), 10);
  assert.deepEqual(holesOf(grows), [
    [0, 5, 6],
    [2, 5, 8],
  ]);
  const shrinks = mornings((on) => withGaps(gap(5, on < 2 ? 8 : 6)), 10);
  assert.deepEqual(holesOf(shrinks), [[0, 5, 8]]);
});

test('certificates that end leave a hole, which is told for the services that it is about', () => {
  const members = covered.members.map((one) => ({
    ...one,
    certificates: [{ ...certificate, services: ['GoCar'] }],
  }));
  const { holes } = rotaNews({ ...covered, members }, policy, {
    tier: 1,
    now: morning,
    told: emptyMemory,
  });
  assert.deepEqual(
    holes.map((one) => [one.page, one.services, one.reason]),
    ['primary', 'secondary', 'everyone', 'lead'].map((page) => [
      page,
      ['GoRide'],
      'no_certificate',
    ]),
  );
});

test('every hole of the next two weeks has been told by then, whatever the gaps', () => {
  const gaps = fc.array(
    fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 6 }))
      .map(([from, days]) => gap(from, from + days)),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(gaps, (overrides) => {
      const told = holesOf(mornings(() => withGaps(...overrides), 50));
      for (let at = 0.5; at < 45; at += 1) {
        const isGap = overrides.some(
          (one) =>
            Date.parse(one.start) <= morning + at * day && morning + at * day < Date.parse(one.end),
        );
        const tellings = told.filter(([, from, to]) => from! <= at && at < to!);
        assert.equal(tellings.length > 0, isGap, `day ${at}`);
        if (isGap) assert.ok(tellings[0]![0]! <= Math.max(0, Math.ceil(at) - 13), `day ${at}`);
      }
    }),
    { numRuns: 30 },
  );
});

test('a rota with hundreds of holes is told a hundred a day, the soonest first', () => {
  const hourly = { name: 'primary', start: '2026-05-01', shift: { hours: 1 }, handoff: '08:00' };
  const rota = {
    ...covered,
    rotations: [{ ...hourly, participants: ['ana', ''] }, covered.rotations[1]!],
  };
  const { holes } = rotaNews(rota, policy, { tier: 1, now: morning, told: emptyMemory });
  assert.equal(holes.length, 100);
  assert.ok(holes.at(-1)!.from < morning + 9 * day);
});
