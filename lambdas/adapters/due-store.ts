import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Tier } from '../domain/policy.ts';
import type { DueStore } from '../ports.ts';
import { alertIdOfKey, dueIndex, dueShards, type Item, shardKey } from './alert-item.ts';

export function dueStore(client: DynamoDBClient, table: string): DueStore {
  return {
    async overdue(tier, before, limit) {
      const items = await queryShards(client, table, { tier, closed: false, before, limit });
      return items.slice(0, limit).map(alertIdOfKey);
    },
  };
}

/** The keys of a tier's alerts in the index, from all of its shards, the earliest first. */
export async function queryShards(
  client: DynamoDBClient,
  table: string,
  of: { tier: Tier; closed: boolean; before?: number; limit: number },
): Promise<Item[]> {
  const before = of.before ?? Number.MAX_SAFE_INTEGER;
  const shards = await Promise.all(
    Array.from({ length: dueShards }, (_, shard) =>
      client.send(
        new QueryCommand({
          TableName: table,
          IndexName: dueIndex,
          KeyConditionExpression: 'dueShard = :shard and dueAt < :before',
          ExpressionAttributeValues: {
            ':shard': { S: shardKey(of.tier, shard, of.closed) },
            ':before': { N: String(before) },
          },
          // What ended last is what people look for; what is overdue longest is what is owed first.
          ScanIndexForward: !of.closed,
          Limit: of.limit,
        }),
      ),
    ),
  );
  const order = of.closed ? -1 : 1;
  return shards
    .flatMap((shard) => shard.Items ?? [])
    .toSorted((a, b) => order * (Number(a.dueAt!.N) - Number(b.dueAt!.N)));
}
