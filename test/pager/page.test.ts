import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { next } from '../../lambdas/domain/alert.ts';
import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { page, type PagerPorts } from '../../lambdas/pager/page.ts';
import { alertOf, member, night, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';
import { portsOf } from '../support/pager-ports.ts';

let memory: Memory;
let ports: PagerPorts;
beforeEach(() => {
  memory = new Memory();
  memory.setTeam(1, team());
  ports = portsOf(memory);
});

const phoneOf = (responderId: string) => member(responderId).phone;
const { alertId } = alertOf();
const hint = { alertId, turn: 1 };
const stored = () => memory.alert(alertId)!;
const policy = (waitSeconds: number): EscalationPolicy => ({
  steps: [{ page: 'primary', waitSeconds }],
  repeat: { rounds: null },
  acknowledgeTimeoutSeconds: 60,
});

test('a step is published, then recorded, then the next one is sent for', async () => {
  memory.put(alertOf());
  await page(ports, 1, hint);
  assert.deepEqual(memory.did, [`sms ${phoneOf('ana')}`, 'save 2', 'send 1']);
  assert.deepEqual(memory.hints, [{ tier: 1, hint: { alertId, turn: 2 }, delaySeconds: 30 }]);
  assert.deepEqual(memory.counts, ['PagesSent 1 1']);
});

test('a message that comes twice, late or for nothing does nothing', async () => {
  memory.put(alertOf());
  await page(ports, 1, hint);
  memory.did.length = 0;
  await page(ports, 1, hint);
  await page(ports, 1, { alertId, turn: 0 });
  await page(ports, 1, { alertId });
  await page(ports, 1, { alertId: 'alr_nobody', turn: 1 });
  assert.deepEqual(memory.did, []);
});

test('a message that comes early goes back for what is left of its wait', async () => {
  memory.put({ ...alertOf(), version: 2, hop: 1, dueAt: night + 20_500 });
  await page(ports, 1, hint);
  assert.deepEqual(memory.hints, [{ tier: 1, hint, delaySeconds: 21 }]);
  assert.deepEqual(memory.sms, []);
});

test('a wait that is longer than the queue’s is left to the sweeper, and one as long is not', async () => {
  for (const [waitSeconds, delays] of [
    [900, [900]],
    [901, []],
  ] as const) {
    memory = new Memory();
    memory.setTeam(1, team());
    memory.setPolicy(1, policy(waitSeconds));
    memory.put(alertOf());
    await page(portsOf(memory), 1, hint);
    assert.deepEqual(
      memory.hints.map((one) => one.delaySeconds),
      delays,
    );
    assert.equal(stored().dueAt, night + waitSeconds * 1000, 'the table knows all the same');
  }
});

test('a raised alert is its new tier’s, and the old tier’s pager leaves it alone', async () => {
  memory.put(next(alertOf({ category: 'other' }), { tier: 1 }));
  memory.setTeam(2, team());
  await page(ports, 2, hint);
  assert.deepEqual(memory.did, []);
});

test('who is taken while the page goes out keeps it: the page is recorded, no step follows', async () => {
  memory.put(alertOf());
  memory.meanwhile = () => {
    const budi = { responderId: 'budi', name: 'Budi' };
    memory.put(respond(stored(), { do: 'acknowledge' }, budi, night).alert);
  };
  await page(ports, 1, hint);
  assert.equal(stored().owner?.responderId, 'budi');
  assert.deepEqual(
    stored().pages.map((one) => [one.responderId, one.result]),
    [['ana', 'sent']],
  );
  assert.deepEqual(memory.hints, []);
});

test('of two pagers with the same message one takes the step', async () => {
  memory.put(alertOf());
  await Promise.all([page(ports, 1, hint), page(ports, 1, hint)]);
  assert.equal(stored().hop, 1);
  assert.deepEqual(memory.hints.length, 1);
  assert.equal(stored().pages.length, memory.sms.length, 'every SMS is in the books');
});

test('what goes wrong beside the path does not stop it: topic, queue', async () => {
  memory.put(alertOf());
  const out = () => Promise.reject(new Error('out'));
  const broken = { ...ports, topic: { publish: out }, queue: { send: out } };
  await page(broken, 1, hint);
  assert.equal(stored().pages.length, 1);
  assert.deepEqual(memory.failures.map((one) => one.message).toSorted(), [
    'event not published',
    'hint not sent, left to the sweeper',
  ]);
});

test('a page that is not recorded is an error, so that its message comes back', async () => {
  memory.put(alertOf());
  const store = { ...ports.store, save: () => Promise.reject(new Error('out')) };
  await assert.rejects(page({ ...ports, store }, 1, hint), /out/);
  assert.equal(memory.sms.length, 1);
  assert.deepEqual(memory.hints, []);
});

test('a page for which SNS has no room now is tried again for that responder alone', async () => {
  memory.setPolicy(1, { ...policy(30), steps: [{ page: 'everyone', waitSeconds: 30 }] });
  memory.put(alertOf());
  memory.results.set(phoneOf('budi'), 'pending');
  await page(ports, 1, hint);
  assert.deepEqual([stored().hop, memory.hints.at(-1)?.delaySeconds], [0, 1]);
  memory.results.clear();
  memory.now += 1_000;
  await page(ports, 1, { alertId, turn: 2 });
  assert.equal(stored().hop, 1);
  const texts = Map.groupBy(memory.sms, (one) => one.phone);
  assert.deepEqual(
    [...texts.values()].map((one) => one.length),
    [1, 1, 1, 1],
  );
});

test('everyone of a large team is paged, at most twenty at a time', async () => {
  const members = Array.from({ length: 65 }, (_, index) =>
    member(`r${index}`, { phone: `+62811${1_000_000 + index}` }),
  );
  memory.setTeam(1, team({ members, rotations: [] }));
  memory.put(alertOf());
  let running = 0;
  let most = 0;
  const publish = async (phone: string, text: string) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return memory.phones.publish(phone, text);
  };
  await page({ ...ports, sms: { publish } }, 1, hint);
  assert.equal(new Set(memory.sms.map((one) => one.phone)).size, 65);
  assert.equal(most, 20);
});

test('what a topic tells machines has no person in it', async () => {
  memory.put(alertOf({ tripId: 'trip-secret' }));
  await page(ports, 1, { alertId: alertOf({ tripId: 'trip-secret' }).alertId });
  const [event] = memory.events;
  assert.deepEqual(Object.keys(event!).toSorted(), [
    'alertId',
    'at',
    'failed',
    'pages',
    'step',
    'tier',
    'type',
  ]);
  assert.ok(!/ana|trip-secret|rider|62811/.test(JSON.stringify({ ...event, alertId: '' })));
});
