import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import type { Category } from '../../lambdas/domain/policy.ts';
import { alertOf } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { printed } from '../support/printed.ts';

let cloud: Cloud;
let urls: string[];
let sweep: () => Promise<void>;
before(async () => {
  cloud = await openCloud();
  const environment = cloud.environment('sweeper');
  urls = [1, 2, 3].map((tier) => environment[`QUEUE_URL_${tier}`]!);
  Object.assign(process.env, environment);
  ({ handler: sweep } = await import('../../lambdas/sweeper/handler.ts'));
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

const categories = ['violence', 'other', 'dispute'] as const satisfies Category[];

/** An alert of each tier, all overdue for a minute. */
async function overdue(name: string): Promise<string[]> {
  const store = alertStore(cloud.owner, cloud.table);
  const alerts = categories.map((category) =>
    alertOf({ tripId: `${name} ${category}`, category }, Date.now() - 60_000),
  );
  for (const alert of alerts) await store.create(alert);
  return alerts.map((alert) => alert.alertId);
}

const bodies = async () =>
  Promise.all(
    urls.map(async (url) =>
      (await cloud.receive(url)).map(
        (one) => (JSON.parse(one.Body!) as { alertId: string }).alertId,
      ),
    ),
  );

test('every overdue alert is in the queue of its tier after one run, and no other is', async () => {
  const ids = await overdue('run');
  const fresh = alertOf({ tripId: 'fresh' }, Date.now());
  await alertStore(cloud.owner, cloud.table).create(fresh);
  await printed(sweep);
  assert.deepEqual(
    await bodies(),
    ids.map((id) => [id]),
  );
});

test('two sweepers at once, and one that comes again, do no harm: the table still says what is due', async () => {
  await printed(() => Promise.all([sweep(), sweep()]));
  const found = await bodies();
  for (const queue of found) assert.deepEqual([queue.length, new Set(queue).size], [2, 1]);
});

test('a run that fails says so to Lambda, and in the log for each tier', async () => {
  cloud.arm({ service: 'dynamodb', action: 'Query', mode: 'before' });
  let failure: unknown;
  const log = await printed(() => sweep().catch((error: unknown) => (failure = error)));
  assert.ok(failure instanceof AggregateError);
  assert.equal(log.match(/tier not swept/g)?.length, 3);
  assert.deepEqual(await bodies(), [[], [], []]);
});
