import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  onCall,
  onCallIn,
  shiftAt,
  shiftsBetween,
  spansBetween,
} from '../../lambdas/domain/schedule.ts';
import type { Override, Rotation, Team } from '../../lambdas/domain/team.ts';
import { member, team } from '../support/alerts.ts';
import { shiftStarts, walker } from '../support/slow-rota.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** Clocks that change at midnight, by half an hour, by a whole day and not at all are among them. */
const timeZone = fc.constantFrom(
  'Asia/Jakarta',
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Africa/Casablanca',
);
const origin = Date.parse('2011-09-01T00:00:00Z');
const instant = fc
  .integer({ min: 0, max: (10 * 365 * day) / minute })
  .map((minutes) => origin + minutes * minute);
const iso = (at: number) => new Date(at).toISOString();
const anyResponder = fc.constantFrom('ana', 'budi', 'citra', 'dewi');

const anyShift = fc.oneof(
  fc.integer({ min: 1, max: 60 }).map((hours) => ({ hours })),
  fc.integer({ min: 1, max: 10 }).map((days) => ({ days })),
  fc.integer({ min: 1, max: 4 }).map((weeks) => ({ weeks })),
);
const handoff = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
  .map(([hours, minutes]) =>
    [hours, minutes].map((number) => String(number).padStart(2, '0')).join(':'),
  );

function rotation(
  name: string,
  participant: fc.Arbitrary<string> = anyResponder,
): fc.Arbitrary<Rotation> {
  return fc.record({
    name: fc.constant(name),
    participants: fc.array(participant, { minLength: 1, maxLength: 4 }),
    start: instant.chain((at) => fc.constantFrom(iso(at), iso(at).slice(0, 10))),
    shift: anyShift,
    handoff,
  });
}

const override: fc.Arbitrary<Override> = fc
  .record({
    rotation: fc.constantFrom('primary', 'secondary', 'no such rotation'),
    responderId: fc.constantFrom('ana', 'budi', 'citra', 'dewi', 'nobody we know', ''),
    after: fc.integer({ min: 0, max: (40 * day) / minute }),
    length: fc.integer({ min: 1, max: (5 * day) / minute }),
  })
  .map(({ after, length, ...rest }) => {
    const start = origin + after * minute;
    return { ...rest, start: iso(start), end: iso(start + length * minute) };
  });

/** Rotations that began long ago or begin soon, and a crowd of overrides in their first weeks. */
const busyTeam: fc.Arbitrary<Team> = fc
  .record({
    timeZone,
    rotations: fc.tuple(
      rotation('primary', fc.constantFrom('ana', 'budi', 'citra', '')),
      rotation('secondary'),
    ),
    overrides: fc.array(override, { maxLength: 12 }),
    startsAfter: fc.integer({ min: -100, max: 10 }),
  })
  .map(({ rotations, startsAfter, ...rest }) => {
    const start = iso(origin + startsAfter * day).slice(0, 10);
    const members = ['ana', 'budi', 'citra', 'dewi'].map((responderId) => member(responderId));
    return team({ ...rest, members, rotations: rotations.map((one) => ({ ...one, start })) });
  });
const busyTime = fc
  .integer({ min: 0, max: (45 * day) / minute })
  .map((minutes) => origin + minutes * minute);

test('any rotation in any zone hands over exactly when the slow walk does', () => {
  const property = fc.property(rotation('primary'), timeZone, (one, zone) => {
    const rota = team({ timeZone: zone, rotations: [one] });
    const expected = walker(one, zone);
    const around = (start: number) => [start - 1, start, start + 10 * minute];
    const instants = take(60, shiftStarts(one, zone)).flatMap(around);
    for (const at of instants.toSorted((a, b) => a - b)) {
      assert.equal(onCallIn(rota, 'primary', at), expected(at), iso(at));
    }
  });
  fc.assert(property, { numRuns: 200 });
});

test('where there are participants and no gap is set, one and only one is on call', () => {
  const property = fc.property(rotation('primary'), timeZone, instant, (one, zone, at) => {
    const found = onCall(team({ timeZone: zone, rotations: [one] }), at);
    const begin = take(1, shiftStarts(one, zone))[0]!;
    assert.equal(found.size, at < begin ? 0 : 1);
    if (at >= begin) assert.ok(one.participants.includes(found.get('primary')!));
  });
  fc.assert(property);
});

test('an override wins while it lasts and changes nothing before, after or elsewhere', () => {
  const property = fc.property(busyTeam, override, instant, (rota, extra, at) => {
    const without = { ...rota, overrides: [] };
    const with1 = { ...rota, overrides: [{ ...extra, rotation: 'primary', responderId: 'dewi' }] };
    const lasts = Date.parse(extra.start) <= at && at < Date.parse(extra.end);
    const expected = lasts ? 'dewi' : onCallIn(without, 'primary', at);
    assert.equal(onCallIn(with1, 'primary', at), expected);
    assert.equal(onCallIn(with1, 'secondary', at), onCallIn(without, 'secondary', at));
    const inside = Date.parse(extra.start) + minute / 2;
    assert.equal(onCallIn(with1, 'primary', inside), 'dewi');
  });
  fc.assert(property);
});

test('the order in which rotations, members and different overrides are written does not matter', () => {
  const property = fc.property(busyTeam, busyTime, (rota, at) => {
    const spans = new Set<string>();
    const distinct = rota.overrides.filter((one) => {
      const key = `${one.rotation} ${one.start} ${one.end}`;
      return !spans.has(key) && spans.add(key);
    });
    const one = { ...rota, overrides: distinct };
    const other = {
      ...rota,
      members: rota.members.toReversed(),
      rotations: rota.rotations.toReversed(),
      overrides: distinct.toReversed(),
    };
    for (const name of ['primary', 'secondary']) {
      assert.equal(onCallIn(other, name, at), onCallIn(one, name, at));
    }
  });
  fc.assert(property);
});

test('spans tile an interval without a seam and say of each instant what asking for it says', () => {
  const property = fc.property(busyTeam, busyTime, (rota, from) => {
    const to = from + 20 * day;
    const spans = spansBetween(rota, 'primary', { from, to });
    assert.equal(spans[0]!.start, from);
    assert.equal(spans.at(-1)!.end, to);
    for (const [index, { start, end, responderId }] of spans.entries()) {
      if (index > 0) assert.equal(start, spans[index - 1]!.end);
      for (const at of [start, Math.floor((start + end) / 2), end - 1]) {
        assert.equal(onCallIn(rota, 'primary', at), responderId, iso(at));
      }
    }
  });
  fc.assert(property);
});

test('the shifts of an interval are whole: each is the one that asking for any of its instants gives', () => {
  const property = fc.property(busyTeam, busyTime, (rota, from) => {
    const to = from + 20 * day;
    for (const shift of shiftsBetween(rota, 'primary', { from, to })) {
      assert.ok(shift.start < to && shift.end > from);
      const inside = Math.max(shift.start, Math.min(shift.end - 1, from));
      assert.deepEqual(shiftAt(rota, 'primary', inside), shift);
    }
  });
  fc.assert(property);
});

function take<T>(count: number, items: Iterable<T>): T[] {
  const taken: T[] = [];
  for (const item of items) {
    if (taken.push(item) >= count) break;
  }
  return taken;
}
