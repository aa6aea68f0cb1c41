import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test, type TestContext } from 'node:test';
import { BatchGetItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Item } from '../../lambdas/adapters/alert-item.ts';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import { documentStore } from '../../lambdas/adapters/document-store.ts';
import { pagingStore, readAll } from '../../lambdas/adapters/paging-store.ts';
import { workloadStore } from '../../lambdas/adapters/workload-store.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import type { LaneStore, PagingStore } from '../../lambdas/ports.ts';
import { alertOf, night, team } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let store: PagingStore & LaneStore;
before(async () => {
  cloud = await openCloud();
  store = pagingStore(cloud.as('pager').dynamodb, cloud.table);
});
after(() => cloud?.close());

test('what is not there is left out, and a default is nobody’s business here', async () => {
  const nothing = {
    alert: undefined,
    team: undefined,
    policy: undefined,
    taken: undefined,
    pace: undefined,
  };
  assert.deepEqual(await store.loadForPaging('alr_nobody', 3, night), nothing);
  const alert = alertOf();
  await alertStore(cloud.owner, cloud.table).create(alert);
  assert.deepEqual(await store.loadForPaging(alert.alertId, 3, night), {
    ...nothing,
    alert: JSON.parse(JSON.stringify(alert)),
  });
});

test('all that a decision needs is one call', async () => {
  const alert = alertOf({ tripId: 'one call' });
  await alertStore(cloud.owner, cloud.table).create(alert);
  const documents = documentStore(cloud.owner, cloud.table);
  await documents.saveTeam(1, team(), 0);
  await documents.savePolicy(1, defaultPolicies[1], 0);
  const taken = { tier: 1, responderId: 'ana', alertId: alert.alertId, at: night } as const;
  await workloadStore(cloud.owner, cloud.table).noteTaken(taken);

  cloud.calls();
  assert.deepEqual(await store.loadForPaging(alert.alertId, 1, night), {
    alert: JSON.parse(JSON.stringify(alert)),
    team: team(),
    policy: defaultPolicies[1],
    taken: new Map([['ana', 1]]),
    pace: undefined,
  });
  assert.deepEqual(cloud.calls(), ['dynamodb BatchGetItem']);
});

test('what needs no alert is one call, and there may be nothing', async () => {
  cloud.calls();
  assert.deepEqual(await store.loadLane(1), { team: team(), policy: defaultPolicies[1] });
  assert.deepEqual(cloud.calls(), ['dynamodb BatchGetItem']);
  assert.deepEqual(await store.loadLane(2), { team: undefined, policy: undefined });
});

test('a decision sees its own tier’s team and policy', async () => {
  const { team: other, policy, taken } = await store.loadForPaging('alr_nobody', 2, night);
  assert.deepEqual([other, policy, taken], [undefined, undefined, undefined]);
});

test('an alert counts once for whoever took it, however often that is told, and by the week', async () => {
  const workload = workloadStore(cloud.as('staff').dynamodb, cloud.table);
  const monday = Date.parse('2026-03-02T00:00:00Z');
  const told = [
    { responderId: 'ana', alertId: 'alr_1', at: monday - 1 },
    { responderId: 'ana', alertId: 'alr_2', at: monday },
    { responderId: 'ana', alertId: 'alr_2', at: monday + 5 },
    { responderId: 'ana', alertId: 'alr_3', at: monday + 6 * 86_400_000 },
    { responderId: 'budi.x:y@z', alertId: 'alr_3', at: monday },
  ];
  for (const one of told) await workload.noteTaken({ tier: 3, ...one });
  const takenAt = async (at: number) => (await store.loadForPaging('alr_nobody', 3, at)).taken;
  const thisWeek = new Map([
    ['ana', 2],
    ['budi.x:y@z', 1],
  ]);
  assert.deepEqual(await takenAt(monday - 1), new Map([['ana', 1]]));
  assert.deepEqual(await takenAt(monday), thisWeek);
  assert.deepEqual(await takenAt(monday + 7 * 86_400_000 - 1), thisWeek);
  assert.equal(await takenAt(monday + 7 * 86_400_000), undefined);
});

test('what DynamoDB leaves out of an answer for its size is read until all of it is there', async () => {
  const padding = 'x'.repeat(390_000);
  const keys: Item[] = Array.from({ length: 18 }, (_, index) => ({
    pk: { S: `ALERT#big-${index}` },
    sk: { S: 'BIG' },
  }));
  for (const key of keys) {
    const Item = { ...key, padding: { S: padding } };
    await cloud.owner.send(new PutItemCommand({ TableName: cloud.table, Item }));
  }
  const { dynamodb } = cloud.as('staff');
  const RequestItems = { [cloud.table]: { Keys: keys } };
  const { UnprocessedKeys } = await dynamodb.send(new BatchGetItemCommand({ RequestItems }));
  assert.ok(UnprocessedKeys?.[cloud.table], 'the engine leaves keys out too');

  const items = await readAll(dynamodb, cloud.table, keys);
  assert.equal(new Set(items.map((item) => item.pk!.S)).size, keys.length);
});

/** A table that leaves those keys unread that `leaves` says, and holds nothing of the others. */
async function busyTable(t: TestContext, leaves: (key: Item) => boolean) {
  let asked = 0;
  const busy = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked += 1;
      const { RequestItems } = JSON.parse(Buffer.concat(chunks).toString()) as {
        RequestItems: { table: { Keys: Item[] } };
      };
      const Keys = RequestItems.table.Keys.filter(leaves);
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify({ Responses: {}, UnprocessedKeys: { table: { Keys } } }));
    });
  });
  busy.listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as AddressInfo;
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  t.after(() => {
    client.destroy();
    busy.close();
  });
  const load = () => pagingStore(client, 'table').loadForPaging('alr_any', 1, night);
  return { load, asked: () => asked };
}

test('keys that stay unread are an error and not nothing', async (t) => {
  const { load, asked } = await busyTable(t, () => true);
  await assert.rejects(load(), (error: Error) => {
    assert.equal(error.name, 'UnavailableError');
    assert.match(String(error.cause), /5 keys were left unread/);
    return true;
  });
  assert.equal(asked(), 5, 'it was asked again first');
});

test('a count of alerts taken that cannot be read keeps no page from going out', async (t) => {
  const { load, asked } = await busyTable(t, (key) => key.sk!.S!.startsWith('TAKEN#'));
  assert.equal((await load()).taken, undefined);
  assert.equal(asked(), 1);
});
