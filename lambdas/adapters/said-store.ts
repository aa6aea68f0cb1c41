import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { Said } from '../domain/case.ts';
import type { SaidStore } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent } from './conditional-put.ts';
import { ofAlert, queryAll } from './query-items.ts';

export function saidKeeper(
  client: DynamoDBClient,
  table: string,
  keepForDays: number,
): Pick<SaidStore, 'keep'> {
  return {
    async keep(said) {
      const put = new PutItemCommand({
        TableName: table,
        Item: saidItem(said, said.at, keepForDays),
        // What was said first under an id stays: a second telling with other words changes nothing.
        ...ifAbsent,
      });
      try {
        await client.send(put);
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
}

export function saidReader(client: DynamoDBClient, table: string): Pick<SaidStore, 'list'> {
  return {
    async list(alertId) {
      const items = await queryAll(client, table, { alertId, prefix: 'SAID#' });
      const said = items.map((item) => JSON.parse(item.doc!.S!) as Said);
      return said.filter((one) => one.erasedAt === undefined).toSorted((a, b) => a.at - b.at);
    },
  };
}

/** `since` is epoch ms; the item is forgotten `keepForDays` after it. */
export function saidItem(said: Said, since: number, keepForDays: number): Item {
  return {
    ...ofAlert(said.alertId, `SAID#${said.key}`),
    doc: { S: JSON.stringify(said) },
    expiresAt: { N: String(Math.ceil(since / 1000) + keepForDays * 86_400) },
  };
}
