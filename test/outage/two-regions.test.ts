import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Outage } from '../../lambdas/outage.ts';
import type { Sms, SmsResult } from '../../lambdas/ports.ts';
import { twoRegions } from '../../lambdas/two-regions.ts';

let now: number;
/** What the regions say of every SMS. */
let says: Record<'first' | 'second', SmsResult>;
/** Which was asked, in their order. */
let asked: string[];
let fellOver: number;
let sms: Sms;
beforeEach(() => {
  now = 0;
  says = { first: 'sent', second: 'sent' };
  asked = [];
  fellOver = 0;
  const region = (name: 'first' | 'second'): Sms => ({
    async publish(phone, text) {
      assert.deepEqual([phone, text], ['+628111000777', 'text']);
      asked.push(name);
      return says[name];
    },
  });
  sms = twoRegions([region('first'), region('second')], {
    outage: new Outage({ now: () => now }),
    fellOver: () => (fellOver += 1),
  });
});

const publish = async () => [await sms.publish('+628111000777', 'text'), ...asked.splice(0)];

test('the first region alone sends while it does', async () => {
  assert.deepEqual(await publish(), ['sent', 'first']);
  assert.equal(fellOver, 0);
});

test('where the first does not take it the second does, and is asked first for a while', async () => {
  says.first = 'pending';
  assert.deepEqual(await publish(), ['sent', 'first', 'second']);
  assert.deepEqual(await publish(), ['sent', 'second']);
  assert.equal(fellOver, 2, 'each of them is counted');
  now = 30_000;
  assert.deepEqual(await publish(), ['sent', 'first', 'second']);
});

test('a first region that is back sends alone again', async () => {
  says.first = 'pending';
  await publish();
  says.first = 'sent';
  now = 30_000;
  assert.deepEqual(await publish(), ['sent', 'first']);
  assert.deepEqual(await publish(), ['sent', 'first']);
});

test('a number that the first refuses is not tried in the second', async () => {
  says.first = 'failed';
  assert.deepEqual(await publish(), ['failed', 'first']);
  assert.deepEqual(await publish(), ['failed', 'first']);
});

test('a refusal of the second alone says nothing of the number', async () => {
  says = { first: 'pending', second: 'failed' };
  assert.deepEqual(await publish(), ['pending', 'first', 'second']);
  assert.deepEqual(await publish(), ['pending', 'second', 'first']);
  says.first = 'failed';
  assert.deepEqual(await publish(), ['failed', 'second', 'first']);
});

test('with both out it is pending, after one try of each', async () => {
  says = { first: 'pending', second: 'pending' };
  assert.deepEqual(await publish(), ['pending', 'first', 'second']);
  assert.deepEqual(await publish(), ['pending', 'second', 'first']);
  assert.equal(fellOver, 0);
});
