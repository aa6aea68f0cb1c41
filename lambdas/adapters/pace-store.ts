import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Pace } from '../domain/pacing.ts';
import type { Tier } from '../domain/policy.ts';
import type { PaceStore } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';

/** Much longer than the links of digests work (s), so that they end by their rule. */
const keptFor = 2 * 24 * 3600;

export function paceKey(tier: Tier): Item {
  return { pk: { S: `TEAM#${tier}` }, sk: { S: 'PACE' } };
}

export function readPace(item: Item): Pace {
  return JSON.parse(item.doc!.S!) as Pace;
}

export function paceStore(client: DynamoDBClient, table: string): PaceStore {
  return {
    async loadPace(tier) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: paceKey(tier), ConsistentRead: true }),
      );
      return item && readPace(item);
    },

    savePace(tier, pace) {
      const item = {
        ...paceKey(tier),
        version: { N: String(pace.version) },
        doc: { S: JSON.stringify(pace) },
        expiresAt: { N: String(Math.ceil(pace.pacedUntil / 1000) + keptFor) },
      };
      return putIf(
        client,
        table,
        item,
        pace.version === 1 ? ifAbsent : ifVersion(pace.version - 1),
      );
    },
  };
}
