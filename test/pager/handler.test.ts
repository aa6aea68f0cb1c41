import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import { documentStore } from '../../lambdas/adapters/document-store.ts';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { refreshEvent } from '../../lambdas/pager/refresh.ts';
import type { AlertStore } from '../../lambdas/ports.ts';
import { alertOf, member, team } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { printed } from '../support/printed.ts';

let cloud: Cloud;
let store: AlertStore;
let handler: (event: SQSEvent | typeof refreshEvent) => Promise<SQSBatchResponse>;
before(async () => {
  cloud = await openCloud();
  store = alertStore(cloud.owner, cloud.table);
  await documentStore(cloud.owner, cloud.table).saveTeam(3, team(), 0);
  Object.assign(process.env, cloud.environment('pager', 3));
  ({ handler } = await import('../../lambdas/pager/handler.ts'));
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

const primary = member('ana').phone;

function batch(bodies: string[]): SQSEvent {
  const Records = bodies.map((body, index) => ({
    messageId: `message-${index}`,
    receiptHandle: `receipt-${index}`,
    body,
    attributes: {},
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn',
    awsRegion: 'ap-southeast-3',
  }));
  return { Records } as unknown as SQSEvent;
}

async function opened(name: string, count: number): Promise<Alert[]> {
  const alerts = Array.from({ length: count }, (_, index) =>
    alertOf({ category: 'dispute', tripId: `${name} ${index}` }, Date.now()),
  );
  for (const alert of alerts) await store.create(alert);
  return alerts;
}

const hintOf = ({ alertId, turn }: Alert) => JSON.stringify({ alertId, turn });
const pagesOf = async ({ alertId }: Alert) => (await store.load(alertId))!.pages.length;

/** Handles a batch; gives the numbers of the messages that go back, and what was logged. */
async function handle(bodies: string[]): Promise<{ back: number[]; log: string }> {
  let answer: SQSBatchResponse | undefined;
  const log = await printed(async () => {
    answer = await handler(batch(bodies));
  });
  const back = answer!.batchItemFailures.map((one) => Number(one.itemIdentifier.split('-')[1]));
  return { back: back.toSorted((a, b) => a - b), log };
}

test('a page costs one read, one SMS, one event, one record and the message of the next step', async () => {
  const [alert] = await opened('calls', 1);
  cloud.calls();
  await handle([hintOf(alert!)]);
  assert.deepEqual(cloud.calls(), [
    'dynamodb BatchGetItem',
    'dynamodb PutItem',
    'sns Publish',
    'sns Publish',
    'sqs SendMessage',
  ]);
});

test('of ten messages with a poisoned one the nine good ones go on', async () => {
  const alerts = await opened('nine', 9);
  const arrived = cloud.phones.messages(primary).length;
  const { back } = await handle(alerts.map(hintOf).toSpliced(4, 0, 'no JSON'));
  assert.deepEqual(back, [4]);
  assert.equal(cloud.phones.messages(primary).length, arrived + 9);
  for (const alert of alerts) assert.equal(await pagesOf(alert), 1);
});

test('what names no alert is done with, and what is no hint goes back until it is a dead letter', async () => {
  const arrived = cloud.phones.messages(primary).length;
  const strange = ['{}', '{"alertId":"alr_nobody","turn":1}', '"x"', '7', '[]', '', 'null', '{'];
  const { back } = await handle(strange);
  assert.deepEqual(back, [5, 6, 7]);
  assert.equal(cloud.phones.messages(primary).length, arrived);
});

test('a refresh is one read, and who is on call is paged though the table goes out at once', async () => {
  const refresh = () => handler(refreshEvent);
  cloud.calls();
  await refresh();
  assert.deepEqual(cloud.calls(), ['dynamodb BatchGetItem']);
  cloud.arm({ service: 'dynamodb', mode: 'before' });
  const log = await printed(async () => {
    assert.deepEqual(await refresh(), { batchItemFailures: [] });
  });
  assert.ok(log.includes('team not refreshed'));
  const arrived = cloud.phones.messages(primary).length;
  const alert = alertOf({ category: 'dispute', tripId: 'refreshed' }, Date.now());
  await handle([JSON.stringify({ alertId: alert.alertId, turn: alert.turn, alert })]);
  assert.equal(cloud.phones.messages(primary).length, arrived + 1);
});

test('what comes past the queue is counted for the alarm, and what comes out of it is not', async () => {
  const isCounted = async (eventSource: string) => {
    const event = batch(['{}']);
    event.Records[0]!.eventSource = eventSource;
    return (await printed(() => handler(event))).includes('QueueBypassed');
  };
  assert.deepEqual([await isCounted('aws:lambda'), await isCounted('aws:sqs')], [true, false]);
});

test('while the table is out each message is sent anew, and paged once the table is back', async () => {
  const alerts = await opened('table out', 3);
  cloud.arm({ service: 'dynamodb', mode: 'before' });
  const { back, log } = await handle(alerts.map(hintOf));
  assert.deepEqual(back, []);
  for (const alert of alerts) assert.ok(log.includes(alert.alertId), 'the log says which');
  cloud.faults.clear();
  assert.deepEqual((await handle(alerts.map(hintOf))).back, []);
  for (const alert of alerts) assert.equal(await pagesOf(alert), 1);
});

test('while table and queue are out the whole batch goes back, and the function itself is well', async () => {
  const alerts = await opened('both out', 3);
  cloud.arm({ service: 'dynamodb', mode: 'before' }, { service: 'sqs', mode: 'before' });
  assert.deepEqual((await handle(alerts.map(hintOf))).back, [0, 1, 2]);
  cloud.faults.clear();
  assert.deepEqual((await handle(alerts.map(hintOf))).back, []);
});

test('a step that was published and not recorded goes back, and is taken when it comes again', async () => {
  const [alert] = await opened('not recorded', 1);
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'before' });
  assert.deepEqual((await handle([hintOf(alert!)])).back, [0]);
  assert.equal(await pagesOf(alert!), 0);
  cloud.faults.clear();
  assert.deepEqual((await handle([hintOf(alert!)])).back, []);
  assert.equal(await pagesOf(alert!), 1);
});

test('a record whose answer was lost is in the books once, and the next step follows', async () => {
  const [alert] = await opened('answer lost', 1);
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  cloud.calls();
  assert.deepEqual((await handle([hintOf(alert!)])).back, []);
  const stored = (await store.load(alert!.alertId))!;
  assert.deepEqual([stored.pages.length, stored.hop, stored.version], [1, 1, 2]);
  assert.ok(cloud.calls().includes('sqs SendMessage'), 'nobody waits for the sweeper');
});

test('the same message three times in a batch takes one step, with one SMS', async () => {
  const [alert] = await opened('twice', 1);
  const arrived = cloud.phones.messages(primary).length;
  assert.deepEqual((await handle(Array.from({ length: 3 }, () => hintOf(alert!)))).back, []);
  assert.equal(cloud.phones.messages(primary).length, arrived + 1);
  assert.equal((await store.load(alert!.alertId))!.hop, 1);
});

test('the log holds no number, no name, no trip and no link, whatever went wrong', async () => {
  const alerts = await opened('trip-secret', 2);
  cloud.phones.setState(primary, { invalid: true });
  cloud.arm({ service: 'sns', action: 'Publish', mode: 'before', times: 3 });
  const { log } = await handle([...alerts.map(hintOf), '{"alertId": "+628111000777']);
  cloud.phones.setState(primary, { invalid: false });
  assert.ok(log.includes('step taken'));
  const { linkKey } = alerts[0]!;
  for (const secret of [primary, '+628111', member('ana').name, 'trip-secret', '/p/', linkKey]) {
    assert.ok(!log.includes(secret), secret);
  }
});
