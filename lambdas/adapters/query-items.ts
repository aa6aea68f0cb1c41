import { type DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { alertKey, type Item } from './alert-item.ts';

/** The key of what lies beside an alert. */
export function ofAlert(alertId: string, sk: string): Item {
  return { ...alertKey(alertId), sk: { S: sk } };
}

/** What lies beside an alert under a prefix, all of it or the newest `limit`, in the order of keys. */
export async function queryAll(
  client: DynamoDBClient,
  table: string,
  of: { alertId: string; prefix: string; limit?: number },
): Promise<Item[]> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk and begins_with(sk, :prefix)',
        ExpressionAttributeValues: {
          ':pk': alertKey(of.alertId).pk!,
          ':prefix': { S: of.prefix },
        },
        ConsistentRead: true,
        ScanIndexForward: of.limit === undefined,
        Limit: of.limit,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined && items.length < (of.limit ?? Infinity));
  return of.limit === undefined ? items : items.slice(0, of.limit).toReversed();
}
