import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TrailPoint } from '../domain/trail.ts';
import type { LocationStore } from '../ports.ts';
import { ofAlert, queryAll } from './query-items.ts';
import { writeBatches } from './write-batches.ts';

const keepForDays = 30;

export function locationWriter(client: DynamoDBClient, table: string): Pick<LocationStore, 'add'> {
  return {
    async add(alertId, points) {
      const items = new Map(points.map((point) => [point.at, pointItem(alertId, point)]));
      const requests = [...items.values()].map((Item) => ({ PutRequest: { Item } }));
      await writeBatches(client, table, requests);
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
