import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { calendarStore } from '../../lambdas/adapters/calendar-store.ts';
import type { CalendarStore } from '../../lambdas/ports.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let store: CalendarStore;
before(async () => {
  cloud = await openCloud();
  store = calendarStore(cloud.as('staff').dynamodb, cloud.table);
});
after(() => cloud?.close());

test('of several who need a first key at once, all get that of one', async () => {
  assert.equal(await store.loadKey(1), undefined);
  const keys = ['a', 'b', 'c', 'd'];
  const saved = await Promise.all(keys.map((key) => store.saveKey(1, key, 0)));
  assert.equal(saved.filter(Boolean).length, 1);
  const document = keys[saved.indexOf(true)];
  assert.deepEqual(await store.loadKey(1), { version: 1, document });
});

test('a key is replaced once for each version, and those of other tiers stay', async () => {
  await store.saveKey(2, 'other', 0);
  assert.equal(await store.saveKey(1, 'new', 1), true);
  assert.equal(await store.saveKey(1, 'late', 1), false);
  assert.deepEqual(await store.loadKey(1), { version: 2, document: 'new' });
  assert.deepEqual(await store.loadKey(2), { version: 1, document: 'other' });
});
