import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Tier } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { certificate, member } from '../support/alerts.ts';
import { CalmWorld } from '../support/calm-world.ts';

/**
 * A supervisor's June: two services, three teams, four weeks of shifts. Nobody's clock is waited
 * for: the world stands still between one line and the next.
 */
const world = new CalmWorld('2026-05-29T03:00:00Z');

const everyService = certificate;
const gocarOnly = { ...certificate, services: ['GoCar'] };
const lead = member('lina', { roles: ['responder', 'lead'] });

const teams: Record<Tier, Team> = {
  // Weeks that change on Monday at 08:00 in Jakarta; nights stand by in twelve-hour shifts.
  1: {
    timeZone: 'Asia/Jakarta',
    members: [
      member('ana', { certificates: [everyService], handoffNotices: true }),
      member('budi', {
        handoffNotices: true,
        certificates: [{ ...everyService, expiresOn: '2026-06-17' }],
      }),
      member('citra', { certificates: [gocarOnly] }),
      member('dewi', { certificates: [everyService] }),
      lead,
    ],
    rotations: [
      weekly('primary', ['ana', 'budi', 'citra', 'dewi']),
      { ...weekly('secondary', ['dewi', 'ana']), shift: { hours: 12 }, handoff: '08:00' },
    ],
    overrides: [],
  },
  2: {
    timeZone: 'Asia/Makassar',
    members: [member('eka'), member('fajar'), lead],
    rotations: [weekly('primary', ['eka', 'fajar']), weekly('secondary', ['fajar', 'eka'])],
    overrides: [],
  },
  3: {
    timeZone: 'Asia/Jayapura',
    members: [member('gita', { certificates: [] }), member('hadi', { certificates: [] })],
    rotations: [weekly('primary', ['gita', 'hadi']), weekly('secondary', ['hadi', 'gita'])],
    overrides: [],
  },
};

function weekly(name: string, participants: string[]): Team['rotations'][number] {
  return { name, participants, start: '2026-06-01', shift: { weeks: 1 }, handoff: '08:00' };
}

async function put(tier: Tier): Promise<Record<string, unknown>[]> {
  const read = await world.staff('GET', `/teams/${tier}`);
  const ifMatch = { 'if-match': read.headers.get('etag')! };
  const answer = await world.staff('PUT', `/teams/${tier}`, teams[tier], ifMatch);
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { warnings: Record<string, unknown>[] }).warnings;
}

/** What somebody was told of their turns. */
function notices(responderId: string): string[] {
  const { phone } = member(responderId);
  return world.sms
    .filter((one) => one.phone === phone && one.text.includes('giliran'))
    .map((one) => one.text);
}

let budisCalendar: string;
let presses = 0;

/** Who is paged first when somebody presses now. */
async function firstPaged(service: string, category?: 'other' | 'lost_item'): Promise<string> {
  const tripId = `trip-${(presses += 1)}`;
  const alert = await world.press({ service, category, tripId, pressId: 'p' });
  const { pages } = world.alert(alert.alertId);
  await world.act(alert.alertId, pages[0]!.responderId, { do: 'resolve', outcome: 'safe' });
  return pages[0]!.responderId;
}

describe('A supervisor’s June', () => {
  before(async () => {
    await put(2);
  });

  test('29 May: the rota of June goes in, and its answer tells the holes of June', async () => {
    const warnings = await put(1);
    const primary = warnings.filter((one) => one.kind === 'hole' && one.page === 'primary');
    const june = primary.filter((one) => String(one.from) < '2026-07-01');
    assert.deepEqual(
      june.map(({ service, from, to, reason }) => [service, from, to, reason]),
      [
        // Before the rotations begin nobody is on call at all.
        ['GoCar', '2026-05-29T03:00:00.000Z', '2026-06-01T01:00:00.000Z', 'nobody_on_call'],
        // Citra's week, whose course was about GoCar alone.
        ['GoRide', '2026-05-29T03:00:00.000Z', '2026-06-01T01:00:00.000Z', 'nobody_on_call'],
        ['GoRide', '2026-06-15T01:00:00.000Z', '2026-06-22T01:00:00.000Z', 'no_certificate'],
      ],
    );
    // A team of tier 3 needs no course; what it lacks is a lead, and its policy asks for none.
    const third = await put(3);
    assert.deepEqual(
      third.filter((one) => one.kind !== 'hole').map((one) => one.kind),
      ['no_lead'],
    );
  });

  test('the holes of the month before it starts, asked for by name', async () => {
    const asked = 'tier=1&from=2026-06-01T01:00:00Z&to=2026-06-29T01:00:00Z';
    const answer = await world.staff('GET', `/coverage?${asked}`);
    const { holes } = (await answer.json()) as { holes: { page: string; service: string }[] };
    const found = holes.map(({ page, service }) => `${service} ${page}`);
    assert.deepEqual(found, ['GoRide primary']);
  });

  test('Monday 1 June, 08:00 in Jakarta: the first week is Ana’s, to the second', async () => {
    await world.until('2026-06-01T00:59:59Z');
    assert.equal(await firstPaged('GoRide'), 'ana', 'as the secondary’s stand-in: everyone');
    await world.until('2026-06-01T01:00:00Z');
    assert.equal(await firstPaged('GoCar'), 'ana');
    assert.equal(await firstPaged('GoCar', 'other'), 'eka');
    assert.equal(await firstPaged('GoRide', 'lost_item'), 'gita');
  });

  test('Ana wished to be told and was, before eight; Dewi, who stands by from then on, did not', () => {
    assert.deepEqual(notices('ana'), [
      'SIAGA T1 primary: giliran Anda mulai 08:00 WIB sampai Sen 8/6 08:00 WIB',
    ]);
    assert.deepEqual(notices('dewi'), []);
    const told = world.sms.find((one) => one.text.includes('giliran'))!;
    assert.equal(new Date(told.at).toISOString(), '2026-06-01T00:55:00.000Z');
  });

  test('8 June: what Budi is to have has been in his calendar all along', async () => {
    const answer = await world.staff('GET', '/calendars?tier=1');
    const { responders } = (await answer.json()) as {
      responders: { responderId: string; url: string }[];
    };
    const { url } = responders.find((one) => one.responderId === 'budi')!;
    budisCalendar = url;
    const week = /DTSTART:20260608T010000Z\r\nDTEND:20260615T010000Z\r\nSUMMARY:Siaga T1 primary/;
    assert.match(await world.calendar(url), week);
  });

  test('the three zones hand over an hour apart from one another', async () => {
    await world.until('2026-06-07T23:30:00Z');
    // 08:30 in Jayapura, 07:30 in Makassar, 06:30 in Jakarta.
    assert.equal(await firstPaged('GoRide', 'lost_item'), 'hadi');
    assert.equal(await firstPaged('GoRide', 'other'), 'eka');
    assert.equal(await firstPaged('GoRide'), 'ana');
    await world.until('2026-06-08T00:30:00Z');
    assert.equal(await firstPaged('GoRide', 'other'), 'fajar');
    assert.equal(await firstPaged('GoRide'), 'ana');
    await world.until('2026-06-08T01:00:00Z');
    assert.equal(await firstPaged('GoRide'), 'budi');
  });

  test('10 June: Budi’s child is ill, and Dewi takes two of his days', async () => {
    await world.until('2026-06-10T02:00:00Z');
    const span = { start: '2026-06-10T02:00:00Z', end: '2026-06-12T02:00:00Z' };
    teams[1].overrides.push({ rotation: 'primary', responderId: 'dewi', ...span });
    await put(1);
    assert.equal(await firstPaged('GoRide'), 'dewi');
    assert.match(await world.calendar(budisCalendar), /DTSTART:20260612T020000Z/);
    await world.until('2026-06-12T02:00:00Z');
    assert.equal(await firstPaged('GoRide'), 'budi');
    assert.deepEqual(notices('budi').slice(-2), [
      'SIAGA T1 primary: giliran Anda selesai 09:00 WIB',
      'SIAGA T1 primary: giliran Anda mulai 09:00 WIB sampai Sen 08:00 WIB',
    ]);
  });

  test('15 June: in Citra’s week GoCar is hers, and GoRide goes to the secondary at no wait', async () => {
    await world.until('2026-06-15T02:00:00Z');
    assert.equal(await firstPaged('GoCar'), 'citra');
    const pressed = world.now;
    assert.notEqual(await firstPaged('GoRide'), 'citra');
    assert.equal(world.sms.at(-1)!.at, pressed);
  });

  test('all of that was on the topic weeks before: Citra’s week, and 30, 14 and 3 days before it Budi’s certificate', () => {
    const told = world.rotaEvents.filter((one) => one.tier === 1);
    const certificates = told.flatMap((one) => (one.type === 'certificates_end' ? [one] : []));
    assert.deepEqual(
      certificates.map((one) => [one.at, one.responderIds, one.expiresOn, one.within]),
      [
        // Nineteen days are left when the rota is first looked at.
        ['2026-05-29T03:00:00.000Z', ['budi'], '2026-06-17', 30],
        ['2026-06-03T01:00:00.000Z', ['budi'], '2026-06-17', 14],
        ['2026-06-14T01:00:00.000Z', ['budi'], '2026-06-17', 3],
      ],
    );
    const week = told.flatMap((one) => (one.type === 'coverage_hole' ? [one] : []));
    assert.deepEqual(
      week
        .filter((one) => one.page === 'primary' && one.reason === 'no_certificate')
        .map((one) => [one.at, one.services, one.from, one.to]),
      [
        [
          '2026-06-02T01:00:00.000Z',
          ['GoRide'],
          '2026-06-15T01:00:00.000Z',
          '2026-06-22T01:00:00.000Z',
        ],
      ],
    );
  });

  test('17 June, midnight in Jakarta: Budi’s certificate ends, and with it his turn', async () => {
    const span = { start: '2026-06-17T12:00:00Z', end: '2026-06-18T12:00:00Z' };
    teams[1].overrides.push({ rotation: 'primary', responderId: 'budi', ...span });
    const warnings = await put(1);
    const hole = warnings.find((one) => one.page === 'primary' && one.service === 'GoCar');
    assert.deepEqual(
      [hole?.from, hole?.to, hole?.reason],
      ['2026-06-17T17:00:00.000Z', '2026-06-18T12:00:00.000Z', 'no_certificate'],
    );
    await world.until('2026-06-17T16:59:59Z');
    assert.equal(await firstPaged('GoRide'), 'budi');
    await world.until('2026-06-17T17:00:00Z');
    assert.notEqual(await firstPaged('GoRide'), 'budi');
  });

  test('20 June: a hard week; with a limit of one, who has taken it is asked after the next', async () => {
    await world.until('2026-06-22T02:00:00Z');
    const policy = await (await world.staff('GET', '/policies/1')).json();
    const limited = { ...(policy as object), takenPerWeek: 1 };
    assert.equal((await world.staff('PUT', '/policies/1', limited)).status, 200);
    const first = await world.press({ service: 'GoRide', tripId: 'hard-1', pressId: 'p' });
    assert.equal(first.pages[0]?.responderId, 'dewi');
    await world.act(first.alertId, 'dewi', { do: 'acknowledge' });
    const second = await world.press({ service: 'GoRide', tripId: 'hard-2', pressId: 'p' });
    assert.notEqual(second.pages[0]?.responderId, 'dewi');
  });

  test('29 June: everybody is on leave and nothing is covered; the lead’s phone rings at once', async () => {
    await world.until('2026-06-29T02:00:00Z');
    teams[1].members = teams[1].members.map((one) => ({ ...one, certificates: [] }));
    assert.ok((await put(1)).some((one) => one.page === 'everyone'));
    const pressed = world.now;
    const alert = await world.press({ service: 'GoRide', tripId: 'leave', pressId: 'p' });
    assert.deepEqual(
      alert.pages.map((one) => [one.responderId, one.at]),
      [['lina', pressed]],
    );
    assert.equal(world.events.at(-1)?.type, 'nobody_on_call');
  });
});
