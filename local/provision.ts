import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import { CreateTopicCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { anyCredentials, type Engines } from './engines.ts';
import type { LocalStack } from './stack.ts';
import type { Properties } from './template.ts';

/**
 * Makes the tables, queues and topics that the template names, where they are not there yet.
 * `fresh` empties the tables too, which an engine elsewhere still has.
 */
export async function provision(
  engines: Engines,
  stack: LocalStack,
  of: { region: string; fresh: boolean },
): Promise<void> {
  for (const table of stack.tables) {
    if (of.fresh) await deleteTable(engines.client, table.TableName);
    await createTable(engines.client, table);
  }
  const config = { endpoint: engines.messaging, region: of.region, credentials: anyCredentials };
  const sqs = new SQSClient(config);
  const sns = new SNSClient(config);
  try {
    // Dead-letter queues first: a redrive policy has to name a queue that exists.
    const queues = stack.queues.toSorted(
      (a, b) => Number('RedrivePolicy' in a.attributes) - Number('RedrivePolicy' in b.attributes),
    );
    for (const { name, attributes } of queues) {
      // A queue of yesterday's template keeps its messages and takes on today's attributes.
      const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }));
    }
    for (const { name } of stack.topics) await sns.send(new CreateTopicCommand({ Name: name }));
  } finally {
    sqs.destroy();
    sns.destroy();
  }
}

/** Makes the table where it is not there yet, and returns once it takes items. */
export async function createTable(client: DynamoDBClient, table: Properties): Promise<void> {
  const stored = await describe(client, table.TableName);
  if (stored === undefined) {
    await client.send(
      new CreateTableCommand({
        TableName: table.TableName,
        AttributeDefinitions: table.AttributeDefinitions,
        KeySchema: table.KeySchema,
        BillingMode: 'PAY_PER_REQUEST',
        GlobalSecondaryIndexes: table.GlobalSecondaryIndexes?.map((index: Properties) => ({
          IndexName: index.IndexName,
          KeySchema: index.KeySchema,
          Projection: index.Projection,
        })),
      }),
    );
  } else if (shapeOf(stored) !== shapeOf(table)) {
    throw new Error(
      `the stored table ${table.TableName} has other keys or indexes than the template; ` +
        '--fresh begins anew',
    );
  }
  while ((await describe(client, table.TableName))?.TableStatus !== 'ACTIVE') await sleep(20);
}

/** Keys and indexes as one text, whatever their order. */
function shapeOf({ KeySchema, GlobalSecondaryIndexes = [] }: Properties): string {
  const indexes = (GlobalSecondaryIndexes as Properties[]).map(
    (index) => `${String(index.IndexName)}: ${keysOf(index.KeySchema)}`,
  );
  return [keysOf(KeySchema), ...indexes.toSorted()].join('; ');
}

function keysOf(schema: Properties[]): string {
  const keys = schema.map((key) => `${String(key.KeyType)} ${String(key.AttributeName)}`);
  return keys.toSorted().join(', ');
}

async function deleteTable(client: DynamoDBClient, name: string): Promise<void> {
  if ((await describe(client, name)) === undefined) return;
  await client.send(new DeleteTableCommand({ TableName: name }));
  while ((await describe(client, name)) !== undefined) await sleep(20);
}

/** Undefined where there is no such table. */
async function describe(
  client: DynamoDBClient,
  name: string,
): Promise<TableDescription | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
