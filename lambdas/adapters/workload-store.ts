import { type DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { Tier } from '../domain/policy.ts';
import type { WorkloadStore } from '../ports.ts';
import type { Item } from './alert-item.ts';

const day = 86_400_000;
/** Attribute names of responders, apart from the table's own. */
const prefix = 'r:';

/** One item a tier and week, which holds for each responder the set of alerts that they took. */
export function workloadKey(tier: Tier, at: number): Item {
  return { pk: { S: `TEAM#${tier}` }, sk: { S: `TAKEN#${mondayOf(at)}` } };
}

export function readWorkload(item: Item): ReadonlyMap<string, number> {
  const responders = Object.entries(item).filter(([name]) => name.startsWith(prefix));
  return new Map(
    responders.map(([name, alerts]) => [name.slice(prefix.length), alerts.SS?.length ?? 0]),
  );
}

export function workloadStore(client: DynamoDBClient, table: string): WorkloadStore {
  return {
    async noteTaken({ tier, responderId, alertId, at }) {
      await client.send(
        new UpdateItemCommand({
          TableName: table,
          Key: workloadKey(tier, at),
          // A set, so that an alert counts once however often it is taken again.
          UpdateExpression: 'ADD #taken :alert SET expiresAt = :end',
          ExpressionAttributeNames: { '#taken': prefix + responderId },
          ExpressionAttributeValues: {
            ':alert': { SS: [alertId] },
            ':end': { N: String(Math.ceil((at + 15 * day) / 1000)) },
          },
        }),
      );
    },
  };
}

/** The Monday (UTC, YYYY-MM-DD) of the week that an instant lies in. */
function mondayOf(at: number): string {
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * day).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
