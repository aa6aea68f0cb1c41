import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { AlertStore } from '../ports.ts';
import { alertKey, fromItem, toItem } from './alert-item.ts';

/** One alert is one item, one transition is one conditional write. */
export function alertStore(client: DynamoDBClient, table: string): AlertStore {
  return {
    create: (alert) =>
      unlessConditionFails(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem(alert),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      ),

    async load(alertId) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: alertKey(alertId), ConsistentRead: true }),
      );
      return item && fromItem(item);
    },

    save: (alert) =>
      unlessConditionFails(
        client.send(
          new PutItemCommand({
            TableName: table,
            Item: toItem(alert),
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': { N: String(alert.version - 1) } },
          }),
        ),
      ),
  };
}

/** False where the write's condition did not hold; any other error is thrown. */
export async function unlessConditionFails(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
