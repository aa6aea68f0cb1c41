import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import type { Tier } from '../../lambdas/domain/policy.ts';
import { calendarToken, readCalendarToken } from '../../lambdas/domain/calendar-link.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { icalOf } from '../../lambdas/staff/ical.ts';
import { member, night, team } from '../support/alerts.ts';
import { Desk } from './desk.ts';

const day = 86_400_000;

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  desk.memory.setTeam(1, weekly());
});

/** Ana and Budi take weeks in turn as primary; Budi is always secondary. */
function weekly(partial: Partial<Team> = {}): Team {
  const [primary, secondary] = team().rotations;
  const participants = ['ana', 'budi'];
  return team({ rotations: [{ ...primary!, participants }, secondary!], ...partial });
}

interface Links {
  team: { url: string };
  responders: { responderId: string; url: string }[];
}
async function links(as: { sub?: string; scopes?: string[] } = {}, tier: Tier = 1): Promise<Links> {
  const { status, body } = await desk.get(`/calendars?tier=${tier}`, as);
  assert.equal(status, 200);
  return body as Links;
}
const own = async (responderId: string) =>
  (await links()).responders.find((one) => one.responderId === responderId)!.url;

const fetchFeed = (url: string) => desk.app.request(new URL(url).pathname);

/** A feed as a calendar that somebody else has written reads it. */
async function shifts(url: string) {
  const response = await fetchFeed(url);
  assert.equal(response.status, 200);
  return read(await response.text());
}
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      title: event.summary,
      start: event.startDate.toJSDate().getTime(),
      end: event.endDate.toJSDate().getTime(),
    };
  });
}

test('a responder is given the team’s link and their own, a supervisor those of all', async () => {
  const staff = { scopes: ['staff'] };
  const asBudi = await links({ ...staff, sub: 'budi' });
  assert.deepEqual(
    asBudi.responders.map((one) => one.responderId),
    ['budi'],
  );
  const asBoss = await links();
  assert.deepEqual(
    asBoss.responders.map((one) => one.responderId),
    ['ana', 'budi', 'citra', 'dewi'],
  );
  assert.deepEqual(asBudi.responders[0], asBoss.responders[1]);
  assert.deepEqual(asBudi.team, asBoss.team);
  assert.deepEqual((await links({ ...staff, sub: 'somebody-else' })).responders, []);
  const urls = [asBoss.team, ...asBoss.responders].map((one) => one.url);
  assert.equal(new Set(urls).size, 5);
  for (const url of urls) assert.match(url, /^https:\/\/siaga\.example\/calendar\/1[\w-]{40}$/);
});

test('links stay the same however often they are asked for, by several at once too', async () => {
  const answers = await Promise.all([links(), links(), links()]);
  assert.deepEqual([answers[1], answers[2], await links()], [answers[0], answers[0], answers[0]]);
  assert.notDeepEqual((await links({}, 2)).team, answers[0].team);
});

test('a tier that is none is named', async () => {
  for (const answer of [
    await desk.get('/calendars'),
    await desk.get('/calendars?tier=4'),
    await desk.post('/calendars/x/renew'),
  ]) {
    assert.deepEqual([answer.status, answer.fields], [400, ['tier']]);
  }
});

test('one’s own calendar has one’s shifts from a week back to sixty days ahead, whole and no other’s', async () => {
  const found = await shifts(await own('ana'));
  assert.ok(found.every((shift) => shift.title === 'Siaga T1 primary'));
  assert.ok(found.every((shift) => shift.end - shift.start === 7 * day));
  assert.ok(found[0]!.end > night - 7 * day && found[0]!.start < night + 7 * day);
  assert.ok(found.at(-1)!.start < night + 60 * day && found.length >= 5);
  const starts = found.map((shift) => shift.start);
  assert.ok(starts.slice(1).every((start, index) => start === starts[index]! + 14 * day));
});

test('the team’s calendar names who has which shift, and has no number of anybody', async () => {
  const { url } = (await links()).team;
  const found = await shifts(url);
  const titles = new Set(found.map((shift) => shift.title));
  assert.deepEqual(
    titles,
    new Set([
      'ana Name: Siaga T1 primary',
      'budi Name: Siaga T1 primary',
      'budi Name: Siaga T1 secondary',
    ]),
  );
  const text = await (await fetchFeed(url)).text();
  for (const { phone } of weekly().members) assert.ok(!text.includes(phone.slice(3)));
});

test('a shift is known again by its UID, by whomever it is taken', async () => {
  const { url } = (await links()).team;
  const before = await shifts(url);
  const next = before.find((shift) => shift.start > night && shift.title.includes('primary'))!;
  const span = { start: new Date(next.start).toISOString(), end: new Date(next.end).toISOString() };
  const overrides = [{ rotation: 'primary', responderId: 'citra', ...span }];
  desk.memory.setTeam(1, weekly({ overrides }));
  desk.memory.now += day;
  const after = (await shifts(url)).find((shift) => shift.uid === next.uid)!;
  assert.deepEqual(after, { ...next, title: 'citra Name: Siaga T1 primary' });
  assert.equal(new Set(before.map((shift) => shift.uid)).size, before.length);
});

test('a feed says that it is one, for the one who asks alone', async () => {
  const { headers } = await fetchFeed(await own('ana'));
  assert.equal(headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.equal(headers.get('cache-control'), 'private, max-age=300');
});

test('somebody without a shift has a calendar that is empty', async () => {
  assert.deepEqual(await shifts(await own('citra')), []);
});

test('every wrong link gets one answer: forged, of another tier, of one who has left, of no tier yet', async () => {
  const ana = await own('ana');
  const token = ana.split('/').at(-1)!;
  const lastChar = token.endsWith('A') ? 'B' : 'A';
  desk.memory.setTeam(2, weekly());
  const left = await own('dewi');
  desk.memory.setTeam(1, weekly({ members: weekly().members.slice(0, 3) }));
  const key = Buffer.alloc(32, 99).toString('base64url');
  const tokens = [
    token.slice(0, -1) + lastChar,
    `2${token.slice(1)}`,
    `3${token.slice(1)}`,
    left.split('/').at(-1)!,
    calendarToken(1, key),
    calendarToken(3, 'A'.repeat(43)),
    calendarToken(1, key, 'ana'),
    token.slice(1),
    `${token}A`,
    'x',
    '%00',
  ];
  const answers = await Promise.all(
    tokens.map(async (one) => {
      const answer = await desk.app.request(`/calendar/${one}`);
      return [answer.status, await answer.text(), answer.headers.get('cache-control')];
    }),
  );
  for (const answer of answers) assert.deepEqual(answer, answers[0]);
  assert.deepEqual([answers[0]![0], answers[0]![2]], [404, 'no-store']);
  assert.equal((await fetchFeed(ana)).status, 200);
});

test('a renewal makes other links, and the old ones are dead', async () => {
  const before = await links();
  const { status, body } = await desk.post('/calendars/1/renew');
  assert.equal(status, 200);
  assert.deepEqual(body, await links());
  const urls = (of: Links) => [of.team, ...of.responders].map((one) => one.url);
  for (const url of urls(before)) assert.equal((await fetchFeed(url)).status, 404);
  for (const url of urls(body)) assert.equal((await fetchFeed(url)).status, 200);
});

test('of two who renew at once each gets links, and those from before are dead', async () => {
  const before = await links();
  const both = await Promise.all([
    desk.post('/calendars/1/renew'),
    desk.post('/calendars/1/renew'),
  ]);
  assert.deepEqual(
    both.map((one) => one.status),
    [200, 200],
  );
  assert.equal((await fetchFeed(before.team.url)).status, 404);
  assert.equal((await fetchFeed((await links()).team.url)).status, 200);
});

test('a token is read as it was made, and signed by no other key', () => {
  const keys = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => {
    return Buffer.from(bytes).toString('base64url');
  });
  const tiers = fc.constantFrom<Tier>(1, 2, 3);
  fc.assert(
    fc.property(tiers, keys, keys, fc.string(), (tier, key, other, responderId) => {
      const claim = readCalendarToken(calendarToken(tier, key, responderId))!;
      assert.deepEqual([claim.tier, claim.isTeams], [tier, false]);
      assert.ok(claim.isOf(responderId) && !claim.isOf(`${responderId}x`));
      assert.ok(claim.isSignedWith(key));
      assert.equal(claim.isSignedWith(other), key === other);
      assert.ok(readCalendarToken(calendarToken(tier, key))!.isTeams);
    }),
  );
});

test('what a calendar holds is iCalendar that others read, whatever people are called', () => {
  const titles = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
    fc.constantFrom('a;b,c\\d:"e"', 'BEGIN:VEVENT', 'ünï, 安全'.repeat(20), '😔'.repeat(60)),
  );
  fc.assert(
    fc.property(fc.array(titles, { maxLength: 5 }), (given) => {
      const start = Math.floor(night / 1000) * 1000;
      const members = given.map((name, index) => member(`m${index}`, { name }));
      const entries = members.map(({ name, responderId }) => {
        return { id: `${responderId}@siaga`, start, end: start + day, title: name };
      });
      // A title comes without control characters, which the text of a calendar cannot hold.
      const printable = entries.filter((one) => !/[\p{Cc}\p{Cs}\u2028\u2029]/u.test(one.title));
      const text = icalOf({ name: 'Siaga T1', entries: printable, madeAt: night });
      assert.ok(text.endsWith('END:VCALENDAR\r\n'));
      for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
      assert.deepEqual(
        read(text),
        printable.map(({ id, title, ...span }) => ({ uid: id, title, ...span })),
      );
    }),
    { numRuns: 60 },
  );
});

test('a name with a line break in it stays in its line', async () => {
  const members = weekly().members.map((one) => ({ ...one, name: 'An\r\nBEGIN:VALARM\u0007 a' }));
  desk.memory.setTeam(1, weekly({ members }));
  const [first] = await shifts((await links()).team.url);
  assert.match(first!.title, /^An BEGIN:VALARM {2}a: Siaga T1 /);
});

test('a rota of short shifts has a calendar of a size that can be sent', async () => {
  const hourly = { start: '2026-01-01', shift: { hours: 1 }, handoff: '08:00' };
  const rotations = Array.from({ length: 50 }, (_, index) => {
    return { ...hourly, name: `rotation ${index}`, participants: ['ana', 'budi'] };
  });
  desk.memory.setTeam(1, weekly({ rotations }));
  const text = await (await fetchFeed((await links()).team.url)).text();
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 2_000);
  assert.ok(Buffer.byteLength(text) < 1_000_000);
});
