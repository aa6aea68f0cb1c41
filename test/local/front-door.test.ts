import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Local } from '../../local/start.ts';
import { eventually, make, seen, startFixture } from './fixture.ts';

let local: Local;
before(async () => void (local = await startFixture()));
after(() => local?.close());
beforeEach(async () => {
  await fetch(`${local.url}/_local/faults`, { method: 'DELETE' });
  await fetch(`${local.url}/_local/calls`, { method: 'DELETE' });
});

const get = async <Body>(path: string) => (await (await fetch(local.url + path)).json()) as Body;
const arm = (...faults: object[]) =>
  fetch(`${local.url}/_local/faults`, { method: 'PUT', body: JSON.stringify(faults) });
const calls = async () =>
  (await get<Record<string, unknown>[]>('/_local/calls'))
    .map((one) => `${one.function} ${one.service} ${one.action} ${one.count}`)
    .toSorted();

test("the functions' own calls are counted, and the poller's are not", async () => {
  await make(local, 'put', { name: 'counted' });
  await make(local, 'put', { name: 'counted too' });
  await make(local, 'send', { text: 'count' });
  await eventually(async () => (await calls()).includes('worker dynamodb PutItem 1'));
  assert.deepEqual(await calls(), [
    'front dynamodb PutItem 2',
    'front sqs SendMessage 1',
    'worker dynamodb PutItem 1',
  ]);
  await fetch(`${local.url}/_local/calls`, { method: 'DELETE' });
  assert.deepEqual(await calls(), []);
});

test('a function has its own environment and nothing of ours', async () => {
  process.env.SIAGA_TEST_SECRET = 'not for functions';
  const { environment } = (await make(local, 'environment')) as { environment?: string[] };
  assert.ok(environment!.includes('TABLE'));
  assert.ok(!environment!.includes('PATH') && !environment!.includes('SIAGA_TEST_SECRET'));
});

test('what the role allows is done, a phone number among it', async () => {
  const sms = { phone: '+628111000999', text: 'hello' };
  for (const [what, more] of [
    ['put', { name: 'allowed' }],
    ['send', { text: 'allowed' }],
    ['sms', sms],
  ] as const) {
    assert.equal((await make(local, what, more)).ok, true, what);
  }
});

test("what the role does not allow is refused with the service's own error", async () => {
  const { status: _, ...read } = await make(local, 'get', { name: 'x' });
  assert.deepEqual(read, { error: 'AccessDeniedException', http: 400 });
  // The statement for phones must not open the topic.
  const { status: __, ...topic } = await make(local, 'publish');
  assert.deepEqual(topic, { error: 'AuthorizationErrorException', http: 403 });
});

test('a put of an item whose key the role does not name is refused', async () => {
  assert.equal((await make(local, 'put', { name: 'of its kind' })).ok, true);
  const { status: _, ...put } = await make(local, 'elsewhere');
  assert.deepEqual(put, { error: 'AccessDeniedException', http: 400 });
});

test('before: the service fails and nothing has happened', async () => {
  await arm({ service: 'dynamodb', action: 'PutItem', mode: 'before', times: 1 });
  const { status: _, ...answer } = await make(local, 'put', { name: 'fault before' });
  assert.deepEqual(answer, { error: 'InternalServerError', http: 500 });
  assert.ok(!(await seen(local)).includes('fault before'));
});

test('after: the service fails though it has happened', async () => {
  await arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  assert.equal((await make(local, 'put', { name: 'fault after' })).error, 'InternalServerError');
  assert.ok((await seen(local)).includes('fault after'));
});

test('after an SMS: it has arrived though SNS fails', async () => {
  await arm({ service: 'sns', mode: 'after', times: 1 });
  const { status: _, ...answer } = await make(local, 'sms', { phone: '+628111000998', text: 'a' });
  assert.deepEqual(answer, { error: 'InternalErrorException', http: 500 });
  assert.equal((await get<{ messages: [] }>('/_local/phones/+628111000998')).messages.length, 1);
});

test("timeout: no answer comes, until the caller's own patience ends", async () => {
  await arm({ service: 'dynamodb', action: 'PutItem', mode: 'timeout', times: 1 });
  const began = performance.now();
  assert.equal((await make(local, 'put', { name: 'fault timeout' })).error, 'TimeoutError');
  assert.ok(performance.now() - began >= 690, 'the client waits 700 ms');
  assert.ok(!(await seen(local)).includes('fault timeout'));
});

test('throttle: each service answers as it does itself', async () => {
  const sms = { phone: '+628111000997', text: 'x' };
  for (const [service, what, more, error, http] of [
    ['dynamodb', 'put', { name: 'x' }, 'ThrottlingException', 400],
    ['sqs', 'send', { text: 'x' }, 'RequestThrottled', 403],
    ['sns', 'sms', sms, 'Throttling', 400],
  ] as const) {
    await arm({ service, mode: 'throttle', times: 1 });
    const { status: _, ...answer } = await make(local, what, more);
    assert.deepEqual(answer, { error, http });
  }
});

test('crash: the worker dies in the middle, and the next call starts another', async () => {
  await arm({ service: 'dynamodb', action: 'PutItem', function: 'front', mode: 'crash', times: 1 });
  assert.equal((await make(local, 'put', { name: 'fault crash' })).status, 500);
  assert.equal((await make(local, 'put', { name: 'after crash' })).ok, true);
  assert.ok(!(await seen(local)).includes('fault crash'));
});

test('a fault of one function leaves the others alone', async () => {
  await arm({ service: 'dynamodb', function: 'worker', mode: 'before' });
  assert.equal((await make(local, 'put', { name: 'spared' })).ok, true);
});

test('faults are listed, cleared, and refused with the field that is wrong', async () => {
  const fault = { service: 'sqs', mode: 'before', times: 3 };
  assert.deepEqual(await (await arm(fault)).json(), [fault]);
  const bad = await arm({ service: 'sqs', mode: 'before', function: 'nobody' });
  const problem = (await bad.json()) as { errors: { field: string; detail: string }[] };
  assert.equal(bad.status, 400);
  assert.deepEqual(problem.errors, [
    { field: '[0].function', detail: 'must be one of front, worker' },
  ]);
  assert.deepEqual(await get('/_local/faults'), [fault]);
  await fetch(`${local.url}/_local/faults`, { method: 'DELETE' });
  assert.deepEqual(await get('/_local/faults'), []);
});

test('who has no credentials of a function is refused', async () => {
  const { SQSClient, ListQueuesCommand } = await import('@aws-sdk/client-sqs');
  const credentials = { accessKeyId: 'NOBODY', secretAccessKey: 'x' };
  const environment = await frontDoorUrl();
  const client = new SQSClient({ endpoint: environment, region: 'ap-southeast-3', credentials });
  await assert.rejects(client.send(new ListQueuesCommand({})), { name: 'InvalidClientTokenId' });
});

/** Where the functions are told that AWS is: the host of the queue's address in their environment. */
async function frontDoorUrl(): Promise<string> {
  const response = await fetch(`${local.url}/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ what: 'endpoint' }),
  });
  return ((await response.json()) as { endpoint: string }).endpoint;
}
