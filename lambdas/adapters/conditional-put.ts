import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Item } from './alert-item.ts';

/** Nothing may be stored under the item's key yet. */
export const ifAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };

/** What is stored must have this version. */
export function ifVersion(version: number) {
  return {
    ConditionExpression: '#version = :before',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':before': { N: String(version) } },
  };
}

/**
 * Writes an item with its `version` and `doc`. False where the condition did not hold; any other
 * error is thrown. The SDK tries again after an answer that was lost, and then its own first try is
 * what fails the condition: whoever has written all the same must not be told to have lost.
 */
export async function putIf(
  client: DynamoDBClient,
  table: string,
  item: Item,
  condition: typeof ifAbsent | ReturnType<typeof ifVersion>,
): Promise<boolean> {
  try {
    await client.send(new PutItemCommand({ TableName: table, Item: item, ...condition }));
    return true;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const triedAgain = (error.$metadata.attempts ?? 1) > 1;
    return triedAgain && (await isStored(client, table, item));
  }
}

async function isStored(client: DynamoDBClient, table: string, item: Item): Promise<boolean> {
  const { pk, sk, version, doc } = item;
  const { Item: stored } = await client.send(
    new GetItemCommand({ TableName: table, Key: { pk: pk!, sk: sk! }, ConsistentRead: true }),
  );
  return stored?.version?.N === version!.N && stored?.doc?.S === doc!.S;
}
