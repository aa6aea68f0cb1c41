import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { alertIdOf } from '../../lambdas/domain/ids.ts';
import { type Category, type Tier, tiers } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { City, linkOf, pause, quick } from '../support/city.ts';

const primary = { 1: '+628111000101', 2: '+628112000102', 3: '+628113000103' };
const secondary = { 1: '+628111000201', 2: '+628112000202', 3: '+628113000203' };
const categories: Record<Tier, Category> = { 1: 'harassment', 2: 'other', 3: 'dispute' };
const senders = ['press', 'reporter', 'responder', 'staff'];
/** The sweeper leaves alone what fell due within this (ms). */
const grace = 10_000;

let city: City;
before(async () => {
  city = await City.open();
  for (const tier of tiers) await city.putPolicy(tier, quick(600));
});
after(() => city.close());

function tripOf(name: string, tier: Tier) {
  const tripId = `${name} ${tier}`;
  return { service: 'GoRide', category: categories[tier], tripId };
}

function idOf(name: string, tier: Tier): string {
  return alertIdOf('rider', { tripId: `${name} ${tier}`, pressId: 'p' });
}

async function press(name: string, tier: Tier): Promise<void> {
  const { alertId } = await city.press('rider', { pressId: 'p', ...tripOf(name, tier) });
  assert.equal(alertId, idOf(name, tier));
}

/** The SMS about an alert to a phone, as soon as it is there. */
async function smsAbout(alertId: string, phone: string) {
  for (const end = Date.now() + 15_000; ; await pause(50)) {
    const about = (await city.inbox(phone)).find((one) => one.text.includes(alertId.slice(4)));
    if (about !== undefined) return about;
    assert.ok(Date.now() < end, `no SMS about ${alertId} on ${phone}`);
  }
}

/** Everybody who can make a page fall due at once does so, in one tier. */
async function everybodySends(name: string, tier: Tier): Promise<void> {
  await press(name, tier);
  const alertId = idOf(name, tier);
  const link = linkOf(await smsAbout(alertId, primary[tier]));
  for (let recorded = false; !recorded; await pause(50)) {
    recorded = ((await city.alert(alertId)) as { pages: unknown[] }).pages.length > 0;
  }
  // The primary declines, so the secondary is paged; staff take it and hand it back.
  assert.equal((await city.call('POST', `${link}/decline`)).status, 303);
  await smsAbout(alertId, secondary[tier]);
  for (const action of ['acknowledge', 'release']) {
    const done = await city.staff('POST', `/alerts/${alertId}/${action}`, {});
    assert.equal(done.status, 200);
  }
  const report = { reportId: 'r', ...tripOf(`${name}, reported`, tier) };
  const reported = await city.call('POST', '/v1/reports', { as: 'rider', body: report });
  assert.equal(reported.status, 202);
  await smsAbout(idOf(`${name}, reported`, tier), primary[tier]);
}

test('each function that makes a page fall due reaches each lane through its queue', async () => {
  const lost = { function: 'pager', service: 'dynamodb', action: 'PutItem', mode: 'after' };
  // A record whose answer is lost is looked for, in each lane.
  const about = tiers.map((tier) => idOf('by queue', tier));
  await city.faults(about.map((alertId) => ({ ...lost, times: 1, about: [alertId] })));
  await Promise.all(tiers.map((tier) => everybodySends('by queue', tier)));
});

test('the sweeper reaches each lane, through its queue and past it', async () => {
  const sweepAt = async (due: number) => {
    await pause(due + grace + 500 - Date.now());
    const swept = await fetch(`${city.local.url}/_local/schedules/sweeper`, { method: 'POST' });
    assert.equal(swept.status, 204);
  };
  const pressAll = async (name: string) => {
    for (const tier of tiers) await press(name, tier);
    return Date.now();
  };
  const unsent = ['sqs', 'lambda'].map((service) => ({
    function: 'press',
    service,
    mode: 'before',
  }));
  await city.faults(unsent);
  const first = await pressAll('swept');
  await pause(4_000);
  const second = await pressAll('swept past the queue');
  await sweepAt(first);
  for (const tier of tiers) await smsAbout(idOf('swept', tier), primary[tier]);
  await city.faults([...unsent, { function: 'sweeper', service: 'sqs', mode: 'before' }]);
  await sweepAt(second);
  for (const tier of tiers) await smsAbout(idOf('swept past the queue', tier), primary[tier]);
});

test('each function that makes a page fall due reaches each lane while its queue is out', async () => {
  const out = { service: 'sqs', action: 'SendMessage', mode: 'before' };
  await city.faults(senders.map((name) => ({ ...out, function: name })));
  await Promise.all(tiers.map((tier) => everybodySends('past the queue', tier)));
});

test('each lane’s topic hears in the morning of its team what the rota will lack', async () => {
  // Wherever it is past eight now; another zone has another morning than the one that was told of.
  const timeZone = new Date().getUTCHours() >= 8 ? 'UTC' : 'Asia/Tokyo';
  for (const tier of tiers) {
    const team = (await (await city.staff('GET', `/teams/${tier}`)).json()) as Team;
    await city.putTeam(tier, { ...team, timeZone, rotations: [] });
  }
  const told = await fetch(`${city.local.url}/_local/schedules/rota`, { method: 'POST' });
  assert.equal(told.status, 204);
  for (const tier of tiers) {
    const events = await city.topic(tier);
    assert.ok(
      events.some((event) => event.type === 'coverage_hole'),
      `tier ${tier}: ${JSON.stringify(events.at(-1))}`,
    );
  }
});
