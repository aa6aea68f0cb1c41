import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { CaseFile } from '../domain/case-file.ts';
import type { CaseStore } from '../ports.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';
import { ofAlert } from './query-items.ts';

/** What was answered is kept `keepForDays` after the last change. */
export function caseStore(client: DynamoDBClient, table: string, keepForDays: number): CaseStore {
  return {
    async load(alertId) {
      const { Item: item } = await client.send(
        new GetItemCommand({
          TableName: table,
          Key: ofAlert(alertId, 'CASE'),
          ConsistentRead: true,
        }),
      );
      return item && (JSON.parse(item.doc!.S!) as CaseFile);
    },

    save(file) {
      const item = {
        ...ofAlert(file.alertId, 'CASE'),
        version: { N: String(file.version) },
        doc: { S: JSON.stringify(file) },
        expiresAt: { N: String(Math.ceil(file.changedAt / 1000) + keepForDays * 86_400) },
      };
      const condition = file.version === 1 ? ifAbsent : ifVersion(file.version - 1);
      return putIf(client, table, item, condition);
    },
  };
}
