import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Hint } from '../../lambdas/domain/escalation.ts';
import { Outage } from '../../lambdas/outage.ts';
import { pastTheQueue } from '../../lambdas/past-the-queue.ts';
import type { Queue } from '../../lambdas/ports.ts';
import { alertOf } from '../support/alerts.ts';

const hint: Hint = { alertId: 'alr_1', turn: 1 };

let now: number;
/** What was asked, in its order. */
let asked: string[];
let told: object[];
let out: Set<'queue' | 'call'>;
let queue: Queue;
beforeEach(() => {
  now = 0;
  asked = [];
  told = [];
  out = new Set();
  const ask = async (what: 'queue' | 'call') => {
    asked.push(what);
    if (out.has(what)) throw new Error(`no ${what}`);
  };
  queue = pastTheQueue({ send: () => ask('queue') }, () => ask('call'), {
    outage: new Outage({ now: () => now }),
    telemetry: { fail: (message, _, fields) => void told.push({ message, ...fields }) },
  });
});

test('a queue that answers is the only one asked', async () => {
  await queue.send(1, hint, 0);
  assert.deepEqual(asked, ['queue']);
});

test('where the queue fails the pager is called, and for a while it is called first', async () => {
  out.add('queue');
  await queue.send(1, hint, 0);
  await queue.send(2, hint, 0);
  assert.deepEqual(asked, ['queue', 'call', 'call']);
  assert.deepEqual(told, [{ message: 'queue out', alertId: 'alr_1', tier: 1 }]);
  now = 30_000;
  await queue.send(1, hint, 0);
  assert.deepEqual(asked.slice(3), ['queue', 'call'], 'then the queue is tried again');
});

test('a queue that is back takes over again', async () => {
  out.add('queue');
  await queue.send(1, hint, 0);
  out.clear();
  now = 30_000;
  await queue.send(1, hint, 0);
  await queue.send(1, hint, 0);
  assert.deepEqual(asked, ['queue', 'call', 'queue', 'queue']);
});

test('where the call fails the queue is asked even though it was out a moment ago', async () => {
  out.add('queue');
  await queue.send(1, hint, 0);
  out = new Set(['call']);
  await queue.send(1, hint, 0);
  assert.deepEqual(asked, ['queue', 'call', 'call', 'queue']);
});

test('where both fail it is an error', async () => {
  out = new Set(['queue', 'call']);
  await assert.rejects(queue.send(1, hint, 0));
  assert.deepEqual(asked, ['queue', 'call']);
});

test('what is due later, and an alert that only its message holds, take the queue or none', async () => {
  out.add('queue');
  await assert.rejects(queue.send(1, hint, 1));
  await assert.rejects(queue.send(1, { ...hint, alert: alertOf() }, 0));
  assert.deepEqual(asked, ['queue', 'queue']);
});
