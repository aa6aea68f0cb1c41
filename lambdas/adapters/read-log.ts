import { randomBytes } from 'node:crypto';
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { CaseRead } from '../domain/case-file.ts';
import type { ReadLog } from '../ports.ts';
import { ofAlert, queryAll } from './query-items.ts';

/** Kept as long as an alert is, and so longer than the words that were read. */
export function readLog(client: DynamoDBClient, table: string, keepForDays: number): ReadLog {
  return {
    async record(read) {
      // Two readings in one millisecond are two.
      const id = randomBytes(6).toString('base64url');
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...ofAlert(read.alertId, `READ#${new Date(read.at).toISOString()}#${id}`),
            doc: { S: JSON.stringify(read) },
            expiresAt: { N: String(Math.ceil(read.at / 1000) + keepForDays * 86_400) },
          },
        }),
      );
    },

    async list(alertId) {
      const items = await queryAll(client, table, { alertId, prefix: 'READ#' });
      return items.map((item) => JSON.parse(item.doc!.S!) as CaseRead);
    },
  };
}
