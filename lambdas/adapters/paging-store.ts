import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EscalationPolicy } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import type { PagingStore } from '../ports.ts';
import { alertKey, fromItem, type Item } from './alert-item.ts';
import { policyKey, readDocument, teamKey } from './document-store.ts';
import { readWorkload, workloadKey } from './workload-store.ts';

/** One consistent read for a paging decision: nothing is cached, so nothing can be out of date. */
export function pagingStore(client: DynamoDBClient, table: string): PagingStore {
  return {
    async loadForPaging(alertId, tier, at) {
      const workload = workloadKey(tier, at);
      const keys = [alertKey(alertId), teamKey(tier), policyKey(tier), workload];
      const items = await readAll(client, table, keys);
      const find = (sk: string) => items.find((item) => item.sk!.S === sk);
      const [alert, team, policy] = [find('ALERT'), find('TEAM'), find('POLICY')];
      const taken = find(workload.sk!.S!);
      return {
        alert: alert && fromItem(alert),
        team: team && readDocument<Team>(team).document,
        policy: policy && readDocument<EscalationPolicy>(policy).document,
        taken: taken && readWorkload(taken),
      };
    },
  };
}

/** DynamoDB may leave keys of a batch unread under load; an unread key must not look like none. */
export async function readAll(
  client: DynamoDBClient,
  table: string,
  keys: Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  let left = keys;
  for (let attempt = 0; left.length > 0 && attempt < 5; attempt += 1) {
    const answer = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: left, ConsistentRead: true } },
      }),
    );
    items.push(...(answer.Responses?.[table] ?? []));
    left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
  }
  if (left.length > 0) throw new Error(`${left.length} keys were left unread`);
  return items;
}
