import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TrailPoint } from '../domain/trail.ts';
import type { LocationStore } from '../ports.ts';
import { ofAlert, queryAll } from './query-items.ts';

/** DynamoDB writes at most 25 items in one batch. */
const batch = 25;
const keepForDays = 30;

export function locationWriter(client: DynamoDBClient, table: string): Pick<LocationStore, 'add'> {
  return {
    async add(alertId, points) {
      const items = new Map(points.map((point) => [point.at, pointItem(alertId, point)]));
      const requests = [...items.values()].map((Item) => ({ PutRequest: { Item } }));
      for (let first = 0; first < requests.length; first += batch) {
        await writeAll(client, table, requests.slice(first, first + batch));
      }
    },
  };
}

export function locationReader(
  client: DynamoDBClient,
  table: string,
): Pick<LocationStore, 'trail'> {
  return {
    async trail(alertId, limit) {
      const items = await queryAll(client, table, { alertId, prefix: 'LOC#', limit });
      return items.map((item) => JSON.parse(item.doc!.S!) as TrailPoint);
    },
  };
}

function pointItem(alertId: string, point: TrailPoint) {
  return {
    ...ofAlert(alertId, `LOC#${new Date(point.at).toISOString()}`),
    doc: { S: JSON.stringify(point) },
    expiresAt: { N: String(Math.ceil(point.at / 1000) + keepForDays * 86_400) },
  };
}

type Requests = NonNullable<BatchWriteItemCommand['input']['RequestItems']>[string];

/** DynamoDB may leave part of a batch unwritten under load. */
async function writeAll(client: DynamoDBClient, table: string, requests: Requests): Promise<void> {
  let left = requests;
  for (let attempt = 0; left.length > 0 && attempt < 5; attempt += 1) {
    const answer = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
    );
    left = answer.UnprocessedItems?.[table] ?? [];
  }
  if (left.length > 0) throw new Error(`${left.length} positions were left unwritten`);
}
