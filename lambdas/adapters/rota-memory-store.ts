import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Tier } from '../domain/policy.ts';
import type { RotaMemory } from '../domain/rota-memory.ts';
import type { RotaMemoryStore } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';
import { readDocument } from './document-store.ts';

/** One item a tier, beside its team. */
export function rotaMemoryStore(client: DynamoDBClient, table: string): RotaMemoryStore {
  const keyOf = (tier: Tier): Item => ({ pk: { S: `TEAM#${tier}` }, sk: { S: 'TOLD' } });
  return {
    async load(tier) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: keyOf(tier), ConsistentRead: true }),
      );
      return item && readDocument<RotaMemory>(item);
    },

    save({ tier, memory, keepUntil }, version) {
      const item = {
        ...keyOf(tier),
        version: { N: String(version + 1) },
        doc: { S: JSON.stringify(memory) },
        expiresAt: { N: String(Math.ceil(keepUntil / 1000)) },
      };
      return putIf(client, table, item, version === 0 ? ifAbsent : ifVersion(version));
    },
  };
}
