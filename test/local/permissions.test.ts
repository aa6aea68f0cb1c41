import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leadingKeysOf } from '../../local/leading-keys.ts';
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

test('a role for some items opens no others, one among them or not', async () => {
  const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['TRIP#*', 'TEAM#*'] } };
  const writer = fn(
    may(['dynamodb:PutItem', 'dynamodb:BatchGetItem'], { Resource: table, Condition }),
  );
  const of = (...keys: string[]) => isAllowed(writer, 'dynamodb:PutItem', table, keys);
  assert.deepEqual(
    [await of('TRIP#1'), await of('TRIP#1\n2'), await of('TEAM#1')],
    [true, true, true],
  );
  assert.deepEqual([await of('ALERT#1'), await of('TRIP'), await of('')], [false, false, false]);
  const batch = (...keys: string[]) => isAllowed(writer, 'dynamodb:BatchGetItem', table, keys);
  assert.equal(await batch('TRIP#1', 'TEAM#2'), true);
  assert.equal(await batch('TRIP#1', 'ALERT#2'), false);
  assert.equal(await isAllowed(writer, 'dynamodb:Scan', table), false);
});

test('the partition keys of every kind of call are read from it', () => {
  const pk = (S: string) => ({ pk: { S }, sk: { S: 'x' } });
  const query = (KeyConditionExpression: string, more: object = {}) =>
    leadingKeysOf({
      KeyConditionExpression,
      ExpressionAttributeValues: { ':v': { S: 'a' } },
      ...more,
    });
  assert.deepEqual(leadingKeysOf({ Key: pk('a') }), ['a']);
  assert.deepEqual(leadingKeysOf({ Item: pk('a') }), ['a']);
  assert.deepEqual(leadingKeysOf({ RequestItems: { T: { Keys: [pk('a'), pk('b'), pk('a')] } } }), [
    'a',
    'b',
  ]);
  const writes = [{ PutRequest: { Item: pk('a') } }, { DeleteRequest: { Key: pk('b') } }];
  assert.deepEqual(leadingKeysOf({ RequestItems: { T: writes } }), ['a', 'b']);
  assert.deepEqual(
    leadingKeysOf({
      TransactItems: [
        { Put: { TableName: 'T', Item: pk('a') } },
        { Delete: { TableName: 'T', Key: pk('b') } },
      ],
    }),
    ['a', 'b'],
  );
  assert.deepEqual(query('pk = :v and begins_with(sk, :p)'), ['a']);
  assert.deepEqual(query('dueShard = :v and dueAt < :b', { IndexName: 'due' }), ['a']);
  assert.deepEqual(query('#k = :v', { ExpressionAttributeNames: { '#k': 'pk' } }), ['a']);
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
