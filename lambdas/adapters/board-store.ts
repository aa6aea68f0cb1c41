import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Alert } from '../domain/alert.ts';
import type { BoardStore } from '../ports.ts';
import { alertIdOfKey, alertKey, fromItem } from './alert-item.ts';
import { queryShards } from './due-store.ts';
import { readAll } from './paging-store.ts';

/** DynamoDB reads at most 100 keys in one batch. */
const batch = 100;

export function boardStore(client: DynamoDBClient, table: string): BoardStore {
  return {
    async list({ tier, closed, limit }) {
      const found = await queryShards(client, table, { tier, closed, limit });
      const ids = found.slice(0, limit).map(alertIdOfKey);
      const alerts = new Map<string, Alert>();
      for (let first = 0; first < ids.length; first += batch) {
        const items = await readAll(client, table, ids.slice(first, first + batch).map(alertKey));
        for (const item of items) alerts.set(alertIdOfKey(item), fromItem(item));
      }
      return ids.flatMap((id) => alerts.get(id) ?? []);
    },
  };
}
