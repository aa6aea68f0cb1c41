import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { anyCredentials } from '../../../local/engines.ts';

/** A database for the stack that starts after it, in which a test can let time pass. */
export async function openTable() {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_ENDPOINT_URL_DYNAMODB = endpoint;
  const client = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-3',
    credentials: anyCredentials,
  });

  return {
    /** As if the two minutes were over for which a run of the rota that died keeps others out. */
    async endClaim(tier: number): Promise<void> {
      const { TableNames: [TableName] = [] } = await client.send(new ListTablesCommand({}));
      const Key = { pk: { S: `TEAM#${tier}` }, sk: { S: 'TOLD' } };
      const { Item } = await client.send(new GetItemCommand({ TableName, Key }));
      const { claimedUntil: _, ...memory } = JSON.parse(Item!.doc!.S!) as { claimedUntil?: number };
      const doc = { S: JSON.stringify(memory) };
      await client.send(new PutItemCommand({ TableName, Item: { ...Item, doc } }));
    },

    async close(): Promise<void> {
      client.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}
