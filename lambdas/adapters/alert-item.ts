import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Alert } from '../domain/alert.ts';
import { shardOf } from '../domain/ids.ts';
import type { Tier } from '../domain/policy.ts';

/**
 * How an alert lies in the table. The document is one JSON string, which needs no marshalling
 * library on the press path; beside it stand only the attributes that DynamoDB itself works with:
 * the version of the condition, the key of the sparse index and the time to live.
 */
export type Item = Record<string, AttributeValue>;

/** Spreads what is due over partitions of the index, each of which takes 1,000 writes a second. */
export const dueShards = 8;

export const dueIndex = 'due';

export function alertKey(alertId: string): Item {
  return { pk: { S: `ALERT#${alertId}` }, sk: { S: 'ALERT' } };
}

export function alertIdOfKey(item: Item): string {
  return item.pk!.S!.slice('ALERT#'.length);
}

/** The index partition of a tier's alerts that are due, or (`closed`) that have ended. */
export function shardKey(tier: Tier, shard: number, closed = false): string {
  return `T${tier}#${closed ? 'closed#' : ''}${shard}`;
}

export function toItem(alert: Alert): Item {
  const shard = shardOf(alert.alertId, dueShards);
  const at = alert.dueAt ?? alert.closedAt;
  return {
    ...alertKey(alert.alertId),
    version: { N: String(alert.version) },
    doc: { S: JSON.stringify(alert) },
    expiresAt: { N: String(Math.ceil(alert.keepUntil / 1000)) },
    ...(at !== undefined && {
      dueShard: { S: shardKey(alert.tier, shard, alert.dueAt === undefined) },
      dueAt: { N: String(at) },
    }),
  };
}

export function fromItem(item: Item): Alert {
  return JSON.parse(item.doc!.S!) as Alert;
}
