import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { act } from '../../lambdas/act.ts';
import { cancel } from '../../lambdas/domain/cancel.ts';
import { type Action, respond } from '../../lambdas/domain/response.ts';
import { may } from '../../lambdas/domain/script/consent.ts';
import { moveCase } from '../../lambdas/move-case.ts';
import { summary } from '../../lambdas/staff/view.ts';
import { night } from '../support/alerts.ts';
import { Rider } from './rider.ts';

let rider: Rider;
beforeEach(() => {
  rider = new Rider();
});

const secrets = /kosong-sekali|rahasia|mangga|106\.8271|terkunci|dicatat/;
const report = {
  reportId: 'r',
  category: 'dispute',
  details: 'jalannya kosong-sekali',
  location: { lat: -6.1754, lng: 106.8271 },
  answers: [{ questionId: 'story', words: 'ini rahasia saya' }],
  consents: { check_in: true },
  preferences: { safeWord: 'mangga', channel: 'chat' },
};
const maya = { responderId: 'maya', name: 'Maya Kusuma' };

async function told(ended = true): Promise<string> {
  const { alertId } = (await rider.report(report)).body as { alertId: string };
  const point = { lat: -6.17, lng: 106.8271 };
  await rider.post(alertId, 'locations', { points: [point] });
  const note = { do: 'notes', text: 'dicatat: pintu terkunci' } as const;
  const noted = respond(rider.alert(alertId), note, maya, night).alert;
  const resolved = respond(noted, { do: 'resolve', outcome: 'person_safe' }, maya, night).alert;
  rider.has(ended ? resolved : noted);
  await rider.memory.reads.record({ alertId, by: 'maya', at: night, why: 'page' });
  return alertId;
}

const everything = (alertId: string) =>
  JSON.stringify([
    rider.alert(alertId),
    rider.case(alertId),
    rider.memory.spoken,
    [...rider.memory.points],
  ]);

test('erasing takes words, answers, positions and notes, and leaves that it was done', async () => {
  const alertId = await told();
  assert.match(everything(alertId), secrets);
  const erased = await rider.erase(alertId);
  assert.deepEqual(erased.kinds, { said: 1, answers: 1, positions: 2, notes: 1 });
  assert.equal(erased.count, 5);
  assert.doesNotMatch(everything(alertId), secrets);
  const { timeline, status } = rider.alert(alertId);
  assert.equal(status, 'resolved');
  const last = timeline.at(-1)!;
  assert.deepEqual([last.what, last.by], ['erased', 'boss']);
  assert.match(last.text!, /said 1, answers 1, positions 2, notes 1; asked for in writing/);
  assert.ok(timeline.some(({ what }) => what === 'noted'));
});

test('of what staff wrote, whatever may quote the person goes; what was done stays', async () => {
  const { alertId } = (await rider.report({ reportId: 'r', category: 'dispute' })).body;
  const steps: Action[] = [
    { do: 'acknowledge' },
    { do: 'raise', tier: 1, reason: 'rahasia naik' },
    { do: 'acknowledge' },
    { do: 'lower', tier: 3, reason: 'rahasia turun' },
    { do: 'keep_out', responderId: 'budi', reason: 'rahasia kenal' },
    { do: 'resolve', outcome: 'rahasia selesai' },
  ];
  rider.has(steps.reduce((so, step) => respond(so, step, maya, night).alert, rider.alert(alertId)));
  assert.equal((await rider.erase(alertId)).kinds.notes, 4);
  assert.doesNotMatch(everything(alertId), secrets);
  const left = rider.alert(alertId).timeline.map(({ what, text }) => [what, text]);
  assert.deepEqual(
    left.slice(1, -1).map(([what]) => what),
    ['reported', 'acknowledged', 'raised', 'acknowledged', 'lowered', 'kept_out', 'resolved'],
  );
  assert.ok(left.some(([what, text]) => what === 'kept_out' && text === 'budi'));
  assert.equal((await rider.erase(alertId)).kinds.notes, 4);

  rider = new Rider();
  const known = await told();
  await rider.erase(known);
  const { timeline } = rider.alert(known);
  assert.ok(timeline.some(({ what, text }) => what === 'resolved' && text === 'person_safe'));
});

test('what somebody does with a case while it is erased does not bring the words back', async () => {
  const alertId = await told(false);
  const { caseStore } = rider.memory;
  const { load } = caseStore;
  caseStore.load = async (id) => {
    caseStore.load = load;
    await rider.erase(alertId);
    return load.call(caseStore, id);
  };
  const { locations, ...rest } = rider.memory;
  const ports = { ...rest, locations, cases: caseStore };
  await moveCase(ports, rider.alert(alertId), { do: 'pause' }, 'maya');
  assert.equal(rider.case(alertId).intake.status, 'paused');
  assert.doesNotMatch(everything(alertId), secrets);
});

test('consents and who has read the case stay, and what was answered is not asked again', async () => {
  const alertId = await told();
  await rider.erase(alertId);
  const { intake, erased } = rider.case(alertId);
  assert.ok(may(intake.consents, 'check_in'));
  assert.deepEqual(
    intake.answers.map(({ questionId }) => questionId),
    ['story'],
  );
  assert.deepEqual(intake.situation, { known: [], contact: {} });
  assert.equal(erased?.count, 5);
  assert.equal((await rider.memory.reads.list(alertId)).length, 1);
});

test('the same report again, or one whose words never came, does not bring the words back', async () => {
  const alertId = await told();
  await rider.erase(alertId);
  assert.equal((await rider.report(report)).status, 202);
  assert.doesNotMatch(everything(alertId), secrets);

  const { keep } = rider.memory.said;
  rider.memory.said.keep = () => Promise.reject(new Error('out'));
  const late = { ...report, reportId: 'late', location: undefined, answers: [], preferences: {} };
  assert.equal((await rider.report(late)).status, 202);
  rider.memory.said.keep = keep;
  await rider.erase(alertId);
  // The queue still had them.
  const waiting = rider.memory.hints.flatMap(({ hint }) => hint.said ?? []);
  assert.equal(waiting.length, 1);
  await rider.memory.said.keep(waiting[0]!);
  assert.equal((await rider.report(late)).status, 202);
  assert.doesNotMatch(everything(alertId), secrets);
});

test('erasing again changes nothing, and new words may be told and erased', async () => {
  const alertId = await told();
  const first = await rider.erase(alertId);
  const { version } = rider.alert(alertId);
  rider.memory.now += 60_000;
  assert.deepEqual(await rider.erase(alertId), first);
  assert.equal(rider.alert(alertId).version, version);
  await rider.report({ reportId: 'new', details: 'rahasia baru' });
  assert.equal((await rider.erase(alertId)).count, 1);
  assert.equal(rider.case(alertId).erased?.count, 6);
  assert.doesNotMatch(everything(alertId), secrets);
});

test('an erasure that broke off at any step is done by asking again', async () => {
  const steps = [
    ['eraser', 'replaceSaid'],
    ['eraser', 'removePositions'],
    ['caseStore', 'save'],
    ['store', 'save'],
  ] as const;
  for (const [port, step] of steps) {
    rider = new Rider();
    const alertId = await told();
    const broken = rider.memory[port] as unknown as Record<string, unknown>;
    const working = broken[step];
    broken[step] = () => Promise.reject(new Error('out'));
    await assert.rejects(rider.erase(alertId), { message: 'out' });
    broken[step] = working;
    await rider.erase(alertId);
    assert.doesNotMatch(everything(alertId), secrets, step);
    assert.ok(rider.alert(alertId).timeline.some(({ what }) => what === 'erased'));
  }
});

test('an erasure that broke off before the alert said so is told by the next one, with what it took', async () => {
  const { alertId } = (await rider.report({ reportId: 'r', details: 'rahasia' })).body;
  const resolve = { do: 'resolve', outcome: 'person_safe' } as const;
  rider.has(respond(rider.alert(alertId), resolve, maya, night).alert);
  const { store } = rider.memory;
  const { save } = store;
  store.save = () => Promise.reject(new Error('out'));
  await assert.rejects(rider.erase(alertId), { message: 'out' });
  store.save = save;
  rider.memory.now += 1_000;
  await rider.erase(alertId);
  const last = rider.alert(alertId).timeline.at(-1)!;
  assert.equal(last.what, 'erased');
  assert.match(last.text!, /^said 1; /);
  const { version } = rider.alert(alertId);
  await rider.erase(alertId);
  assert.equal(rider.alert(alertId).version, version, 'and then it is told');
});

test('the reporter’s own wish is carried out once it has ended', async () => {
  const alertId = await told();
  const { status, body } = await rider.post(alertId, 'erase');
  assert.deepEqual([status, body], [202, { alertId, erasure: 'accepted' }]);
  assert.doesNotMatch(everything(alertId), secrets);
  assert.equal(rider.alert(alertId).timeline.at(-1)?.by, 'reporter');
});

test('while help is under way the wish is noted once, and staff are told until they carry it out', async () => {
  const alertId = await told(false);
  for (let asked = 0; asked < 2; asked += 1) {
    assert.equal((await rider.post(alertId, 'erase')).status, 202);
  }
  assert.match(everything(alertId), secrets);
  const wishes = rider.alert(alertId).timeline.filter(({ what }) => what === 'erase_requested');
  assert.equal(wishes.length, 1);
  const counts = () =>
    rider.memory.counts.filter((one) => one.startsWith('ErasureRequested')).length;
  assert.equal(counts(), 1);
  const shown = () => summary(rider.alert(alertId)).eraseRequestedAt;
  assert.equal(shown(), new Date(rider.memory.now).toISOString());
  const { store, queue, workload, clock, telemetry, documentStore: documents } = rider.memory;
  const ports = { store, queue, workload, clock, telemetry, documents };
  await act(ports, { alertId }, { do: 'resolve', outcome: 'person_safe' }, maya);
  assert.deepEqual([rider.alert(alertId).status, counts()], ['resolved', 2]);
  assert.ok(shown());
  await rider.erase(alertId);
  assert.equal(shown(), undefined);
  assert.doesNotMatch(everything(alertId), secrets);
});

test('after a cancel, forced or not, a wish to erase takes the same steps and the same answer', async () => {
  const seen = [];
  for (const duress of [false, true]) {
    rider = new Rider();
    const alertId = await told(false);
    rider.has(cancel(rider.alert(alertId), { pressId: 'c', duress }, night));
    rider.memory.did.length = 0;
    const { status, text } = await rider.post(alertId, 'erase');
    seen.push([status, text, rider.memory.did.map((one) => one.replace(/\d+/, 'N'))]);
    assert.match(everything(alertId), secrets);
  }
  assert.deepEqual(seen[1], seen[0]);
});
