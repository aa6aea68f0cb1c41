import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { page, type PagerPorts } from '../../lambdas/pager/page.ts';
import { Pressure } from '../../lambdas/pager/pressure.ts';
import { takePress } from '../../lambdas/press/press.ts';
import { UnavailableError } from '../../lambdas/ports.ts';
import { alertOf, facts, member, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';

let memory: Memory;
let out: boolean;
let ports: PagerPorts & Parameters<typeof takePress>[0];

beforeEach(() => {
  memory = new Memory();
  memory.setTeam(1, team());
  memory.setTeam(1, team());
  out = false;
  const { store, queue, phones, topic, clock, telemetry, pace } = memory;
  const unlessOut =
    <Asked extends unknown[], Answer>(call: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked) => {
      if (out) throw new UnavailableError('the table does not answer');
      return call(...asked);
    };
  ports = {
    store: {
      create: unlessOut(store.create),
      load: unlessOut(store.load),
      save: unlessOut(store.save),
      loadForPaging: unlessOut(store.loadForPaging),
    },
    queue,
    sms: phones,
    topic,
    clock,
    telemetry,
    linkBase: 'https://siaga.example',
    lastSeen: new Map([[1, { team: team() }]]),
    newLinkKey: () => 'k'.repeat(43),
    pace,
    pressure: new Pressure(),
    newKey: () => 'q'.repeat(43),
    retention: 1e10,
  };
});

const { alertId } = alertOf();
const outOfReach = () => Promise.reject(new UnavailableError('the table does not answer'));

/** Hands the newest message to the pager. */
async function deliver(): Promise<void> {
  const { hint, delaySeconds } = memory.hints.pop()!;
  memory.now += delaySeconds * 1000;
  await page(ports, 1, hint);
}

test('a press while the table is out is accepted by the queue and paged from memory', async () => {
  out = true;
  const { alert } = await takePress(ports, facts());
  assert.equal(alert.alertId, alertId);
  await deliver();
  assert.deepEqual(
    memory.sms.map((sms) => sms.phone),
    [member('ana').phone],
  );
});

test('what the queue kept is written when the table is back, and the escalation goes on', async () => {
  out = true;
  await takePress(ports, facts());
  await deliver();
  out = false;
  await deliver();
  const stored = memory.alert(alertId)!;
  assert.deepEqual([stored.pages.length, stored.hop, stored.pressCount], [1, 1, 1]);
  for (let hops = 0; hops < 5 && memory.sms.length < 2; hops += 1) await deliver();
  assert.equal(memory.sms[1]!.phone, member('budi').phone);
  assert.equal(memory.alert(alertId)!.pages.length, 2);
});

test('what the queue kept and still cannot be written goes back, and is looked at again soon', async () => {
  await takePress({ ...ports, store: { ...ports.store, create: outOfReach } }, facts());
  const create = ports.store.create;
  ports.store.create = outOfReach;
  await deliver();
  assert.deepEqual([memory.hints[0]?.delaySeconds, memory.hints.length], [5, 1]);
  assert.equal(memory.hints[0]?.hint.alert?.alertId, alertId);
  ports.store.create = create;
  await deliver();
  assert.equal(memory.sms.length, 1);
});

test('through an outage of minutes every step is taken at its time, once', async () => {
  out = true;
  await takePress(ports, facts());
  const start = memory.now;
  for (let hops = 0; hops < 100 && memory.now < start + 130_000; hops += 1) await deliver();
  const phones = memory.sms.map((sms) => sms.phone);
  const everyone = ['ana', 'budi', 'citra', 'dewi'];
  assert.deepEqual(
    phones,
    ['ana', 'budi', ...everyone, 'dewi'].map((one) => member(one).phone),
  );
});

test('a message without its alert goes back until the table can say who has taken it', async () => {
  out = true;
  await page(ports, 1, { alertId, turn: 1 });
  assert.deepEqual(memory.hints, [{ tier: 1, hint: { alertId, turn: 1 }, delaySeconds: 5 }]);
  assert.equal(memory.sms.length, 0);
});

test('a pager that has not seen the team yet hands the alert on to one that has', async () => {
  out = true;
  ports.lastSeen.clear();
  await takePress(ports, facts());
  await deliver();
  assert.equal(memory.sms.length, 0);
  assert.equal(memory.hints[0]?.hint.alert?.alertId, alertId);
});

test('an alert that cannot be understood is no outage: its message fails', async () => {
  ports.store.loadForPaging = async () => JSON.parse('no alert') as never;
  await assert.rejects(page(ports, 1, { alertId, turn: 1 }), SyntaxError);
});

test('while table and queue are out a press is an error, so that the app tries again', async () => {
  out = true;
  ports.queue = { send: async () => Promise.reject(new Error('out')) };
  await assert.rejects(takePress(ports, facts()));
});
