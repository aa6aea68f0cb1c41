import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestEvery } from '../../lambdas/domain/pacing.ts';
import { Pressure } from '../../lambdas/pager/pressure.ts';
import { night } from '../support/alerts.ts';

/** Pages one responder so often until now, one every so many ms; each was due for `lag` ms. */
function paged(times: number, { every = 25, lag = 0 } = {}): Pressure {
  const pressure = new Pressure();
  for (let count = 0; count < times; count += 1) {
    const now = night - (times - 1 - count) * every;
    pressure.noteLag(lag, now);
    pressure.notePage('ana', 'sent', now);
  }
  return pressure;
}

test('many alerts one after another are no flood as long as the lane keeps up', () => {
  assert.equal(paged(1_000).isHigh(night), false);
});

test('alerts that come late are no flood as long as they are few', () => {
  assert.equal(paged(50, { lag: 60_000 }).isHigh(night), false);
});

test('many pages of which some were lost on the way and swept up are no flood', () => {
  assert.equal(paged(200, { lag: 10_000 }).isHigh(night), false);
});

test('many pages to one responder and a lane that is late are a flood', () => {
  const pressure = paged(60, { lag: 1_000 });
  assert.equal(pressure.isHigh(night), true);
  assert.equal(pressure.isHigh(night + digestEvery + 1), false, 'long ago');
});

test('SNS that is out is no flood, and SNS that takes some and throttles the rest is one', () => {
  const pressure = new Pressure();
  for (let count = 0; count < 100; count += 1) pressure.notePage('ana', 'pending', night);
  assert.equal(pressure.isHigh(night), false);
  for (let count = 0; count < 12; count += 1) pressure.notePage('ana', 'sent', night);
  for (let count = 0; count < 10; count += 1) pressure.notePage('ana', 'pending', night);
  assert.equal(pressure.isHigh(night), true);
});

test('a flood is over once fewer than twelve pages have waited in half a minute', () => {
  const pressure = new Pressure();
  for (let count = 0; count < 12; count += 1) pressure.noteWaiting('ana', 0, night);
  assert.equal(pressure.lasts(night + digestEvery - 1), true);
  assert.equal(pressure.lasts(night + digestEvery + 1), false);
});

test('of what waits for one digest the first come back for it', () => {
  const pressure = new Pressure();
  const waits = (digests: number) => pressure.noteWaiting('ana', digests, night);
  const back = Array.from({ length: 100 }, () => waits(0)).filter(Boolean);
  assert.equal(back.length, 20);
  assert.equal(pressure.waitingFor('ana', 0), 100);
  assert.equal(waits(1), true, 'the next digest has its own');
  assert.equal(pressure.waitingFor('ana', 1), 1);
});

test('a clock that is set back has seen nothing yet', () => {
  const pressure = paged(300, { every: 2_000, lag: 1_000 });
  assert.equal(pressure.isHigh(night), false);
  const earlier = night - 600_000;
  pressure.notePage('ana', 'sent', earlier);
  assert.equal(pressure.isHigh(earlier), false);
});

test('a number that SNS refuses had no SMS, and makes no flood', () => {
  const pressure = new Pressure();
  for (let count = 0; count < 100; count += 1) {
    pressure.noteLag(1_000, night);
    pressure.notePage('ana', 'failed', night);
  }
  assert.equal(pressure.isHigh(night), false);
  assert.deepEqual(pressure.lastPages(night), new Map());
});

test('ten pages to one responder in quick succession are worth telling the others, once', () => {
  const pressure = new Pressure();
  const page = (times: number, now: number) => {
    for (let count = 0; count < times; count += 1) pressure.notePage('ana', 'sent', now);
  };
  page(9, night);
  assert.deepEqual(pressure.takeUntold(night), new Map());
  page(1, night + 4_000);
  assert.deepEqual(pressure.takeUntold(night + 4_000), new Map(), 'one alone is not quick');
  page(3, night + 4_900);
  assert.deepEqual(pressure.takeUntold(night + 4_900), new Map([['ana', 13]]));
  page(9, night + 5_000);
  assert.deepEqual(pressure.takeUntold(night + 5_000), new Map());
  for (let minute = 1; minute <= 60; minute += 1) page(1, night + minute * 60_000);
  assert.deepEqual(pressure.takeUntold(night + 3_600_000), new Map(), 'now and then is not many');
});

/** Steps that are due while the table is out; says how many of them may go out. */
function due(pressure: Pressure, times: number, of: { now: number; age?: number; to?: string[] }) {
  const { now, age = 600_000, to = ['ana'] } = of;
  const step = { openedAt: now - age, isFirst: true, responderIds: to };
  let out = 0;
  for (let count = 0; count < times; count += 1) if (pressure.mayPage(step, now)) out += 1;
  return out;
}

test('while the table is out few steps go out each', () => {
  assert.equal(due(new Pressure(), 71, { now: night }), 71);
});

test('in a flood while the table is out each responder has one SMS in half a minute', () => {
  const pressure = new Pressure();
  assert.equal(due(pressure, 200, { now: night }), 71);
  assert.equal(due(pressure, 10, { now: night, to: ['ana', 'budi'] }), 1, 'Budi had none');
  assert.equal(due(pressure, 100, { now: night + digestEvery - 1 }), 0);
  assert.equal(due(pressure, 5, { now: night + digestEvery }), 1, 'five at once');
  assert.equal(pressure.isHigh(night + digestEvery), true, 'should the table be back now');
  const later = night + 4 * digestEvery;
  assert.equal(pressure.isHigh(later), false);
  assert.equal(due(pressure, 5, { now: later }), 5, 'a few wait for nobody');
});

test('in a flood while the table is out two who have just pressed go first', () => {
  const pressure = new Pressure();
  due(pressure, 200, { now: night });
  assert.equal(due(pressure, 100, { now: night + 1_000, age: 1_000 }), 2);
  assert.equal(due(pressure, 100, { now: night + digestEvery + 1_000, age: 1_000 }), 3);
});

test('an SMS that SNS could not take leaves the turn to the next', () => {
  const pressure = new Pressure();
  due(pressure, 200, { now: night });
  const now = night + digestEvery;
  assert.equal(due(pressure, 5, { now }), 1);
  pressure.notePage('ana', 'pending', now);
  assert.equal(due(pressure, 5, { now }), 1);
  pressure.notePage('ana', 'sent', now);
  assert.equal(due(pressure, 5, { now }), 0);
});
