import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Tier } from '../domain/policy.ts';
import type { CalendarStore } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';
import { readDocument } from './document-store.ts';

/** The key of a tier's calendar links, in an item of its own: whoever reads a team must not see it. */
export function calendarStore(client: DynamoDBClient, table: string): CalendarStore {
  const keyOf = (tier: Tier): Item => ({ pk: { S: `TEAM#${tier}` }, sk: { S: 'CALENDAR' } });
  return {
    async loadKey(tier) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(tier), ConsistentRead: true }),
      );
      return item && readDocument<string>(item);
    },

    saveKey(tier, key, version) {
      const item = {
        ...keyOf(tier),
        version: { N: String(version + 1) },
        doc: { S: JSON.stringify(key) },
      };
      return putIf(client, table, item, version === 0 ? ifAbsent : ifVersion(version));
    },
  };
}
