import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { startFauxqs } from 'fauxqs';

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
