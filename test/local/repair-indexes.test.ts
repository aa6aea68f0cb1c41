import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PutItemCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb';
import { startEngines } from '../../local/engines.ts';
import { createTable } from '../../local/provision.ts';
import { repairIndexes } from '../../local/repair-indexes.ts';
import { temporaryDir } from './fixture.ts';

const key = (AttributeName: string, KeyType: 'HASH' | 'RANGE') => ({ AttributeName, KeyType });
const table = {
  TableName: 'Alerts',
  AttributeDefinitions: ['pk', 'shard', 'due'].map((AttributeName) => ({
    AttributeName,
    AttributeType: 'S',
  })),
  KeySchema: [key('pk', 'HASH')],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [key('shard', 'HASH'), key('due', 'RANGE')],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};

test('what an index lost to a kill is put back when the stack starts, and nothing else is', async () => {
  const { client, close } = await startEngines(temporaryDir(), 'ap-southeast-3');
  try {
    await createTable(client, table);
    const put = (pk: string, more: object = {}) =>
      client.send(new PutItemCommand({ TableName: 'Alerts', Item: { pk: { S: pk }, ...more } }));
    const due = { shard: { S: '1' }, due: { S: '2' } };
    await put('kept', due);
    await put('lost', due);
    await put('never due');

    const written: string[] = [];
    client.middlewareStack.add((next, { commandName }) => async (args) => {
      const input = args.input as ScanCommandInput & { Item?: { pk: { S: string } } };
      if (commandName === 'PutItemCommand') written.push(input.Item!.pk.S);
      const answer = await next(args);
      const output = answer.output as { Items?: { pk: { S: string } }[] };
      if (input.IndexName) output.Items = output.Items?.filter((one) => one.pk.S !== 'lost');
      return answer;
    });
    await repairIndexes(client, [table]);
    assert.deepEqual(written, ['lost']);
  } finally {
    await close();
  }
});
