import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { alertKey, dueShards } from '../../lambdas/adapters/alert-item.ts';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import { type Alert, next } from '../../lambdas/domain/alert.ts';
import { shardOf } from '../../lambdas/domain/ids.ts';
import type { AlertStore } from '../../lambdas/ports.ts';
import { joinPress } from '../../lambdas/domain/press.ts';
import { alertOf, facts, night } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { anyAlert } from './any-alert.ts';

let cloud: Cloud;
let store: AlertStore;
before(async () => {
  cloud = await openCloud();
  store = alertStore(cloud.as('responder').dynamodb, cloud.table);
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

/** What JSON keeps of an alert: nothing that is undefined. */
const asKept = (alert: Alert) => JSON.parse(JSON.stringify(alert)) as Alert;
const fresh = (tripId: string) => alertOf({ tripId });
const itemOf = async ({ alertId }: Alert) => {
  const get = new GetItemCommand({ TableName: cloud.table, Key: alertKey(alertId) });
  return (await cloud.owner.send(get)).Item!;
};

test('an alert that nobody has stored is none', async () => {
  assert.equal(await store.load('alr_nobody'), undefined);
});

test('an alert is created once, and the second of the same id changes nothing', async () => {
  const first = fresh('once');
  assert.equal(await store.create(first), true);
  assert.equal(await store.create({ ...first, service: 'GoCar' }), false);
  assert.deepEqual(await store.load(first.alertId), asKept(first));
});

test('of many who create one alert at the same time exactly one does', async () => {
  const alerts = Array.from({ length: 20 }, (_, index) => ({
    ...fresh('created by many'),
    linkKey: `key ${index}`,
  }));
  const created = await Promise.all(alerts.map((alert) => store.create(alert)));
  const winner = alerts[created.indexOf(true)]!;
  assert.equal(created.filter(Boolean).length, 1);
  assert.deepEqual(await store.load(winner.alertId), asKept(winner));
});

test('a version is saved over the one before it, and over no other', async () => {
  const first = fresh('versions');
  await store.create(first);
  const second = next(first, { service: 'second' });
  const third = next(second, { service: 'third' });
  assert.equal(await store.save(third), false, 'leaves one out');
  assert.equal(await store.save(first), false, 'is stored already');
  assert.equal(await store.save(second), true);
  assert.equal(await store.save({ ...second, service: 'other' }), false, 'came second');
  assert.equal((await store.load(first.alertId))?.service, 'second');
  assert.equal(await store.save(third), true);
  assert.equal((await store.load(first.alertId))?.service, 'third');
});

test('an alert that is not there cannot be saved', async () => {
  const alert = next(fresh('never created'), {});
  assert.equal(await store.save(alert), false);
  assert.equal(await store.load(alert.alertId), undefined);
});

test('of many who save at the same time exactly one wins, and it is theirs that is stored', async () => {
  const first = fresh('saved by many');
  await store.create(first);
  const versions = Array.from({ length: 20 }, (_, index) => next(first, { hop: index }));
  const saved = await Promise.all(versions.map((version) => store.save(version)));
  assert.equal(saved.filter(Boolean).length, 1);
  assert.deepEqual(await store.load(first.alertId), asKept(versions[saved.indexOf(true)]!));
});

test('whatever happens to an alert, it is read as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(anyAlert, fc.uuid(), async (made, id) => {
      const alert = { ...made, alertId: `alr_${id}`, version: 1 };
      assert.equal(await store.create(alert), true);
      assert.deepEqual(await store.load(alert.alertId), asKept(alert));
    }),
    { numRuns: 60 },
  );
});

test('an alert is in the index while it is due, apart from the others once it has ended, else not at all', async () => {
  await fc.assert(
    fc.asyncProperty(anyAlert, fc.uuid(), async (made, id) => {
      const alert = { ...made, alertId: `alr_${id}`, version: 1 };
      await store.create(alert);
      const item = await itemOf(alert);
      const shard = shardOf(alert.alertId, dueShards);
      const at = alert.dueAt ?? alert.closedAt;
      const partition = alert.dueAt === undefined ? `T${alert.tier}#closed#` : `T${alert.tier}#`;
      assert.equal(item.dueShard?.S, at === undefined ? undefined : `${partition}${shard}`);
      assert.equal(item.dueAt?.N, at === undefined ? undefined : String(at));
    }),
    { numRuns: 60 },
  );
  const idle = { ...fresh('neither due nor ended'), dueAt: undefined };
  await store.create(idle);
  const { dueShard, dueAt } = await itemOf(idle);
  assert.deepEqual([dueShard, dueAt], [undefined, undefined]);
});

test('the table may forget an alert in the second after it is kept, not before', async () => {
  const alert = { ...fresh('kept'), keepUntil: 1_800_000_000_001 };
  await store.create(alert);
  assert.equal((await itemOf(alert)).expiresAt?.N, '1800000001');
});

test('an alert still fits the table after thousands of reports, and the timeline says how many', async () => {
  let alert = fresh('thousands');
  await store.create(alert);
  const { version } = alert;
  for (let count = 0; count < 5_000; count += 1) {
    const report = { evidence: 'words' };
    const told = facts({ tripId: 'thousands', pressId: `report ${count}`, report });
    alert = joinPress(alert, told, { now: night + count, keepUntil: night });
  }
  assert.equal(await store.save({ ...alert, version: version + 1 }), true);
  const reported = alert.timeline.filter((one) => one.what === 'reported');
  assert.equal(
    reported.reduce((sum, one) => sum + (one.times ?? 1), 0),
    5_000,
  );
});

test('an alert is read consistently', async () => {
  const { dynamodb } = cloud.as('responder');
  const asked: unknown[] = [];
  dynamodb.middlewareStack.add(
    (send) => (call) => {
      asked.push((call.input as { ConsistentRead?: boolean }).ConsistentRead);
      return send(call);
    },
    { step: 'initialize' },
  );
  await alertStore(dynamodb, cloud.table).load('alr_any');
  assert.deepEqual(asked, [true]);
});

test('an answer that is lost does not make a stranger of who wrote it', async () => {
  const alert = fresh('answer lost');
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  assert.equal(await store.create(alert), true);
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  assert.equal(await store.save(next(alert, { hop: 1 })), true);
  assert.equal((await store.load(alert.alertId))?.version, 2);
});

test('a try that failed before its effect, and then came second, has lost', async () => {
  const alert = fresh('came second');
  await store.create(alert);
  await store.save(next(alert, { service: 'first' }));
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'before', times: 1 });
  assert.equal(await store.save(next(alert, { service: 'second' })), false);
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'before', times: 1 });
  assert.equal(await store.create({ ...alert, service: 'third' }), false);
  assert.equal((await store.load(alert.alertId))?.service, 'first');
});

test('a table that is out is an error and not a lost race', async () => {
  cloud.arm({ service: 'dynamodb', mode: 'before' });
  const alert = fresh('table out');
  const calls = [
    () => store.create(alert),
    () => store.save(alert),
    () => store.load(alert.alertId),
  ];
  for (const call of calls) await assert.rejects(call, { name: 'InternalServerError' });
});
