import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyPhone, isAllowed, requirePollers } from '../../local/permissions.ts';
import type { LocalFunction, Mapping, Statement } from '../../local/stack.ts';

const queue = 'arn:aws:sqs:ap-southeast-3:000000000000:Work';
const table = 'arn:aws:dynamodb:ap-southeast-3:000000000000:table/Alerts';
const topic = 'arn:aws:sns:ap-southeast-3:000000000000:Topic';

const may = (Action: string | string[], more: Partial<Statement>): Statement => ({
  Effect: 'Allow',
  Action,
  ...more,
});
const fn = (...statements: Statement[]) => ({ id: 'Fn', name: 'fn', statements }) as LocalFunction;

test('an action is allowed on what the role names and on nothing else', async () => {
  const sender = fn(may('sqs:SendMessage', { Resource: queue }));
  assert.equal(await isAllowed(sender, 'sqs:SendMessage', queue), true);
  assert.equal(await isAllowed(sender, 'sqs:SendMessage', `${queue}2`), false);
  assert.equal(await isAllowed(sender, 'sqs:PurgeQueue', queue), false);
  assert.equal(await isAllowed(fn(), 'sqs:SendMessage', queue), false);
});

test('a table does not open its index, nor an index its table', async () => {
  const reader = fn(may('dynamodb:Query', { Resource: `${table}/index/due` }));
  assert.equal(await isAllowed(reader, 'dynamodb:Query', `${table}/index/due`), true);
  assert.equal(await isAllowed(reader, 'dynamodb:Query', table), false);
  const owner = fn(may('dynamodb:Query', { Resource: table }));
  assert.equal(await isAllowed(owner, 'dynamodb:Query', `${table}/index/due`), false);
});

test('what is denied stays denied, whatever else allows it', async () => {
  const both = fn(may('sqs:*', { Resource: '*' }), {
    Effect: 'Deny',
    Action: 'sqs:SendMessage',
    Resource: queue,
  });
  assert.equal(await isAllowed(both, 'sqs:SendMessage', queue), false);
  assert.equal(await isAllowed(both, 'sqs:ReceiveMessage', queue), true);
});

test('a batch needs what IAM asks for: the permission of the single action', async () => {
  const sender = fn(may('sqs:SendMessage', { Resource: queue }));
  assert.equal(await isAllowed(sender, 'sqs:SendMessageBatch', queue), true);
  assert.equal(await isAllowed(sender, 'sqs:DeleteMessageBatch', queue), false);
});

test('a permission for topics sends no SMS, and one for SMS opens no topic', async () => {
  const publisher = fn(may('sns:Publish', { Resource: topic }));
  assert.equal(await isAllowed(publisher, 'sns:Publish', topic), true);
  assert.equal(await isAllowed(publisher, 'sns:Publish', anyPhone), false);
  const texter = fn(may('sns:Publish', { NotResource: 'arn:*:sns:*:*:*' }));
  assert.equal(await isAllowed(texter, 'sns:Publish', anyPhone), true);
  assert.equal(await isAllowed(texter, 'sns:Publish', topic), false);
});

test('an event source whose function may not read the queue is an error, as it is in AWS', async () => {
  const mapping = { functionId: 'Fn', queueArn: queue } as Mapping;
  const reading = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  await requirePollers([fn(may(reading, { Resource: queue }))], [mapping]);
  for (const missing of reading) {
    const rest = reading.filter((action) => action !== missing);
    await assert.rejects(requirePollers([fn(may(rest, { Resource: queue }))], [mapping]), {
      message: `the role of fn does not allow ${missing} on ${queue}`,
    });
  }
});
