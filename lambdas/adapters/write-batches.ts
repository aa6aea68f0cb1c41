import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** DynamoDB writes at most 25 items in one batch. */
const batch = 25;

export type WriteRequests = NonNullable<BatchWriteItemCommand['input']['RequestItems']>[string];

/** Puts and deletes items, in as many batches as they need. */
export async function writeBatches(
  client: DynamoDBClient,
  table: string,
  requests: WriteRequests,
): Promise<void> {
  for (let first = 0; first < requests.length; first += batch) {
    await writeAll(client, table, requests.slice(first, first + batch));
  }
}

/** DynamoDB may leave part of a batch unwritten under load. */
async function writeAll(
  client: DynamoDBClient,
  table: string,
  requests: WriteRequests,
): Promise<void> {
  let left = requests;
  for (let attempt = 0; left.length > 0 && attempt < 5; attempt += 1) {
    const answer = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [table]: left } }),
    );
    left = answer.UnprocessedItems?.[table] ?? [];
  }
  if (left.length > 0) throw new Error(`${left.length} items were left unwritten`);
}
