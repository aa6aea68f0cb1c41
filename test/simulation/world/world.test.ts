import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alertOf } from '../../support/alerts.ts';
import { type Delivery, mostAtOnce, Queues } from './queues.ts';
import { mulberry32 } from './random.ts';
import { Table } from './table.ts';
import { Time } from './time.ts';

const hint = { alertId: 'alr_a', turn: 1 };

/** A queue of tier 3 whose pager hands each batch to `take`. */
function queueWith(take: (batch: Delivery[], at: number) => void, outUntil = 0) {
  const time = new Time(0);
  const skipped: string[] = [];
  const queues = new Queues({
    time,
    random: mulberry32(1),
    stopsLoops: true,
    atOnce: mostAtOnce,
    outUntil: () => outUntil,
    deliver: (_tier, batch, done) => {
      take(batch, time.now);
      done();
    },
    onSkip: (what) => skipped.push(what),
  });
  const send = (more: { delaySeconds?: number; rounds?: number } = {}) =>
    queues.send({ tier: 3, hint, delaySeconds: 0, rounds: 1, ...more });
  const until = async (end: number) => {
    while (await time.step(end));
  };
  return { queues, send, until, skipped };
}

test('a message comes after its delay, and never again once it is deleted', async () => {
  const times: number[] = [];
  const { send, until } = queueWith(([message], at) => {
    times.push(at);
    message!.delete();
  });
  send({ delaySeconds: 30 });
  await until(1e6);
  assert.equal(times.length, 1);
  assert.ok(times[0]! >= 30_000 && times[0]! < 30_200);
});

test('what is not deleted comes back after its time of invisibility, five times, then it is dead', async () => {
  const times: number[] = [];
  const { queues, send, until } = queueWith((_, at) => times.push(at));
  send();
  await until(1e7);
  assert.equal(times.length, 5);
  for (const [index, at] of times.entries()) assert.ok(at >= index * 180_000);
  assert.equal(queues.deadLetters, 1);
});

test('what is ready together comes in one batch of at most five, in any order', async () => {
  const sizes: number[] = [];
  const { send, until } = queueWith((batch) => {
    sizes.push(batch.length);
    for (const message of batch) message.delete();
  });
  for (let count = 0; count < 12; count += 1) send();
  await until(1e6);
  assert.deepEqual(sizes, [5, 5, 2]);
});

test('while the queue is out nothing comes, and then all of it', async () => {
  const times: number[] = [];
  const { send, until, skipped } = queueWith(([message], at) => {
    times.push(at);
    message!.delete();
  }, 60_000);
  send();
  await until(1e6);
  assert.ok(times.length === 1 && times[0]! >= 60_000 && skipped.length === 1);
});

test('a message that went round 16 times is the last one that comes', async () => {
  let delivered = 0;
  const { send, until, queues } = queueWith((batch) => {
    delivered += batch.length;
    for (const message of batch) message.delete();
  });
  send({ rounds: 16 });
  send({ rounds: 17 });
  await until(1e6);
  assert.deepEqual([delivered, queues.deadLetters], [1, 1]);
});

test('a write takes effect on its condition alone, and the index hears of it later', () => {
  const later: (() => void)[] = [];
  const table = new Table((change) => later.push(change));
  const alert = alertOf();
  assert.deepEqual([table.create(alert), table.create(alert)], [true, false]);
  assert.deepEqual(table.overdue(1, alert.dueAt! + 1, 10), [], 'the index does not know yet');
  for (const change of later) change();
  assert.deepEqual(table.overdue(1, alert.dueAt! + 1, 10), [alert.alertId]);
  assert.deepEqual(table.overdue(2, alert.dueAt! + 1, 10), []);

  const next = { ...alert, version: 2, dueAt: undefined };
  assert.deepEqual([table.save(next), table.save(next)], [true, false]);
  assert.equal(table.load(alert.alertId)?.version, 2);
  // What comes late must not undo what came after it.
  later[1]!();
  later[0]!();
  assert.deepEqual(table.overdue(1, alert.dueAt! + 1, 10), []);
});

test('events happen in the order of their times, and of their making where these are equal', async () => {
  const time = new Time(0);
  const happened: number[] = [];
  const random = mulberry32(7);
  const times = Array.from({ length: 200 }, () => Math.floor(random() * 50));
  for (const [index, at] of times.entries()) time.at(at, () => happened.push(index));
  while (await time.step(1000));
  const expected = times
    .map((_, index) => index)
    .toSorted((a, b) => times[a]! - times[b]! || a - b);
  assert.deepEqual(happened, expected);
});
