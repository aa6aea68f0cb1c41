import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { documentStore } from '../../lambdas/adapters/document-store.ts';
import { scriptStore } from '../../lambdas/adapters/script-store.ts';
import { defaultPolicies, tiers } from '../../lambdas/domain/policy.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import type { DocumentStore } from '../../lambdas/ports.ts';
import { member, team } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let store: DocumentStore;
before(async () => {
  cloud = await openCloud();
  store = documentStore(cloud.as('staff').dynamodb, cloud.table);
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

const named = (name: string) => team({ members: [member('ana', { name })] });
const nameIn = async (tier: 1 | 2 | 3) =>
  (await store.loadTeam(tier))?.document.members.map((one) => one.name).join();

test('nothing is stored until somebody has written it', async () => {
  for (const tier of tiers) {
    assert.equal(await store.loadTeam(tier), undefined);
    assert.equal(await store.loadPolicy(tier), undefined);
  }
  assert.equal(await store.saveTeam(3, team(), 1), false, 'there is no version 1 to replace');
  assert.equal(await store.loadTeam(3), undefined);
});

test('the first document replaces version 0, and each later one the version before it', async () => {
  assert.equal(await store.saveTeam(1, named('first'), 0), true);
  assert.equal(await store.saveTeam(1, named('first again'), 0), false);
  assert.equal(await store.saveTeam(1, named('second'), 1), true);
  for (const stale of [0, 1, 3]) {
    assert.equal(await store.saveTeam(1, named('stale'), stale), false, `over version ${stale}`);
  }
  assert.deepEqual(await store.loadTeam(1), { version: 2, document: named('second') });
});

test('of two who write at once one has written, and the other is told', async () => {
  const version = (await store.loadTeam(2))?.version ?? 0;
  const names = Array.from({ length: 10 }, (_, index) => `writer ${index}`);
  const saved = await Promise.all(names.map((name) => store.saveTeam(2, named(name), version)));
  assert.equal(saved.filter(Boolean).length, 1);
  assert.equal(await nameIn(2), names[saved.indexOf(true)]);
});

test('a policy is a document of its own, and so is that of each tier', async () => {
  for (const tier of tiers) {
    assert.equal(await store.savePolicy(tier, defaultPolicies[tier], 0), true);
  }
  for (const tier of tiers) {
    assert.deepEqual(await store.loadPolicy(tier), { version: 1, document: defaultPolicies[tier] });
  }
});

test('a team of 300 with names in any script is read as it was written', async () => {
  const big = team({
    members: Array.from({ length: 300 }, (_, index) =>
      member(`responder-${index}`, { name: `Ñaïf 安全 ${index} "'\\`, languages: ['id', 'jv'] }),
    ),
  });
  const version = (await store.loadTeam(3))?.version ?? 0;
  assert.equal(await store.saveTeam(3, big, version), true);
  assert.deepEqual(await store.loadTeam(3), { version: version + 1, document: big });
});

test('a script is a document for one category, service and locale', async () => {
  const scripts = scriptStore(cloud.as('staff').dynamodb, cloud.table);
  const reader = scriptStore(cloud.as('reporter').dynamodb, cloud.table);
  const key = { category: 'crash', service: 'goride', locale: 'ar' } as const;
  const script = scriptFor(key);
  assert.equal(await reader.loadScript(key), undefined);
  assert.equal(await scripts.saveScript(key, script, 0), true);
  assert.equal(await scripts.saveScript(key, script, 0), false);
  assert.deepEqual(await reader.loadScript(key), { version: 1, document: script });
  for (const other of [{ locale: 'id' }, { service: 'any' }, { category: 'medical' }] as const) {
    assert.equal(await reader.loadScript({ ...key, ...other }), undefined);
  }
});

test('a stored script that has no longer the shape of one keeps its version, and is no script', async () => {
  const scripts = scriptStore(cloud.as('staff').dynamodb, cloud.table);
  const key = { category: 'crash', service: 'any', locale: 'id' } as const;
  const yesterdays = { ...scriptFor(key), tone: 'warm' };
  assert.equal(await scripts.saveScript(key, yesterdays, 0), true);
  assert.deepEqual(await scripts.loadScript(key), { version: 1, document: undefined });
});

test('an answer that is lost does not tell a supervisor that somebody else was faster', async () => {
  const { version } = (await store.loadTeam(3))!;
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  assert.equal(await store.saveTeam(3, named('written once'), version), true);
  assert.equal((await store.loadTeam(3))?.version, version + 1);
});

test('a table that is out is an error and not a lost race', async () => {
  cloud.arm({ service: 'dynamodb', mode: 'before' });
  await assert.rejects(store.saveTeam(1, team(), 0), { name: 'InternalServerError' });
  await assert.rejects(store.loadTeam(1), { name: 'InternalServerError' });
});
