import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { readQueueToken } from '../../lambdas/domain/link.ts';
import { digestEvery } from '../../lambdas/domain/pacing.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { isGsm7 } from '../../lambdas/domain/sms.ts';
import { page, type PagerPorts } from '../../lambdas/pager/page.ts';
import { alertOf, member, night, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';
import { portsOf } from '../support/pager-ports.ts';

let memory: Memory;
let ports: PagerPorts;

/** A flood has begun, in which Ana had her last page just now. */
beforeEach(async () => {
  memory = new Memory();
  memory.setTeam(1, team());
  ports = portsOf(memory);
  for (let count = 0; count < 12; count += 1) ports.pressure.notePage('ana', 'sent', night);
  for (let count = 0; count < 10; count += 1) ports.pressure.notePage('ana', 'pending', night);
});

const trip = (count: number) => alertOf({ tripId: `trip-${count}` }, memory.now);
const stored = (alertId: string) => memory.alert(alertId)!;

async function press(count: number): Promise<string> {
  const { alertId } = memory.put(trip(count));
  await page(ports, 1, { alertId, turn: 1 });
  return alertId;
}

/** Lets the time pass until an instant, and all hints that are due by then be looked at. */
async function until(instant: number): Promise<void> {
  for (;;) {
    const due = memory.hints
      .map((one) => ({ ...one, dueAt: stored(one.hint.alertId).dueAt! }))
      .filter((one) => stored(one.hint.alertId).turn === one.hint.turn && one.dueAt <= instant)
      .toSorted((a, b) => a.dueAt - b.dueAt)[0];
    if (due === undefined) break;
    memory.now = Math.max(memory.now, due.dueAt);
    await page(ports, 1, due.hint);
  }
  memory.now = instant;
}

const resultOf = (alertId: string) => stored(alertId).pages.map((one) => one.result);

test('in a flood a page waits, and delays neither the next step nor any other alert', async () => {
  const alertId = await press(1);
  assert.deepEqual(memory.sms, []);
  const { held, hop, nextStepAt, attempts } = stored(alertId);
  assert.deepEqual(held, [
    {
      responderId: 'ana',
      step: 0,
      page: 'primary',
      looks: 0,
      digests: 0,
      dueAt: night + digestEvery,
    },
  ]);
  assert.deepEqual([hop, attempts, nextStepAt], [1, 0, night + 30_000]);
  assert.deepEqual(resultOf(alertId), ['pending']);
});

test('one digest tells of all that waits, and each alert then says that its page was sent', async () => {
  const alerts = [await press(1), await press(2), await press(3)];
  memory.now += 5_000;
  alerts.push(await press(4));
  await until(night + digestEvery);
  const toAna = memory.sms.filter((sms) => sms.phone === member('ana').phone);
  assert.equal(toAna.length, 1);
  assert.match(toAna[0]!.text, /^SIAGA T1 GoRide .+ WIB [A-Z2-9]{4} \+3 MENUNGGU https:\S+$/);
  assert.ok(isGsm7(toAna[0]!.text) && toAna[0]!.text.length <= 160);
  assert.equal(readQueueToken(toAna[0]!.text.split('/q/')[1]!)?.tier, 1);
  await until(night + digestEvery + 5_000);
  for (const alertId of alerts) {
    assert.equal(resultOf(alertId)[0], 'sent');
    const { timeline } = stored(alertId);
    assert.equal(timeline.filter((one) => one.by === 'ana' && one.what === 'paged').length, 1);
  }
});

test('the next step goes to somebody who had nothing yet, as a page of its own and at once', async () => {
  const alertId = await press(1);
  await press(2);
  await until(night + digestEvery + 2_000);
  const toBudi = memory.sms.filter((sms) => sms.phone === member('budi').phone);
  assert.equal(toBudi.length, 1);
  assert.match(toBudi[0]!.text, /\/p\//);
  assert.equal(stored(alertId).hop, 2);
});

test('what somebody takes waits no more', async () => {
  const alertId = await press(1);
  const ana = { responderId: 'ana', name: 'Ana' };
  memory.put(respond(stored(alertId), { do: 'acknowledge' }, ana, night).alert);
  assert.deepEqual([stored(alertId).held, stored(alertId).pages], [undefined, []]);
});

test('a digest that SNS cannot take now is sent a little later, and nothing is lost meanwhile', async () => {
  const alertId = await press(1);
  memory.results.set(member('ana').phone, 'pending');
  await until(night + digestEvery);
  assert.deepEqual(resultOf(alertId)[0], 'pending');
  memory.results.clear();
  await until(night + digestEvery + 7_000);
  assert.equal(resultOf(alertId)[0], 'sent');
});

test('a claim that cannot be written makes a page wait, and the alert is written all the same', async () => {
  const broken = { ...memory.pace, savePace: () => Promise.reject(new Error('out')) };
  memory.paces.set(1, { schema: 1, version: 1, key: 'q', pacedUntil: night + 1e5, responders: {} });
  ports = { ...ports, pace: broken };
  const alertId = await press(1);
  assert.equal(stored(alertId).held!.length, 1);
  assert.ok(memory.failures.some((one) => one.message === 'digest not claimed'));
});

test('whoever leaves the team or may not see an alert any more gets nothing of what waited', async () => {
  const alertId = await press(1);
  const by = { responderId: 'boss', name: 'Boss' };
  const out = { do: 'keep_out', responderId: 'ana', reason: 'knows them' } as const;
  memory.put(respond(stored(alertId), out, by, night).alert);
  await until(night + digestEvery);
  assert.deepEqual(
    memory.sms.filter((sms) => sms.phone === member('ana').phone),
    [],
  );
});
