import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { paceStore } from '../../lambdas/adapters/pace-store.ts';
import { pagingStore } from '../../lambdas/adapters/paging-store.ts';
import { keepPacing, newPace } from '../../lambdas/domain/pacing.ts';
import { night } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
before(async () => {
  cloud = await openCloud();
});
after(() => cloud?.close());

test('of two pagers that write the pace of a tier at once one has it, and a decision reads it', async () => {
  const pagers = [2, 2].map((tier) => paceStore(cloud.as('pager', tier).dynamodb, cloud.table));
  assert.equal(await pagers[0]!.loadPace(2), undefined);
  const pace = keepPacing(newPace('q'.repeat(43)), night);
  const saved = await Promise.all(pagers.map((one) => one.savePace(2, pace)));
  assert.equal(saved.filter(Boolean).length, 1);
  const next = keepPacing(pace, night + 1);
  assert.deepEqual(
    [await pagers[0]!.savePace(2, next), await pagers[1]!.savePace(2, next)],
    [true, false],
  );
  const paging = pagingStore(cloud.as('pager', 2).dynamodb, cloud.table);
  assert.deepEqual((await paging.loadForPaging('alr_nobody', 2, night)).pace, next);
  assert.equal((await paging.loadForPaging('alr_nobody', 3, night)).pace, undefined);
  assert.deepEqual(await paceStore(cloud.as('responder').dynamodb, cloud.table).loadPace(2), next);
});
