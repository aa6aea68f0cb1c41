import {
  type AttributeValue,
  type DynamoDBClient,
  paginateScan,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Properties } from './template.ts';

type Item = Record<string, AttributeValue>;

/**
 * Puts back what an index lacks. Dynalite writes an index before its table, the old entry's end before
 * the new one: a kill between the two leaves an item that no query of the index finds, which DynamoDB
 * itself never does.
 */
export async function repairIndexes(
  client: DynamoDBClient,
  tables: readonly Properties[],
): Promise<void> {
  for (const { TableName, KeySchema, GlobalSecondaryIndexes = [] } of tables) {
    for (const { IndexName, KeySchema: indexKeys } of GlobalSecondaryIndexes as Properties[]) {
      const names = [...namesOf(indexKeys), ...namesOf(KeySchema)];
      const keyOf = (item: Item) => JSON.stringify(names.map((name) => item[name]));
      const known = new Set<string>();
      for await (const item of allOf(client, { TableName, IndexName })) known.add(keyOf(item));
      for await (const item of allOf(client, { TableName })) {
        const belongs = names.every((name) => item[name] !== undefined);
        if (!belongs || known.has(keyOf(item))) continue;
        await client.send(new PutItemCommand({ TableName, Item: item }));
      }
    }
  }
}

async function* allOf(
  client: DynamoDBClient,
  of: { TableName: string; IndexName?: string },
): AsyncGenerator<Item> {
  for await (const { Items = [] } of paginateScan({ client }, of)) yield* Items;
}

function namesOf(schema: Properties[]): string[] {
  return schema.map((key) => String(key.AttributeName));
}
