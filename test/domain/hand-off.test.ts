import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { type HandOff, handOffs, rememberHandOffs, toldOf } from '../../lambdas/domain/hand-off.ts';
import { handOffText } from '../../lambdas/domain/hand-off-text.ts';
import { emptyMemory, type RotaMemory } from '../../lambdas/domain/rota-memory.ts';
import { onCallIn } from '../../lambdas/domain/schedule.ts';
import type { Override, Team } from '../../lambdas/domain/team.ts';
import { team } from '../support/alerts.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Monday 08:00 in Jakarta. */
const monday = Date.parse('2026-06-01T01:00:00Z');

/** Ana and Budi take weeks in turn, from Monday at 08:00. */
function weekly(partial: Partial<Team> = {}): Team {
  const rotation = { name: 'primary', start: '2026-05-25', shift: { weeks: 1 }, handoff: '08:00' };
  return team({ rotations: [{ ...rotation, participants: ['budi', 'ana'] }], ...partial });
}

const override = (responderId: string, start: number, end: number): Override => ({
  rotation: 'primary',
  responderId,
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});

const told = (responderId: string) => [{ rotation: 'primary', responderId }];

test('at a hand-off one turn ends and the next begins, each with its times', () => {
  assert.deepEqual(handOffs(weekly(), told('budi'), monday), [
    { rotation: 'primary', responderId: 'budi', what: 'ends', at: monday },
    {
      rotation: 'primary',
      responderId: 'ana',
      what: 'begins',
      at: monday,
      until: monday + 7 * day,
    },
  ]);
});

test('who is told once is told no more, until the next one takes over', () => {
  for (const at of [monday, monday + 3 * day, monday + 7 * day - 1]) {
    assert.deepEqual(handOffs(weekly(), told('ana'), at), []);
  }
});

test('a boundary after which the same person stays on call is none', () => {
  const alone = weekly();
  alone.rotations[0]!.participants = ['ana'];
  assert.deepEqual(handOffs(alone, told('ana'), monday), []);
  const [begins] = handOffs(alone, [], monday);
  assert.deepEqual([begins?.what, begins?.until], ['begins', undefined]);

  const twice = weekly();
  twice.rotations[0]!.participants = ['ana', 'ana', 'budi'];
  const start = Date.parse('2026-05-25T01:00:00Z');
  assert.equal(handOffs(twice, told('budi'), start)[1]!.until, start + 14 * day);
  assert.deepEqual(handOffs(twice, told('ana'), start + 7 * day), []);
});

test('an override in the middle of a turn is a hand-off, and so is its end', () => {
  const [from, to] = [monday + 2 * day, monday + 3 * day];
  const rota = weekly({ overrides: [override('citra', from, to)] });
  assert.deepEqual(
    handOffs(rota, told('ana'), from).map(({ responderId, what, at, until }) => {
      return [responderId, what, at, until];
    }),
    [
      ['ana', 'ends', from, undefined],
      ['citra', 'begins', from, to],
    ],
  );
  assert.deepEqual(
    handOffs(rota, told('citra'), to).map(({ responderId, what, at, until }) => {
      return [responderId, what, at, until];
    }),
    [
      ['citra', 'ends', to, undefined],
      ['ana', 'begins', to, monday + 7 * day],
    ],
  );
});

test('a gap ends a turn and begins none', () => {
  const rota = weekly({ overrides: [override('', monday + day, monday + 2 * day)] });
  const found = handOffs(rota, told('ana'), monday + day);
  assert.deepEqual(
    found.map((one) => [one.responderId, one.what]),
    [['ana', 'ends']],
  );
});

test('a rota that is changed under somebody tells both, without a time that never was', () => {
  const changed = weekly();
  changed.rotations[0]!.participants = ['ana', 'budi'];
  const at = monday + 2 * day;
  assert.deepEqual(handOffs(changed, told('ana'), at), [
    { rotation: 'primary', responderId: 'ana', what: 'ends', at: undefined },
    {
      rotation: 'primary',
      responderId: 'budi',
      what: 'begins',
      at: undefined,
      until: monday + 7 * day,
    },
  ]);
  const without = weekly({ rotations: [] });
  assert.deepEqual(
    handOffs(without, told('ana'), at).map((one) => [one.responderId, one.what]),
    [['ana', 'ends']],
  );
});

test('run every five minutes, whoever is on call has been told so, and nobody else believes it', () => {
  const names = ['ana', 'budi', 'citra'];
  const anyOverride = fc
    .record({
      who: fc.constantFrom(...names, ''),
      from: fc.nat(200),
      hours: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ who, from, hours }) =>
      override(who, monday + from * hour, monday + (from + hours) * hour),
    );
  const anyRota = fc.record({
    participants: fc.array(fc.constantFrom(...names, ''), { minLength: 1, maxLength: 4 }),
    hours: fc.constantFrom(1, 8, 12, 24, 50),
    overrides: fc.array(anyOverride, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(anyRota, ({ participants, hours, overrides }) => {
      const rotation = { name: 'primary', start: '2026-06-01', handoff: '08:00' };
      const rota = weekly({
        rotations: [{ ...rotation, participants, shift: { hours } }],
        overrides,
      });
      let memory: RotaMemory = { ...emptyMemory, onCall: toldOf(rota, monday) };
      let said: string | undefined = memory.onCall[0]?.responderId;
      for (let at = monday; at < monday + 4 * day; at += 30 * 60_000) {
        const found = handOffs(rota, memory.onCall, at);
        for (const { what, responderId } of found) {
          // A turn ends for whoever was told that it is theirs, before it begins for somebody else.
          assert.equal(said, what === 'ends' ? responderId : undefined);
          said = what === 'ends' ? undefined : responderId;
        }
        assert.equal(said, onCallIn(rota, 'primary', at));
        memory = rememberHandOffs(memory, found, () => false);
      }
    }),
    { numRuns: 60 },
  );
});

test('a notice of which nobody knows whether it went out is tried again, three times in all', () => {
  let memory: RotaMemory = { ...emptyMemory, onCall: told('budi') };
  const tried: string[][] = [];
  for (let run = 0; run < 5; run += 1) {
    const found = handOffs(weekly(), memory.onCall, monday);
    tried.push(found.map((one) => one.responderId));
    memory = rememberHandOffs(memory, found, (one) => one.responderId === 'ana');
  }
  assert.deepEqual(tried, [['budi', 'ana'], ['ana'], ['ana'], [], []]);
  assert.deepEqual(memory, { ...emptyMemory, onCall: told('ana') });
});

const zone = 'Asia/Jakarta';
const textOf = (handOff: Partial<HandOff>, now = monday - 3 * 60_000) =>
  handOffText({
    tier: 1,
    timeZone: zone,
    handOff: { rotation: 'primary', responderId: 'ana', what: 'begins', ...handOff },
    now,
  });

test('the notice says what begins and until when, on the clock of the team', () => {
  assert.equal(
    textOf({ at: monday, until: monday + 12 * hour }),
    'SIAGA T1 primary: giliran Anda mulai 08:00 WIB sampai 20:00 WIB',
  );
  assert.equal(
    textOf({ at: monday, until: monday + 2 * day }),
    'SIAGA T1 primary: giliran Anda mulai 08:00 WIB sampai Rab 08:00 WIB',
  );
  // A week ahead is a Monday too.
  assert.equal(
    textOf({ at: monday, until: monday + 7 * day }),
    'SIAGA T1 primary: giliran Anda mulai 08:00 WIB sampai Sen 8/6 08:00 WIB',
  );
  assert.equal(
    textOf({ what: 'ends', at: monday }),
    'SIAGA T1 primary: giliran Anda selesai 08:00 WIB',
  );
  assert.equal(textOf({ what: 'ends' }), 'SIAGA T1 primary: giliran Anda sudah selesai');
  assert.equal(textOf({}), 'SIAGA T1 primary: giliran Anda sudah mulai');
});

test('a notice is one GSM-7 segment with no link in it, whatever the rotation is called', () => {
  const rotations = fc.oneof(
    fc.string({ minLength: 1, maxLength: 100 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }),
    fc.constantFrom('https://evil.example/x', 'Ñight 安全', '+628111000101'),
  );
  const zones = fc.constantFrom('Asia/Jayapura', 'America/St_Johns', 'Asia/Kathmandu');
  const instant = fc.option(fc.integer({ min: monday, max: monday + 34 * day }), {
    nil: undefined,
  });
  fc.assert(
    fc.property(rotations, zones, instant, instant, (rotation, timeZone, at, until) => {
      const handOff: HandOff = { rotation, responderId: 'ana', what: 'begins', at, until };
      const text = handOffText({ tier: 3, timeZone, handOff, now: monday });
      const message = new SegmentedMessage(text);
      assert.deepEqual([message.segmentsCount, message.encodingName], [1, 'GSM-7'], text);
      assert.match(text, /^SIAGA T3 [\w -]+: giliran Anda /);
      assert.doesNotMatch(text, /https?:|\/\/|\+6/);
    }),
  );
});
