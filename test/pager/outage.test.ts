import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { act } from '../../lambdas/act.ts';
import { page, type PagerPorts } from '../../lambdas/pager/page.ts';
import { Pressure } from '../../lambdas/pager/pressure.ts';
import { Repeats } from '../../lambdas/pager/repeats.ts';
import { takePress } from '../../lambdas/press/press.ts';
import { UnavailableError } from '../../lambdas/ports.ts';
import { type ReportPorts, takeReport } from '../../lambdas/reporter/report.ts';
import { alertOf, facts, member, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';

let memory: Memory;
let out: boolean;
let keys = 0;
let ports: PagerPorts & ReportPorts;

beforeEach(() => {
  memory = new Memory();
  memory.setTeam(1, team());
  memory.setTeam(1, team());
  out = false;
  const { store, queue, phones, topic, clock, telemetry, pace, said, scripts } = memory;
  const { caseStore: cases } = memory;
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
    newLinkKey: () => String((keys += 1)).padStart(43, 'k'),
    pace,
    pressure: new Pressure(),
    repeats: new Repeats(),
    said: { keep: unlessOut(said.keep) },
    cases: { load: unlessOut(cases.load), save: unlessOut(cases.save) },
    scripts: { loadScript: unlessOut(scripts.loadScript) },
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

test('a press that was stored just before the table went out is paged, and written together later', async () => {
  await takePress(ports, facts());
  out = true;
  await deliver();
  assert.deepEqual(
    memory.sms.map((sms) => sms.phone),
    [member('ana').phone],
  );
  out = false;
  await deliver();
  const stored = memory.alert(alertId)!;
  assert.deepEqual([stored.pages.length, stored.hop, stored.pressCount], [1, 1, 1]);
  assert.deepEqual(
    stored.timeline.map(({ what }) => what),
    ['opened', 'paged'],
  );
});

test('the first message holds no position, and the alert keeps its own', async () => {
  const location = { lat: -6.2, lng: 106.8 };
  await takePress(ports, facts({ location }));
  assert.doesNotMatch(JSON.stringify(memory.hints), /106\.8/);
  out = true;
  await deliver();
  out = false;
  await deliver();
  assert.deepEqual(memory.alert(alertId)!.location, location);
});

for (const [when, seconds] of [
  ['late', 5],
  ['by a pager whose clock is behind', -600],
] as const) {
  test(`whether an alert was taken nobody knows where its first message is read ${when}: it waits`, async () => {
    await takePress(ports, facts());
    out = true;
    memory.now += seconds * 1000;
    await deliver();
    assert.equal(memory.sms.length, 0);
    assert.deepEqual(memory.hints, [{ tier: 1, hint: { alertId, turn: 1 }, delaySeconds: 5 }]);
  });
}

test('who takes an alert that its pager alone cannot read is the last one paged', async () => {
  await takePress(ports, facts());
  out = true;
  await deliver();
  const { documentStore: documents, workload, store } = memory;
  const ana = { responderId: 'ana', name: 'Ana' };
  await act({ ...ports, documents, workload, store }, { alertId }, { do: 'acknowledge' }, ana);
  const ofTaken = memory.hints.pop();
  for (let hops = 0; hops < 30; hops += 1) await deliver();
  assert.equal(memory.sms.length, 1);
  out = false;
  await deliver();
  const { status, owner, pages } = memory.alert(alertId)!;
  assert.deepEqual([status, owner?.responderId, pages.length], ['acknowledged', 'ana', 1]);
  assert.ok(ofTaken !== undefined && memory.sms.length === 1);
});

test('what was handed back just before the table went out waits: somebody may have taken it again', async () => {
  await takePress(ports, facts());
  await deliver();
  const { documentStore: documents, workload } = memory;
  const staff = { ...ports, documents, workload };
  const ana = { responderId: 'ana', name: 'Ana' };
  await act(staff, { alertId }, { do: 'acknowledge' }, ana);
  await act(staff, { alertId }, { do: 'release' }, ana);
  const sent = memory.sms.length;
  out = true;
  await deliver();
  assert.equal(memory.sms.length, sent);
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

test('the same press again and again while the table is out is paged once', async () => {
  out = true;
  for (let tries = 0; tries < 10; tries += 1) {
    await takePress(ports, facts());
    memory.now += 500;
  }
  await deliverAll();
  assert.deepEqual([memory.sms.length, memory.hints.length], [1, 1]);
  out = false;
  await deliver();
  assert.equal(memory.alert(alertId)!.pressCount, 1);
});

test('of two tellings of one press that cross at two pagers, one is paged on', async () => {
  out = true;
  await takePress(ports, facts());
  memory.now += 500;
  await takePress(ports, facts());
  const other = { ...ports, repeats: new Repeats() };
  const [first, second] = memory.hints.splice(0);
  await page(ports, 1, first!.hint);
  await page(other, 1, second!.hint);
  const crossed = memory.hints.splice(0);
  memory.now += 5_000;
  await page(other, 1, crossed[0]!.hint);
  await page(ports, 1, crossed[1]!.hint);
  assert.deepEqual(
    memory.hints.map(({ hint }) => hint.alert?.linkKey),
    [first!.hint.alert!.linkKey],
  );
});

test('whoever goes on pressing while the table is out is paged for once, and each press is kept', async () => {
  out = true;
  for (let press = 0; press < 12; press += 1) {
    await takePress(ports, facts({ pressId: `p${press}` }));
    await deliverAll();
    memory.now += 1_000;
  }
  const told = memory.sms.map(({ text }) => text.split('/p/')[1]);
  assert.deepEqual([told.length, memory.hints.length], [1, 12]);
  out = false;
  await deliverAll();
  assert.deepEqual(
    [memory.alert(alertId)!.pressCount, memory.alert(alertId)!.presses.length],
    [12, 12],
  );
  for (let hops = 0; hops < 3; hops += 1) await deliverAll();
  const toAna = memory.sms.filter(({ phone }) => phone === member('ana').phone);
  assert.equal(toAna.length, 1, 'what the first told of is not told again');
});

test('a message of the queue that comes twice while the table is out takes each step once', async () => {
  out = true;
  await takePress(ports, facts());
  memory.hints.push({ ...memory.hints[0]! });
  for (let seconds = 0; seconds <= 65; seconds += 5) {
    await deliverAll();
    memory.now += 5_000;
  }
  const everyone = ['ana', 'budi', 'citra', 'dewi'];
  assert.deepEqual(
    memory.sms.map(({ phone }) => phone),
    ['ana', 'budi', ...everyone].map((one) => member(one).phone),
  );
});

const told = {
  answers: [{ questionId: 'story', words: 'dia mengikuti saya' }],
  consents: [{ kind: 'police', given: true } as const],
};
const report = { facts: facts({ pressId: 'r', report: {} }), said: { details: 'kata' }, told };
const itsCase = () => memory.caseOf(alertId)!.intake;

test('what a report says while the table is out is taken by the queue, and kept once it is back', async () => {
  out = true;
  const { alert } = await takeReport(ports, report);
  assert.equal(alert.alertId, alertId);
  await deliverAll();
  await deliverAll();
  assert.deepEqual([memory.sms.length, memory.hints.length], [1, 3]);
  assert.ok(memory.hints.every(({ delaySeconds }) => delaySeconds > 0));
  const [before] = memory.hints.filter(({ hint }) => hint.said);
  out = false;
  await deliverAll();
  assert.deepEqual(memory.spoken, [before!.hint.said]);
  assert.equal(memory.spoken[0]!.details, 'kata');
  assert.equal(itsCase().answers[0]!.words, 'dia mengikuti saya');
  assert.equal(memory.sms.length, 1);
  assert.ok(memory.hints.every(({ hint }) => !hint.said && !hint.told && !hint.alert));
});

test('words that come in twice, and late, change nothing that came after them', async () => {
  out = true;
  await takeReport(ports, report);
  out = false;
  const words = memory.hints.filter(({ hint }) => hint.said ?? hint.told);
  memory.now += 1_000;
  await takeReport(ports, {
    ...report,
    facts: facts({ pressId: 'r2', report: {} }),
    told: { answers: [], consents: [{ kind: 'police', given: false }] },
  });
  memory.now += 1_000;
  for (const { hint } of [...words, ...words]) await page(ports, 1, hint);
  assert.deepEqual([memory.spoken.length, itsCase().answers.length], [2, 1]);
  assert.deepEqual(
    itsCase().consents.map(({ given }) => given),
    [false],
    'what was refused later stays refused',
  );
});

test('where the table takes the alert and not its words, the queue has the words alone', async () => {
  const keep = ports.said.keep;
  ports.said.keep = outOfReach;
  await takeReport(ports, { ...report, told: undefined });
  assert.ok(memory.alert(alertId));
  ports.said.keep = keep;
  await deliverAll();
  assert.equal(memory.spoken.length, 1);
});

test('words that neither table nor queue takes are an error, and their retry is taken', async () => {
  const { queue, said } = ports;
  ports.said = { keep: outOfReach };
  ports.queue = { send: async () => Promise.reject(new Error('out')) };
  await assert.rejects(takeReport(ports, report));
  Object.assign(ports, { queue, said });
  await takeReport(ports, report);
  assert.deepEqual([memory.spoken.length, memory.alert(alertId)!.presses.length], [1, 1]);
});

test('words that cannot be understood are no outage: their message fails', async () => {
  ports.cases.load = async () => JSON.parse('no case') as never;
  const telling = { ...told, key: 'k', at: memory.now, service: 'GoRide', locale: 'id' };
  await assert.rejects(page(ports, 1, { alertId, told: telling }), SyntaxError);
  assert.equal(memory.hints.length, 0);
});

/** Hands all messages that there are to the pager. */
async function deliverAll(): Promise<void> {
  for (const { hint } of memory.hints.splice(0)) await page(ports, 1, hint);
}

test('in a flood while the table is out a responder has one SMS every half minute, and others their turn', async () => {
  out = true;
  for (let count = 0; count < 100; count += 1)
    await takePress(ports, facts({ tripId: `t${count}` }));
  const pages: number[] = [];
  for (let seconds = 0; seconds < 240; seconds += 5) {
    const before = memory.sms.length;
    await Promise.all(memory.hints.splice(0).map(({ hint }) => page(ports, 1, hint)));
    const toAna = memory.sms.slice(before).filter(({ phone }) => phone === member('ana').phone);
    pages.push(toAna.length);
    memory.now += 5_000;
  }
  const [atOnce, ...later] = pages;
  assert.equal(atOnce, 71 + 2, 'before it is seen to be a flood, and two who have just pressed');
  // Her own turn, two who have just pressed, and steps for several people of whom one had none.
  assert.ok(
    later.every((one) => one <= 3),
    `${later}`,
  );
  assert.equal(later.filter((one) => one > 0).length, 7, 'once in half a minute');
  assert.ok(memory.hints.length === 100, 'each alert is kept');
  const last = memory.sms.length;
  out = false;
  await deliverAll();
  assert.ok(memory.sms.length <= last + 4, 'the flood goes on as one when the table is back');
});
