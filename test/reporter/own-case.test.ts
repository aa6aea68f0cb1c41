import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { answers, checkIn } from '../../lambdas/domain/check-in.ts';
import { cancel } from '../../lambdas/domain/cancel.ts';
import { knowing } from '../../lambdas/domain/known.ts';
import { categories } from '../../lambdas/domain/policy.ts';
import { joinPress } from '../../lambdas/domain/press.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { contactVerdict } from '../../lambdas/domain/script/contact-verdict.ts';
import { may } from '../../lambdas/domain/script/consent.ts';
import { reporterView } from '../../lambdas/reporter/view.ts';
import { alertOf, facts, night } from '../support/alerts.ts';
import { Rider } from './rider.ts';

let rider: Rider;
beforeEach(() => {
  rider = new Rider();
});

const maya = { responderId: 'maya', name: 'Maya Kusuma' };
const resolve = (alert: Alert) =>
  respond(alert, { do: 'resolve', outcome: 'safe' }, maya, night + 60_000).alert;
const words = 'Petugas datang terlambat sekali';

/** A report that agreed to be asked afterwards, and has ended. */
async function asked(more: object = {}): Promise<string> {
  const consents = [{ kind: 'check_in', given: true }];
  const { body } = await rider.report({ reportId: 'r', category: 'dispute', consents, ...more });
  rider.has(resolve(rider.alert(body.alertId)));
  rider.memory.now = night + 120_000;
  return body.alertId as string;
}

test('whether help came is asked where that was agreed, once it has ended, and once', async () => {
  const alertId = await asked();
  const { checkIn: question } = (await rider.view(alertId)).body;
  assert.equal(question.question, 'Apakah bantuan sudah sampai kepada Anda?');
  assert.deepEqual(
    question.options.map(({ id }: { id: string }) => id),
    answers,
  );
  const answered = await rider.post(alertId, 'check-in', { answer: 'helped' });
  assert.deepEqual([answered.status, answered.body.status], [202, 'resolved']);
  assert.equal((await rider.view(alertId)).body.checkIn, undefined);
});

test('nothing is asked where it was not agreed, or the consent was taken back, or cannot be read', async () => {
  const never = await asked({ consents: [] });
  assert.equal((await rider.view(never)).body.checkIn, undefined);
  const alertId = await asked({ tripId: 'trip-2', reportId: 'r2' });
  const taken = await rider.post(alertId, 'consents', { kind: 'check_in', given: false });
  assert.deepEqual([taken.status, taken.body], [200, { kind: 'check_in', given: false }]);
  assert.equal((await rider.view(alertId)).body.checkIn, undefined);
  await rider.post(alertId, 'consents', { kind: 'check_in', given: true });
  assert.ok((await rider.view(alertId)).body.checkIn);
  rider.memory.caseStore.load = () => Promise.reject(new Error('out'));
  assert.deepEqual([(await rider.view(alertId)).status, rider.memory.failures.length], [200, 1]);
});

test('whoever still needs help is helped at once, and a repetition pages nobody again', async () => {
  const alertId = await asked();
  const hints = rider.memory.hints.length;
  const first = await rider.post(alertId, 'check-in', { answer: 'need_help', words });
  assert.equal(first.body.status, 'open');
  await rider.post(alertId, 'check-in', { answer: 'need_help', words });
  const alert = rider.alert(alertId);
  assert.deepEqual([alert.status, alert.tier, alert.dueAt], ['open', 3, rider.memory.now]);
  assert.equal(rider.memory.hints.length, hints + 1);
  assert.equal(alert.timeline.filter(({ what }) => what === 'checked_in').length, 1);
  assert.doesNotMatch(JSON.stringify(alert), /terlambat/);
  assert.deepEqual(
    rider.memory.spoken.filter(({ kind }) => kind === 'check_in').map(({ details }) => details),
    [words],
  );
});

test('words of harassment in a check-in open the alert in tier 1, whatever was answered', async () => {
  const alertId = await asked();
  const said = { answer: 'helped', words: 'tapi drivernya megang2 paha saya' };
  await rider.post(alertId, 'check-in', said);
  const { status, tier, category } = rider.alert(alertId);
  assert.deepEqual([status, tier], ['open', 1]);
  assert.ok(categories.includes(category!));
});

test('a stop word in a check-in ends the contact', async () => {
  const alertId = await asked();
  await rider.post(alertId, 'check-in', { answer: 'not_now', words: 'berhenti' });
  assert.equal(rider.case(alertId).intake.status, 'stopped');
  assert.equal((await rider.view(alertId)).body.checkIn, undefined);
});

test('a check-in never lowers a tier, and never takes an alert from who has it', () => {
  const property = fc.property(
    fc.constantFrom(...answers),
    fc.constantFrom(undefined, ...categories),
    fc.constantFrom(undefined, ...categories),
    fc.boolean(),
    (answer, opened, found, taken) => {
      const alert = alertOf({ category: opened });
      const before = taken ? respond(alert, { do: 'acknowledge' }, maya, night).alert : alert;
      const triaged = found && { category: found, evidence: `${found} (0-4)` };
      const after = checkIn(before, { answer, triaged, newWords: true }, night + 30_000);
      assert.ok(after.tier <= before.tier);
      if (after.tier === before.tier) assert.equal(after.status, before.status);
    },
  );
  fc.assert(property);
});

test('no check-in tells a cancel under duress from a plain one', () => {
  const property = fc.property(
    fc.constantFrom(undefined, ...categories),
    fc.constantFrom(...answers),
    fc.boolean(),
    (category, answer, silent) => {
      const [one, other] = [false, true].map((duress) => {
        const cancelled = cancel(alertOf({ category, silent }), { pressId: 'c', duress }, night);
        const after = checkIn(cancelled, { answer, newWords: false }, night + 1_000);
        return JSON.stringify(reporterView(after, { mayCheckIn: false }));
      });
      assert.equal(other, one);
    },
  );
  fc.assert(property);
});

test('a consent to calls that is taken back ends calls, and no other way', async () => {
  const { body } = await rider.report({
    reportId: 'r',
    consents: { call: true },
    contact: { channels: ['call', 'chat'], safeHours: 'any', voicemail: true },
  });
  rider.memory.now += 1_000;
  await rider.post(body.alertId, 'consents', { kind: 'call', given: false });
  const alert = rider.alert(body.alertId);
  const said = rider.memory.spoken;
  const intake = knowing(rider.case(body.alertId).intake, { alert, said });
  const when = { at: rider.memory.now, timeZone: 'Asia/Jakarta' };
  assert.deepEqual(contactVerdict(intake, when), { channels: ['chat'] });
  assert.equal(may(intake.consents, 'call'), false);
});

const when = { at: night, timeZone: 'Asia/Jakarta' };
const knownOf = (alertId: string) => {
  const alert = rider.alert(alertId);
  return knowing(rider.case(alertId).intake, { alert, said: rider.memory.spoken });
};

test('a consent that is taken back again counts, although a channel was named in between', async () => {
  const contact = { channels: ['call'], safeHours: 'any' };
  const { alertId } = (await rider.report({ reportId: 'r', contact })).body;
  const decide = (given: boolean) => rider.post(alertId, 'consents', { kind: 'call', given });
  for (const next of [
    () => decide(false),
    () => rider.report({ reportId: 'r2', contact }),
    () => decide(false),
  ]) {
    rider.memory.now += 1_000;
    await next();
  }
  assert.equal(may(knownOf(alertId).consents, 'call'), false);
  assert.deepEqual(contactVerdict(knownOf(alertId), when).because, 'call_not_agreed');
  rider.memory.now += 1_000;
  await rider.report({ reportId: 'r3', contact, consents: { call: false } });
  assert.equal(may(knownOf(alertId).consents, 'call'), false);
  for (let said = 0; said < 500; said += 1) await decide(false);
  assert.ok(rider.case(alertId).intake.consents.length < 250);
});

/** Reachable by chat, and has ended the contact. */
async function stopped(): Promise<string> {
  const contact = { channels: ['chat'], safeHours: 'any' };
  const { alertId } = (await rider.report({ reportId: 'r', contact })).body;
  rider.memory.now += 1_000;
  await rider.post(alertId, 'check-in', { answer: 'not_now', words: 'stop' });
  assert.equal(contactVerdict(knownOf(alertId), when).because, 'stopped');
  rider.memory.now += 1_000;
  return alertId;
}

test('a contact that the person has ended begins again where they ask for help after that', async () => {
  const asks: ((alertId: string) => Promise<unknown>)[] = [
    () => rider.report({ reportId: 'r2' }),
    (alertId) => Promise.resolve(rider.has(joinPress(rider.alert(alertId), ...pressed()))),
    (alertId) => rider.post(alertId, 'check-in', { answer: 'need_help' }),
    (alertId) => rider.post(alertId, 'check-in', { answer: 'not_yet', words: 'masih di sini' }),
    (alertId) => rider.post(alertId, 'consents', { kind: 'call', given: true }),
  ];
  for (const ask of asks) {
    rider = new Rider();
    const alertId = await stopped();
    await ask(alertId);
    assert.deepEqual(contactVerdict(knownOf(alertId), when).channels, ['chat'], String(ask));
    rider.memory.now += 1_000;
    await rider.post(alertId, 'check-in', { answer: 'need_help', words: 'stop' });
    assert.equal(contactVerdict(knownOf(alertId), when).because, 'stopped');
  }
});

const pressed = () =>
  [facts({ pressId: 'p2' }), { now: rider.memory.now, keepUntil: night + 1e10 }] as const;

test('a contact stays ended whatever else is said, and where the same report comes in again', async () => {
  const alertId = await stopped();
  await rider.post(alertId, 'check-in', { answer: 'helped' });
  await rider.post(alertId, 'consents', { kind: 'share', given: true });
  await rider.report({ reportId: 'r' });
  assert.equal(contactVerdict(knownOf(alertId), when).because, 'stopped');

  rider.memory.now += 1_000;
  const ends = { reportId: 'r2', answers: [{ questionId: 'story', words: 'stop' }] };
  const { create } = rider.memory.store;
  rider.memory.store.create = () => Promise.reject(new Error('out'));
  const { send } = rider.memory.queue;
  rider.memory.queue.send = () => Promise.reject(new Error('out'));
  assert.equal((await rider.report(ends)).status, 503);
  Object.assign(rider.memory.store, { create });
  Object.assign(rider.memory.queue, { send });
  rider.memory.now += 1_000;
  assert.equal((await rider.report(ends)).status, 202);
  assert.equal(contactVerdict(knownOf(alertId), when).because, 'stopped');
});

test('whoever has the alert is told of a consent that is given or taken back', async () => {
  const alertId = await asked();
  const open = alertOf({ tripId: 'trip-1', category: 'dispute' });
  const taken = respond({ ...open, alertId }, { do: 'acknowledge' }, maya, night).alert;
  rider.has(taken);
  const hints = rider.memory.hints.length;
  await rider.post(alertId, 'consents', { kind: 'call', given: false });
  assert.deepEqual([rider.alert(alertId).news, rider.memory.hints.length], [true, hints + 1]);
});

test('wrong fields are named, and another’s case is not there', async () => {
  const alertId = await asked();
  for (const [what, body, field] of [
    ['check-in', { answer: 'maybe' }, 'answer'],
    ['consents', { kind: 'tea', given: true }, 'kind'],
    ['consents', { kind: 'share' }, 'given'],
  ] as const) {
    const answer = await rider.post(alertId, what, body);
    assert.deepEqual([answer.status, answer.body.errors[0].field], [400, field]);
    assert.ok(answer.body.emergencyNumbers.length > 1);
  }
  for (const what of ['check-in', 'consents', 'erase']) {
    const path = `/alerts/${alertId}/${what}`;
    assert.equal((await rider.call('POST', path, {}, 'rider-2')).status, 404);
  }
});
