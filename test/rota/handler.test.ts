import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { documentStore } from '../../lambdas/adapters/document-store.ts';
import { rotaMemoryStore } from '../../lambdas/adapters/rota-memory-store.ts';
import { emptyMemory } from '../../lambdas/domain/rota-memory.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { member, team } from '../support/alerts.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { printed } from '../support/printed.ts';

let cloud: Cloud;
let topic: string;
let tell: () => Promise<void>;
before(async () => {
  cloud = await openCloud();
  const environment = cloud.environment('rota');
  topic = environment.TOPIC_ARN_1!;
  Object.assign(process.env, environment);
  ({ handler: tell } = await import('../../lambdas/rota/handler.ts'));
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

/** Somewhere on earth it is past eight in the morning, and hours from midnight. */
function daytimeZone(): string {
  const offset = 13 - new Date().getUTCHours();
  return `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
}

const ana = member('ana', { handoffNotices: true });
const budi = member('budi', { handoffNotices: true });

async function put(overrides: Team['overrides']): Promise<void> {
  const store = documentStore(cloud.owner, cloud.table);
  const version = (await store.loadTeam(1))?.version ?? 0;
  const members = [ana, budi, ...team().members.slice(2)];
  const rota = team({ members, overrides, timeZone: daytimeZone() });
  assert.equal(await store.saveTeam(1, rota, version), true);
}

const hour = 3_600_000;
const fromNow = (hours: number) => new Date(Date.now() + hours * hour).toISOString();
const texts = ({ phone }: { phone: string }) => cloud.phones.messages(phone).map((one) => one.text);

test('a stand-in is told and so is who is relieved, and a gap ahead is on the topic, once', async () => {
  await put([]);
  await printed(tell);
  assert.deepEqual([texts(ana), texts(budi), cloud.told(topic)], [[], [], []]);

  const memory = rotaMemoryStore(cloud.owner, cloud.table);
  const { version, document } = (await memory.load(1))!;
  const yesterday = { ...document, warnedOn: '2026-01-01' };
  await memory.save({ tier: 1, memory: yesterday, keepUntil: Date.now() + hour }, version);
  await put([
    { rotation: 'primary', responderId: 'budi', start: fromNow(-0.01), end: fromNow(2) },
    { rotation: 'secondary', responderId: '', start: fromNow(48), end: fromNow(50) },
  ]);
  const log = await printed(async () => {
    await tell();
    await tell();
  });
  assert.match(texts(ana).join(), /^SIAGA T1 primary: giliran Anda selesai \S+ \S+$/);
  assert.match(texts(budi).join(), /^SIAGA T1 primary: giliran Anda mulai \S+ \S+ sampai .+$/);
  const told = cloud.told(topic) as { type: string; page: string }[];
  assert.deepEqual(
    told.map((one) => [one.type, one.page]),
    [['coverage_hole', 'secondary']],
  );
  assert.ok(log.includes('HandoffNoticesSent') && log.includes('RotaWarnings'));
  assert.doesNotMatch(log + JSON.stringify(told), /\w Name|\+62/);
});

test('a run that fails says so to Lambda, and in the log for each tier', async () => {
  cloud.arm({ service: 'dynamodb', action: 'GetItem', mode: 'before' });
  let failure: unknown;
  const log = await printed(() => tell().catch((error: unknown) => (failure = error)));
  assert.ok(failure instanceof AggregateError);
  assert.equal(log.match(/rota not told/g)?.length, 3);
});

test('what was told is replaced by one writer of its version, and forgotten after its time', async () => {
  const store = rotaMemoryStore(cloud.as('rota').dynamodb, cloud.table);
  const version = (await store.load(3))?.version ?? 0;
  const of = { tier: 3 as const, memory: emptyMemory, keepUntil: Date.now() + hour };
  const saved = await Promise.all([1, 2, 3, 4].map(() => store.save(of, version)));
  assert.equal(saved.filter(Boolean).length, 1);
  assert.deepEqual(await store.load(3), { version: version + 1, document: emptyMemory });
});
