import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { tierQueues } from '../../lambdas/adapters/tier-queues.ts';
import { tiers } from '../../lambdas/domain/policy.ts';
import type { Queue } from '../../lambdas/ports.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let urls: Record<1 | 2 | 3, string>;
let queue: Queue;
before(async () => {
  cloud = await openCloud();
  const { QUEUE_URL_1, QUEUE_URL_2, QUEUE_URL_3 } = cloud.environment('press');
  urls = { 1: QUEUE_URL_1!, 2: QUEUE_URL_2!, 3: QUEUE_URL_3! };
  queue = tierQueues(cloud.as('press').sqs, urls);
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

const bodiesIn = async (tier: 1 | 2 | 3, waitSeconds?: number) =>
  (await cloud.receive(urls[tier], waitSeconds)).map((one) => JSON.parse(one.Body!) as unknown);

test('a hint arrives in the queue of its tier and in no other, as it was given', async () => {
  for (const tier of tiers) {
    const hint = { alertId: `alr_${tier}`, turn: tier };
    await queue.send(tier, hint, 0);
    for (const other of tiers) {
      assert.deepEqual(await bodiesIn(other), other === tier ? [hint] : [], `queue ${other}`);
    }
  }
});

test('the sweeper’s hint has no turn, and the queue adds none', async () => {
  await queue.send(2, { alertId: 'alr_swept' }, 0);
  assert.deepEqual(await bodiesIn(2), [{ alertId: 'alr_swept' }]);
});

test('a hint with a delay is not seen before it', async () => {
  const sent = performance.now();
  await queue.send(3, { alertId: 'alr_later', turn: 1 }, 1);
  assert.deepEqual(await bodiesIn(3), []);
  assert.deepEqual(await bodiesIn(3, 5), [{ alertId: 'alr_later', turn: 1 }]);
  assert.ok(performance.now() - sent >= 900, 'a second, give or take the timer’s grain');
});

test('a queue that is out is an error, and so is one that the function was not given', async () => {
  const pagerOfTier1 = tierQueues(cloud.as('pager', 1).sqs, { 1: urls[1] });
  await assert.rejects(pagerOfTier1.send(2, { alertId: 'alr_x' }, 0));
  const pagerOfTier2 = tierQueues(cloud.as('pager', 2).sqs, { 1: urls[1] });
  await assert.rejects(pagerOfTier2.send(1, { alertId: 'alr_x' }, 0), {
    name: 'AccessDeniedException',
  });
  cloud.arm({ service: 'sqs', mode: 'before' });
  await assert.rejects(queue.send(1, { alertId: 'alr_x' }, 0));
});

test('a send that fails for a moment is sent all the same', async () => {
  cloud.arm({ service: 'sqs', mode: 'before', times: 2 });
  await queue.send(2, { alertId: 'alr_third_time', turn: 3 }, 0);
  assert.deepEqual(await bodiesIn(2), [{ alertId: 'alr_third_time', turn: 3 }]);
});

test('words arrive as they were said, with characters that SQS does not take', async () => {
  const details = 'tolong \uFFFF\uFFFE \u0000 \uD800 😔';
  const said = { alertId: 'alr_words', key: 'k', at: 1, kind: 'report', locale: 'id', details };
  const hint = { alertId: 'alr_words', said } as const;
  await queue.send(1, hint as never, 0);
  const [message] = await cloud.receive(urls[1]);
  assert.doesNotMatch(message!.Body!, /[\uFFFE\uFFFF]/);
  assert.deepEqual(JSON.parse(message!.Body!), hint);
});
