import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { dueShards, toItem } from '../../lambdas/adapters/alert-item.ts';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import { boardStore } from '../../lambdas/adapters/board-store.ts';
import { dueStore } from '../../lambdas/adapters/due-store.ts';
import { type Alert, next } from '../../lambdas/domain/alert.ts';
import { shardOf } from '../../lambdas/domain/ids.ts';
import type { Tier } from '../../lambdas/domain/policy.ts';
import type { BoardStore, DueStore } from '../../lambdas/ports.ts';
import { alertOf, night } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let due: DueStore;
let board: BoardStore;
before(async () => {
  cloud = await openCloud();
  due = dueStore(cloud.as('sweeper').dynamodb, cloud.table);
  board = boardStore(cloud.as('staff').dynamodb, cloud.table);
});
after(() => cloud?.close());

/** Alerts of a tier, each a second younger than the one before it, in no order of their ids. */
function alerts(name: string, count: number, more: Partial<Alert>): Alert[] {
  return Array.from({ length: count }, (_, index) => ({
    ...alertOf({ tripId: `${name} ${index}` }),
    dueAt: night + index * 1000,
    ...more,
  }));
}

async function store(many: Alert[]): Promise<Alert[]> {
  for (let first = 0; first < many.length; first += 25) {
    const puts = many
      .slice(first, first + 25)
      .map((one) => ({ PutRequest: { Item: toItem(one) } }));
    const write = new BatchWriteItemCommand({ RequestItems: { [cloud.table]: puts } });
    await cloud.owner.send(write);
  }
  return many;
}

const idsOf = (many: Alert[]) => many.map((alert) => alert.alertId);
const longAfter = night + 1e9;

test('what is overdue comes from every shard, the oldest first, and never more than was asked for', async () => {
  const stored = await store(alerts('oldest', 60, { tier: 1 }));
  const shards = new Set(stored.map((one) => toItem(one).dueShard!.S));
  assert.equal(shards.size, dueShards);
  assert.deepEqual(await due.overdue(1, longAfter, 100), idsOf(stored));
  assert.deepEqual(await due.overdue(1, longAfter, 7), idsOf(stored.slice(0, 7)));
  const first = shardOf(stored[0]!.alertId, dueShards);
  const crowded = stored.filter((alert) => shardOf(alert.alertId, dueShards) === first);
  assert.ok(crowded.length > 1);
  const then = crowded.at(-1)!.dueAt!;
  const older = stored.filter((alert) => alert.dueAt! < then);
  assert.deepEqual(await due.overdue(1, then, 100), idsOf(older), 'up to then, not including');
});

test('an alert is overdue in its own tier, and in none once it has ended', async () => {
  const [open, taken, ended] = await store(
    (['open', 'acknowledged', 'resolved'] as const).map((status, index) => ({
      ...alerts(`status ${status}`, 1, { tier: 2, status })[0]!,
      ...(status === 'resolved' ? { dueAt: undefined, closedAt: night } : { dueAt: night + index }),
    })),
  );
  assert.deepEqual(await due.overdue(2, longAfter, 10), idsOf([open!, taken!]));
  const raised = next(open!, { tier: 3 });
  assert.equal(await alertStore(cloud.as('staff').dynamodb, cloud.table).save(raised), true);
  assert.deepEqual(await due.overdue(2, longAfter, 10), idsOf([taken!]));
  assert.deepEqual(await due.overdue(3, longAfter, 10), idsOf([raised]));
  assert.ok(!(await due.overdue(2, longAfter, 10)).includes(ended!.alertId));
});

test('of a flood the sweeper gets its thousand, the oldest ones', async () => {
  const flood = await store(alerts('flood', 1_100, { tier: 3, dueAt: night - 1e6 }));
  const oldest = alerts('before the flood', 3, { tier: 3 }).map((one, index) => ({
    ...one,
    dueAt: night - 2e6 + index,
  }));
  await store(oldest);
  const found = await due.overdue(3, longAfter, 1_000);
  assert.deepEqual(found.slice(0, 3), idsOf(oldest));
  assert.equal(found.length, 1_000);
  const known = new Set(idsOf(flood));
  assert.ok(found.slice(3).every((id) => known.has(id)));
  assert.equal(new Set(found).size, 1_000);
});

test('the board shows what is open, most overdue first, more than one batch of it', async () => {
  const stored = alerts('board', 130, { tier: 2 }).map((one) => ({
    ...one,
    dueAt: one.dueAt! - 1e8,
  }));
  await store(stored);
  const list = (limit: number) => board.list({ tier: 2, closed: false, limit });
  const shown = await list(130);
  assert.deepEqual(idsOf(shown), idsOf(stored));
  assert.deepEqual(shown[0], JSON.parse(JSON.stringify(stored[0])), 'each as it is stored');
  assert.deepEqual(idsOf(await list(101)), idsOf(stored.slice(0, 101)));
});

test('the board shows what has ended, the latest first, apart from what is open', async () => {
  const list = (tier: Tier) => board.list({ tier, closed: true, limit: 5 });
  assert.deepEqual(await list(1), []);
  const ended = alerts('ended', 20, { tier: 1, status: 'resolved', dueAt: undefined }).map(
    (one, index) => ({ ...one, closedAt: night + index }),
  );
  await store(ended);
  assert.deepEqual(idsOf(await list(1)), idsOf(ended.toReversed().slice(0, 5)));
});
