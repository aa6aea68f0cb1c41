import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/**
 * A function that holds the clients of `press` with the operations that it calls, and nothing more:
 * what any press function has to load of the SDK.
 */
const table = new DynamoDBClient({});
const queue = new SQSClient({});

export async function handler(call: {
  put: PutItemCommand['input'];
  get: GetItemCommand['input'];
  send: SendMessageCommand['input'];
}): Promise<void> {
  await table.send(new PutItemCommand(call.put));
  await table.send(new GetItemCommand(call.get));
  await queue.send(new SendMessageCommand(call.send));
}
