import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { AlertStore } from '../ports.ts';
import { alertKey, fromItem, toItem } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';

/** One alert is one item, one transition is one conditional write. */
export function alertStore(client: DynamoDBClient, table: string): AlertStore {
  return {
    create: (alert) => putIf(client, table, toItem(alert), ifAbsent),

    async load(alertId) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: alertKey(alertId), ConsistentRead: true }),
      );
      return item && fromItem(item);
    },

    save: (alert) => putIf(client, table, toItem(alert), ifVersion(alert.version - 1)),
  };
}
