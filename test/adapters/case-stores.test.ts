import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import fc from 'fast-check';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import { caseStore } from '../../lambdas/adapters/case-store.ts';
import { eraser } from '../../lambdas/adapters/eraser.ts';
import { locationReader, locationWriter } from '../../lambdas/adapters/location-store.ts';
import { ofAlert } from '../../lambdas/adapters/query-items.ts';
import { readLog } from '../../lambdas/adapters/read-log.ts';
import { saidKeeper, saidReader } from '../../lambdas/adapters/said-store.ts';
import { tripStore } from '../../lambdas/adapters/trip-store.ts';
import { changeCase } from '../../lambdas/change-case.ts';
import { emptyCase, nextCase } from '../../lambdas/domain/case-file.ts';
import type { Said } from '../../lambdas/domain/case.ts';
import { answer } from '../../lambdas/domain/script/intake.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import type { TrailPoint } from '../../lambdas/domain/trail.ts';
import type { Trip } from '../../lambdas/domain/trip.ts';
import { alertOf, night } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
before(async () => {
  cloud = await openCloud();
});
after(() => cloud?.close());

const expiryOf = async (alertId: string, sk: string) => {
  const get = new GetItemCommand({ TableName: cloud.table, Key: ofAlert(alertId, sk) });
  return Number((await cloud.owner.send(get)).Item?.expiresAt?.N);
};
const said = (more: Partial<Said> = {}): Said => ({
  alertId: 'alr_said',
  key: 'first',
  at: night,
  kind: 'report',
  locale: 'id',
  ...more,
});

test('what was said is read word for word, the oldest first, each once however often it is kept', async () => {
  const keeper = saidKeeper(cloud.as('reporter').dynamodb, cloud.table, 30);
  const all = [
    said({ key: 'z', at: night, details: 'Dia mengikuti saya "sampai rumah".\n安全 😔' }),
    said({ key: 'm', at: night + 1, kind: 'press', contact: { channel: 'chat', after: '20:00' } }),
    said({ key: 'a', at: night + 2, preferences: { gender: 'female' } }),
  ];
  for (const one of [...all.toReversed(), ...all]) await keeper.keep(one);
  await keeper.keep({ ...all[0]!, details: 'other words under the same id' });
  await keeper.keep(said({ alertId: 'alr_said_by_another' }));
  assert.deepEqual(await saidReader(cloud.owner, cloud.table).list('alr_said'), all);
  assert.equal(await expiryOf('alr_said', 'SAID#z'), night / 1000 + 30 * 86_400);
});

test('whatever a person writes comes back as it was written', async () => {
  const keeper = saidKeeper(cloud.as('press').dynamodb, cloud.table, 30);
  const reader = saidReader(cloud.owner, cloud.table);
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 });
  await fc.assert(
    fc.asyncProperty(words, fc.uuid(), async (details, id) => {
      const one = said({ alertId: `alr_${id}`, details });
      await keeper.keep(one);
      assert.deepEqual(await reader.list(one.alertId), [one]);
    }),
    { numRuns: 40 },
  );
});

test('words that do not fit one page of an answer are all read', async () => {
  const keeper = saidKeeper(cloud.as('reporter').dynamodb, cloud.table, 30);
  const details = 'x'.repeat(15_000);
  for (let count = 0; count < 90; count += 1) {
    await keeper.keep(said({ alertId: 'alr_much', key: `k${count}`, at: night + count, details }));
  }
  const list = await saidReader(cloud.owner, cloud.table).list('alr_much');
  assert.deepEqual(
    list.map((one) => one.at - night),
    Array.from({ length: 90 }, (_, count) => count),
  );
});

const point = (second: number): TrailPoint => ({
  lat: -6 - second / 1000,
  lng: 106.8,
  at: night + second * 1000,
});

test('a trail is the newest points in the order of time, whatever the order they came in', async () => {
  const trail = locationReader(cloud.owner, cloud.table);
  const writer = locationWriter(cloud.as('reporter').dynamodb, cloud.table);
  const points = Array.from({ length: 60 }, (_, second) => point(second));
  await writer.add('alr_trail', points.toReversed());
  await writer.add('alr_trail', points.slice(10, 20));
  await writer.add('alr_trail_of_another', [point(99)]);
  assert.deepEqual(await trail.trail('alr_trail', 100), points);
  assert.deepEqual(await trail.trail('alr_trail', 5), points.slice(-5));
  assert.deepEqual(await trail.trail('alr_nowhere', 5), []);
  const expires = await expiryOf('alr_trail', `LOC#${new Date(night).toISOString()}`);
  assert.equal(expires, night / 1000 + 30 * 86_400);
});

test('of points of the same time the last one counts, and none at all is no call', async () => {
  const writer = locationWriter(cloud.as('reporter').dynamodb, cloud.table);
  await writer.add('alr_same', [point(1), { ...point(1), accuracy: 5 }]);
  const trail = await locationReader(cloud.owner, cloud.table).trail('alr_same', 9);
  assert.deepEqual(trail, [{ ...point(1), accuracy: 5 }]);
  cloud.calls();
  await writer.add('alr_same', []);
  assert.deepEqual(cloud.calls(), []);
});

test('what is erased is not kept again under its name, for as long as the alert is', async () => {
  const keeper = saidKeeper(cloud.as('reporter').dynamodb, cloud.table, 30);
  const alertId = 'alr_erased';
  const told = said({ alertId, details: 'to be forgotten' });
  await keeper.keep(told);
  const stub = { ...said({ alertId }), erasedAt: night + 5_000 };
  const never = { ...stub, key: 'never kept' };
  for (const by of ['staff', 'reporter']) {
    await eraser(cloud.as(by).dynamodb, cloud.table, 400).replaceSaid([stub, never]);
  }
  await keeper.keep(told);
  await keeper.keep({ ...told, key: 'never kept' });
  assert.deepEqual(await saidReader(cloud.as('staff').dynamodb, cloud.table).list(alertId), []);
  assert.equal(await expiryOf(alertId, 'SAID#first'), night / 1000 + 5 + 400 * 86_400);
});

test('every position of an alert is removed, and no other’s', async () => {
  const writer = locationWriter(cloud.as('reporter').dynamodb, cloud.table);
  const points = Array.from({ length: 60 }, (_, second) => point(second));
  await writer.add('alr_gone', points);
  await writer.add('alr_gone_not', [point(1)]);
  const staff = eraser(cloud.as('staff').dynamodb, cloud.table, 400);
  assert.deepEqual(
    [await staff.removePositions('alr_gone'), await staff.removePositions('alr_gone')],
    [60, 0],
  );
  const trail = locationReader(cloud.owner, cloud.table);
  assert.deepEqual(await trail.trail('alr_gone', 100), []);
  assert.equal((await trail.trail('alr_gone_not', 100)).length, 1);
});

test('each kind of item is forgotten when its time ends, and none is kept for ever', async () => {
  const alertId = 'alr_kinds';
  const { dynamodb } = cloud.as('reporter');
  const keepUntil = night + 400 * 86_400_000;
  await alertStore(dynamodb, cloud.table).create({ ...alertOf(), alertId, keepUntil });
  await saidKeeper(dynamodb, cloud.table, 180).keep(said({ alertId }));
  const file = nextCase(emptyCase(alertId), { merged: ['first'] }, night);
  await caseStore(dynamodb, cloud.table, 180).save(file);
  await locationWriter(dynamodb, cloud.table).add(alertId, [point(0)]);
  const log = readLog(cloud.as('staff').dynamodb, cloud.table, 400);
  await log.record({ alertId, by: 'ana', at: night, why: 'page' });
  const query = new QueryCommand({
    TableName: cloud.table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': ofAlert(alertId, '').pk! },
  });
  const { Items: items = [] } = await cloud.owner.send(query);
  const days = items.map(({ sk, expiresAt }) => [
    sk!.S!.split('#')[0],
    (Number(expiresAt?.N) - night / 1000) / 86_400,
  ]);
  assert.deepEqual(Object.fromEntries(days), {
    ALERT: 400,
    SAID: 180,
    CASE: 180,
    LOC: 30,
    READ: 400,
  });

  await tripStore(cloud.as('platform').dynamodb, cloud.table).put({ ...trip, tripId: 'trip-ends' });
  const key = { pk: { S: 'TRIP#trip-ends' }, sk: { S: 'TRIP' } };
  const kept = await cloud.owner.send(new GetItemCommand({ TableName: cloud.table, Key: key }));
  const started = Date.parse(trip.startedAt) / 1000;
  assert.equal((Number(kept.Item?.expiresAt?.N) - started) / 86_400, 90);
});

const trip: Trip = {
  tripId: 'trip-1',
  service: 'GoRide',
  riderId: 'rider-1',
  driverId: 'driver-1',
  vehicle: { plate: 'B 1234 XY' },
  startedAt: '2026-03-01T20:00:00.000Z',
};

test('a trip is what the platform told last, and one that it never told is none', async () => {
  const platform = tripStore(cloud.as('platform').dynamodb, cloud.table);
  const staff = tripStore(cloud.as('staff').dynamodb, cloud.table);
  assert.equal(await staff.load('trip-1'), undefined);
  await platform.put(trip);
  const ended = { ...trip, endedAt: '2026-03-01T20:30:00.000Z' };
  await platform.put(ended);
  assert.deepEqual(await staff.load('trip-1'), ended);
  await assert.rejects(platform.load('trip-1'), { name: 'AccessDeniedException' });
});

test('a case is saved over the version that was read alone, and forgotten after its last change', async () => {
  const cases = caseStore(cloud.as('responder').dynamodb, cloud.table, 30);
  assert.equal(await cases.load('alr_case'), undefined);
  const { intake } = emptyCase('alr_case');
  const first = nextCase(emptyCase('alr_case'), { intake: { ...intake, skipped: ['age'] } }, night);
  assert.equal(await cases.save(first), true);
  assert.equal(await cases.save({ ...first, changedAt: night + 1 }), false, 'there is one already');
  const second = nextCase(
    first,
    { classification: { as: 'threat', at: night, by: 'boss' } },
    night + 5_000,
  );
  assert.equal(await cases.save({ ...second, version: 3 }), false, 'version 2 was never stored');
  assert.equal(await cases.save(second), true);
  assert.deepEqual(await cases.load('alr_case'), second);
  assert.equal(await expiryOf('alr_case', 'CASE'), night / 1000 + 5 + 30 * 86_400);
});

test('of answers that are given at once none is lost', async () => {
  const script = scriptFor({});
  const cases = caseStore(cloud.as('staff').dynamodb, cloud.table, 30);
  const asked = ['safe_now', 'story', 'needs', 'worries'];
  await Promise.all(
    asked.map((questionId) =>
      changeCase(cases, 'alr_at_once', (file) => {
        const by = { at: night, by: 'ana' };
        const intake = answer(script, file.intake, { questionId, words: questionId }, by);
        return nextCase(file, { intake }, night);
      }),
    ),
  );
  const { intake, version } = (await cases.load('alr_at_once'))!;
  assert.equal(version, asked.length);
  assert.deepEqual(intake.answers.map((one) => one.questionId).toSorted(), asked.toSorted());
});

test('each reading of a case is kept, also two in one moment, and listed in order', async () => {
  const log = readLog(cloud.as('responder').dynamodb, cloud.table, 400);
  const read = { alertId: 'alr_read', by: 'ana', at: night + 60_000, why: 'page' };
  const reads = [{ ...read, at: night, by: 'budi' }, read, read];
  for (const one of reads.toReversed()) await log.record(one);
  await log.record({ ...read, alertId: 'alr_read_by_another' });
  assert.deepEqual(
    await readLog(cloud.as('staff').dynamodb, cloud.table, 400).list('alr_read'),
    reads,
  );
});
