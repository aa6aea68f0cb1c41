import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';
import type { LocalStack } from './stack.ts';
import type { Properties } from './template.ts';

/** The real databases behind the front door, each on disk. */
export interface Engines {
  dynamodb: string;
  /** SQS and the topics of SNS. */
  messaging: string;
  client: DynamoDBClient;
  close(): Promise<void>;
}

/** Any credentials do: the engines check none, the front door has done so by then. */
export const anyCredentials = { accessKeyId: 'local', secretAccessKey: 'local' };

export async function startEngines(dataDir: string, region: string): Promise<Engines> {
  const table = await startDynamodb(join(dataDir, 'dynamodb'));
  const queues = await startFauxqs({
    port: 0,
    host: '127.0.0.1',
    logger: false,
    defaultRegion: region,
    dataDir: join(dataDir, 'messaging'),
  });
  const client = new DynamoDBClient({ endpoint: table.url, region, credentials: anyCredentials });
  return {
    dynamodb: table.url,
    messaging: `http://127.0.0.1:${queues.port}`,
    client,
    async close() {
      client.destroy();
      await queues.stop();
      await table.close();
    },
  };
}

async function startDynamodb(path: string): Promise<{ url: string; close(): Promise<void> }> {
  const elsewhere = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (elsewhere) return { url: elsewhere, close: async () => {} };
  mkdirSync(path, { recursive: true });
  const server = dynalite({ path, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Makes the tables, queues and topics that the template names, where they are not there yet. */
export async function provision(
  engines: Engines,
  stack: LocalStack,
  region: string,
): Promise<void> {
  for (const table of stack.tables) await createTable(engines.client, table);
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
  try {
    await client.send(new DescribeTableCommand({ TableName: table.TableName }));
    return;
  } catch (error) {
    if ((error as Error).name !== 'ResourceNotFoundException') throw error;
  }
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
