import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RotaEvent } from '../../lambdas/ports.ts';
import { certificate, member, team } from '../support/alerts.ts';
import { Teller } from './teller.ts';

/** Monday of a hand-off, half an hour before it in Jakarta. */
const before = '2026-06-08T00:30:00Z';
const handOff = [
  'SIAGA T1 primary: giliran Anda selesai 08:00 WIB',
  'SIAGA T1 primary: giliran Anda mulai 08:00 WIB sampai Sen 15/6 08:00 WIB',
];
const ofTier1 = (texts: string[]) => texts.filter((text) => text.startsWith('SIAGA T1 '));

test('the first run tells nobody what they know, and the hand-off after it is told to both, once', async () => {
  const teller = new Teller(before);
  assert.deepEqual(await teller.run(), { sms: [], events: [] });
  const { sms } = await teller.until('2026-06-08T02:00:00Z');
  assert.deepEqual(ofTier1(sms), handOff);
  assert.equal(sms.length, 6, 'each tier has its own');
});

test('a hand-off is told in the five minutes before it', async () => {
  const teller = new Teller(before);
  assert.deepEqual((await teller.until('2026-06-08T00:54:59Z')).sms, []);
  assert.equal(teller.world.now, Date.parse('2026-06-08T00:55:00Z'));
  assert.equal((await teller.run()).sms.length, 6);
});

test('who does not wish a notice gets none', async () => {
  const teller = new Teller('2026-06-15T00:30:00Z');
  const { sms } = await teller.until('2026-06-15T02:00:00Z');
  assert.deepEqual(ofTier1(sms), [handOff[0]], 'Citra, who follows, has not asked for it');
});

test('the first team of a tier is told when it begins to be on call', async () => {
  const teller = new Teller('2026-06-03T00:00:00Z');
  teller.world.setTeam(1, team({ members: [], rotations: [] }));
  await teller.run();
  teller.world.setTeam(1, (await teller.ports.documents.loadTeam(2))!.document);
  assert.deepEqual((await teller.run()).sms, [
    'SIAGA T1 primary: giliran Anda sudah mulai sampai Sen 08:00 WIB',
    'SIAGA T1 secondary: giliran Anda sudah mulai',
  ]);
});

test('an override that is taken back brings the turn back, and both are told', async () => {
  const teller = new Teller('2026-06-03T00:00:00Z');
  await teller.run();
  const rota = (await teller.ports.documents.loadTeam(1))!.document;
  const span = { start: '2026-06-03T00:03:00Z', end: '2026-06-03T12:00:00Z' };
  const stand = { rotation: 'primary', responderId: 'budi', ...span };
  teller.world.setTeam(1, { ...rota, overrides: [stand] });
  assert.deepEqual((await teller.run()).sms, [
    'SIAGA T1 primary: giliran Anda selesai 07:03 WIB',
    'SIAGA T1 primary: giliran Anda mulai 07:03 WIB sampai 19:00 WIB',
  ]);
  teller.world.setTeam(1, rota);
  assert.deepEqual((await teller.run()).sms, [
    'SIAGA T1 primary: giliran Anda sudah selesai',
    'SIAGA T1 primary: giliran Anda sudah mulai sampai Sen 08:00 WIB',
  ]);
});

/** Citra's certificate ends in two weeks, and on one day nobody is secondary. */
function doubtful() {
  const rota = team();
  rota.members[2] = member('citra', {
    certificates: [{ ...certificate, expiresOn: '2026-06-15' }],
  });
  const span = { start: '2026-06-10T00:00:00Z', end: '2026-06-11T00:00:00Z' };
  return { ...rota, overrides: [{ rotation: 'secondary', responderId: '', ...span }] };
}

test('warnings come at eight in the morning of the team, each once', async () => {
  const teller = new Teller('2026-06-01T00:00:00Z');
  teller.world.setTeam(1, doubtful());
  assert.deepEqual((await teller.until('2026-06-01T00:55:00Z')).events, []);
  const { events } = await teller.run();
  assert.deepEqual(events, [
    {
      type: 'certificates_end',
      tier: 1,
      course: 'sensitive-cases',
      services: 'all',
      expiresOn: '2026-06-15',
      daysLeft: 14,
      within: 14,
      required: true,
      responderIds: ['citra'],
      at: '2026-06-01T01:00:00.000Z',
    },
    {
      type: 'coverage_hole',
      tier: 1,
      step: 1,
      page: 'secondary',
      reason: 'nobody_on_call',
      services: ['GoCar', 'GoRide'],
      from: '2026-06-10T00:00:00.000Z',
      to: '2026-06-11T00:00:00.000Z',
      at: '2026-06-01T01:00:00.000Z',
    },
  ]);
  assert.deepEqual((await teller.until('2026-06-08T00:00:00Z')).events, []);
  assert.deepEqual(
    teller.world.counts.filter((one) => one.startsWith('Rota')),
    ['RotaWarnings 1 2'],
  );
});

test('nothing that is told or remembered has a name or a number in it', async () => {
  const teller = new Teller('2026-06-01T02:00:00Z');
  teller.world.setTeam(1, doubtful());
  await teller.until('2026-06-01T03:00:00Z');
  const all = JSON.stringify([teller.events, [...teller.stored.values()]]);
  assert.ok(teller.events.length > 0);
  assert.doesNotMatch(all, /\w Name|\+62/);
});

test('a tier that nobody has given a team is told as the hole that it is', async () => {
  const teller = new Teller('2026-06-01T02:00:00Z');
  const { documents } = teller.ports;
  const loadTeam: typeof documents.loadTeam = async (tier) =>
    tier === 3 ? undefined : documents.loadTeam(tier);
  Object.assign(teller.ports, { documents: { ...documents, loadTeam } });
  const { events } = await teller.run();
  assert.deepEqual(
    events.map((one) => [one.type, one.tier]),
    [
      ['coverage_hole', 3],
      ['coverage_hole', 3],
    ],
  );
});

test('two runs that come at once tell once', async () => {
  const teller = new Teller(before);
  teller.world.setTeam(1, doubtful());
  await teller.run();
  teller.world.now = Date.parse('2026-06-08T01:00:00Z');
  await Promise.all([teller.run(), teller.run(), teller.run()]);
  const events = teller.events.length;
  assert.ok(events > 0);
  assert.equal(teller.world.sms.length, 4, 'two tiers with a hand-off');
  teller.world.now += 5 * 60_000;
  assert.deepEqual(await teller.run(), { sms: [], events: [] });
});

test('a run that dies at any point is followed by one that tells, and nothing is told a third time', async () => {
  const steps: string[] = [];
  const whole = new Teller(before);
  whole.world.setTeam(1, { ...doubtful(), rotations: await rotationsOf(whole) });
  await whole.run();
  whole.world.now = Date.parse('2026-06-08T01:00:00Z');
  whole.step = (what) => steps.push(what);
  const expected = await whole.run();
  assert.ok(expected.sms.length > 0 && expected.events.length > 0 && steps.length > 8);

  for (let dies = 0; dies < steps.length; dies += 1) {
    const teller = new Teller(before);
    teller.world.setTeam(1, { ...doubtful(), rotations: await rotationsOf(teller) });
    await teller.run();
    teller.world.now = Date.parse('2026-06-08T01:00:00Z');
    let left = dies;
    const first: string[] = [];
    teller.step = (what) => {
      first.push(what);
      if (left === 0) throw new Crash();
      left -= 1;
    };
    await teller.run().catch(() => {});
    teller.step = () => {};
    teller.world.now += 5 * 60_000;
    await teller.run();
    teller.world.now += 5 * 60_000;
    assert.deepEqual(await teller.run(), { sms: [], events: [] }, `died at ${steps[dies]}`);
    const times = (of: string[], one: string) => of.filter((other) => other === one).length;
    const texts = teller.world.sms.map((one) => one.text);
    for (const one of expected.sms) {
      const told = times(texts, one);
      assert.ok(told === 1 || told === 2, `${told} times after ${steps[dies]}: ${one}`);
    }
    const fact = (event: RotaEvent) => JSON.stringify({ ...event, at: undefined });
    const facts = teller.events.map(fact);
    for (const event of expected.events) {
      const told = times(facts, fact(event));
      assert.ok(told === 1 || told === 2, `${told} times after ${steps[dies]}`);
    }
  }
});

class Crash extends Error {}

async function rotationsOf(teller: Teller) {
  return (await teller.ports.documents.loadTeam(2))!.document.rotations;
}

test('a topic that is out is an error, and what it did not take is told five minutes later', async () => {
  const teller = new Teller('2026-06-01T02:00:00Z');
  teller.world.setTeam(1, doubtful());
  let out = true;
  let tries = 0;
  teller.step = (what) => {
    if (what !== 'topic 1' || !out) return;
    tries += 1;
    throw new Error('out');
  };
  await assert.rejects(teller.run(), AggregateError);
  const { message, fields } = teller.world.failures.at(-1)!;
  assert.deepEqual([message, fields], ['rota not told', { tier: 1 }]);
  assert.equal(tries, 1, 'one call that hangs is time enough');
  out = false;
  teller.world.now += 5 * 60_000;
  assert.equal((await teller.run()).events.length, 2);
});

test('what a topic took before it went out is remembered, and only the rest is told again', async () => {
  const teller = new Teller('2026-06-01T02:00:00Z');
  teller.world.setTeam(1, doubtful());
  let left = 1;
  teller.step = (what) => {
    if (what === 'topic 1' && (left -= 1) < 0) throw new Error('out');
  };
  await assert.rejects(teller.run(), AggregateError);
  teller.step = () => {};
  teller.world.now += 5 * 60_000;
  await teller.run();
  assert.deepEqual(
    teller.events.map((one) => one.type),
    ['certificates_end', 'coverage_hole'],
  );
});

test('a tier whose team cannot be read does not keep the others from being told', async () => {
  const teller = new Teller(before);
  await teller.run();
  teller.world.now = Date.parse('2026-06-08T00:57:00Z');
  const { documents } = teller.ports;
  const loadTeam: typeof documents.loadTeam = async (tier) =>
    tier === 1 ? Promise.reject(new Error('out')) : documents.loadTeam(tier);
  Object.assign(teller.ports, { documents: { ...documents, loadTeam } });
  await assert.rejects(teller.run(), AggregateError);
  assert.equal(teller.world.sms.length, 4);
});

test('a number that is opted out is not tried again, and one that SNS did not answer for is', async () => {
  const teller = new Teller(before);
  await teller.run();
  teller.world.now = Date.parse('2026-06-08T00:57:00Z');
  const { members } = (await teller.ports.documents.loadTeam(1))!.document;
  teller.world.results.set(members[0]!.phone, 'failed').set(members[1]!.phone, 'pending');
  assert.deepEqual((await teller.run()).sms, []);
  teller.world.results.clear();
  teller.world.now += 5 * 60_000;
  assert.deepEqual(ofTier1((await teller.run()).sms), [handOff[1]]);
});
