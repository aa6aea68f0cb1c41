import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { EscalationPolicy } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import { type LaneStore, type PagingStore, UnavailableError } from '../ports.ts';
import { alertKey, fromItem, type Item } from './alert-item.ts';
import { policyKey, readDocument, teamKey } from './document-store.ts';
import { paceKey, readPace } from './pace-store.ts';
import { readWorkload, workloadKey } from './workload-store.ts';

/** One consistent read for a paging decision: nothing is cached, so nothing can be out of date. */
export function pagingStore(client: DynamoDBClient, table: string): PagingStore & LaneStore {
  return {
    async loadForPaging(alertId, tier, at) {
      const workload = workloadKey(tier, at);
      const paceOf = paceKey(tier);
      const keys = [alertKey(alertId), teamKey(tier), policyKey(tier), workload, paceOf];
      // Without the count no limit holds for a while, without the pace no page waits for a digest.
      const spare = [workload, paceOf].map((key) => key.sk!.S);
      const without = (key: Item) => spare.includes(key.sk!.S);
      const items = await readAll(client, table, keys, without).catch((cause: unknown) => {
        throw new UnavailableError('the table does not answer', { cause });
      });
      const find = (sk: string) => items.find((item) => item.sk!.S === sk);
      const alert = find('ALERT');
      const [taken, pace] = [find(workload.sk!.S!), find('PACE')];
      return {
        alert: alert && fromItem(alert),
        ...documentsOf(items),
        taken: taken && readWorkload(taken),
        pace: pace && readPace(pace),
      };
    },

    async loadLane(tier) {
      const items = await readAll(client, table, [teamKey(tier), policyKey(tier)]);
      return documentsOf(items);
    },
  };
}

function documentsOf(items: Item[]): { team?: Team; policy?: EscalationPolicy } {
  const [team, policy] = ['TEAM', 'POLICY'].map((sk) => items.find((item) => item.sk!.S === sk));
  return {
    team: team && readDocument<Team>(team).document,
    policy: policy && readDocument<EscalationPolicy>(policy).document,
  };
}

/** How long a read that gets no further waits before it is tried again (ms). */
const waits = [25, 50, 100, 200];

/**
 * DynamoDB may leave keys of a batch unread under load; an unread key must not look like none, but
 * for those that `without` says can be done without.
 */
export async function readAll(
  client: DynamoDBClient,
  table: string,
  keys: Item[],
  without: (key: Item) => boolean = () => false,
): Promise<Item[]> {
  const items: Item[] = [];
  const patience = [...waits];
  let left = keys;
  while (left.length > 0) {
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetItemCommand({
        RequestItems: { [table]: { Keys: left, ConsistentRead: true } },
      }),
    );
    items.push(...(Responses?.[table] ?? []));
    const unread = UnprocessedKeys?.[table]?.Keys ?? [];
    if (unread.every(without)) return items;
    if (unread.length === left.length) {
      const wait = patience.shift();
      if (wait === undefined) throw new Error(`${left.length} keys were left unread`);
      await sleep(wait);
    }
    left = unread;
  }
  return items;
}
