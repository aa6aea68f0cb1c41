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

test('hundreds of alerts one after another are no flood as long as the lane keeps up', () => {
  assert.equal(paged(200).isHigh(night), false);
  assert.equal(paged(100, { every: 0 }).isHigh(night), false);
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

test('pages to one responder that come faster than SNS takes them are a flood once they pile up', () => {
  const pressure = paged(140, { every: 5 });
  assert.equal(pressure.isHigh(night), true);
  assert.equal(pressure.isHigh(night + 1_000), false, 'the pile has shrunk');
});

test('a clock that is set back makes no flood', () => {
  const pressure = paged(1);
  pressure.notePage('ana', 'sent', night - 600_000);
  assert.equal(pressure.isHigh(night - 600_000), false);
  assert.equal(pressure.isHigh(night - 1_200_000), false);
});

test('more pages to one responder than anybody can read are a flood at any speed', () => {
  assert.equal(paged(300, { every: 90 }).isHigh(night), true);
  assert.equal(paged(300, { every: 110 }).isHigh(night), false);
});

test('SNS that is out is no flood, and SNS that takes some and throttles the rest is one', () => {
  const pressure = new Pressure();
  for (let count = 0; count < 100; count += 1) pressure.notePage('ana', 'pending', night);
  assert.equal(pressure.isHigh(night), false);
  for (let count = 0; count < 12; count += 1) pressure.notePage('ana', 'sent', night);
  for (let count = 0; count < 10; count += 1) pressure.notePage('ana', 'pending', night);
  assert.equal(pressure.isHigh(night), true);
});

test('a pager that holds back in a flood does so for each who had an SMS within half a minute', () => {
  const pressure = new Pressure();
  const ofAna = (now: number) => pressure.holdsBack(['ana'], now);
  pressure.notePage('ana', 'sent', night);
  assert.equal(ofAna(night), false, 'no flood');
  for (let count = 0; count < 120; count += 1) pressure.notePage('ana', 'sent', night);
  assert.equal(ofAna(night), true);
  assert.equal(pressure.holdsBack(['ana', 'budi'], night), false, 'Budi had none');
  assert.equal(ofAna(night + digestEvery - 1), true);
  assert.equal(ofAna(night + digestEvery), false, 'it is her turn again');
  assert.equal(pressure.isHigh(night + digestEvery), true, 'should the table be back now');
  assert.equal(pressure.isHigh(night + 2 * digestEvery), false);
});

test('a pager goes on to hold back while a dozen alerts wait, and not for a few', () => {
  const lasts = (waiting: number) => {
    const pressure = new Pressure();
    for (let count = 0; count < 120; count += 1) pressure.notePage('ana', 'sent', night);
    for (let now = night; now < night + 4 * digestEvery; now += 5_000) {
      for (let one = 0; one < waiting; one += 1) {
        if (!pressure.holdsBack(['ana'], now)) pressure.notePage('ana', 'sent', now);
      }
    }
    return pressure.isHigh(night + 4 * digestEvery);
  };
  assert.equal(lasts(14), true);
  assert.equal(lasts(3), false);
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
