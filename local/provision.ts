import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import type { Engines } from './engines.ts';
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
  const { region } = of;
  for (const table of stack.tables) {
    if (of.fresh) await deleteTable(engines.client, table.TableName);
    await createTable(engines.client, table);
  }
  // Dead-letter queues first: a redrive policy has to name a queue that exists.
  const queues = stack.queues.toSorted(
    (a, b) => Number('RedrivePolicy' in a.attributes) - Number('RedrivePolicy' in b.attributes),
  );
  for (const { name, attributes } of queues) {
    const request = { QueueName: name, Attributes: attributes };
    await call(
      engines.messaging,
      region,
      'sqs',
      'application/x-amz-json-1.0',
      JSON.stringify(request),
      {
        'x-amz-target': 'AmazonSQS.CreateQueue',
      },
    );
  }
  for (const { name } of stack.topics) {
    const form = new URLSearchParams({ Action: 'CreateTopic', Version: '2010-03-31', Name: name });
    await call(
      engines.messaging,
      region,
      'sns',
      'application/x-www-form-urlencoded',
      form.toString(),
    );
  }
}

async function call(
  url: string,
  region: string,
  service: string,
  contentType: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const authorization = `AWS4-HMAC-SHA256 Credential=local/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': contentType, authorization, ...headers },
    body,
  });
  if (!response.ok)
    throw new Error(`${service} engine: ${response.status} ${await response.text()}`);
}

async function createTable(client: DynamoDBClient, table: Properties): Promise<void> {
  if ((await statusOf(client, table.TableName)) === undefined) {
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
  }
  while ((await statusOf(client, table.TableName)) !== 'ACTIVE') await sleep(20);
}

async function deleteTable(client: DynamoDBClient, name: string): Promise<void> {
  if ((await statusOf(client, name)) === undefined) return;
  await client.send(new DeleteTableCommand({ TableName: name }));
  while ((await statusOf(client, name)) !== undefined) await sleep(20);
}

/** Undefined where there is no such table. */
async function statusOf(client: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.TableStatus;
  } catch (error) {
    if ((error as Error).name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
