import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { nextQuestion, pause, stop } from '../../lambdas/domain/script/intake.ts';
import { may } from '../../lambdas/domain/script/consent.ts';
import { knowing } from '../../lambdas/domain/known.ts';
import { emptyCase, nextCase } from '../../lambdas/domain/case-file.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { night } from '../support/alerts.ts';
import { Rider } from './rider.ts';

let rider: Rider;
beforeEach(() => {
  rider = new Rider();
});

const script = scriptFor({ category: 'dispute', service: 'GoRide' });
const story = 'Dia marah-marah soal tarif.\nSaya 😔 diam saja';
const told = {
  reportId: 'r1',
  category: 'dispute',
  answers: [
    { questionId: 'safe_now', options: ['type_only'] },
    { questionId: 'story', words: story },
    { questionId: 'check_in', options: ['yes'] },
  ],
  consents: [{ kind: 'police', given: false }],
  preferences: {
    channels: ['chat'],
    safeHours: { from: '20:00', to: '22:00' },
    voicemail: false,
    safeWord: 'mangga',
    responderGender: 'female',
    language: 'jv',
    companion: 'own',
  },
};

test('answers come into the case word for word, and nobody is asked for them again', async () => {
  const { status, body } = await rider.report(told);
  assert.deepEqual([status, body.warnings], [202, undefined]);
  const { intake } = rider.case(body.alertId);
  assert.equal(intake.answers.find((one) => one.questionId === 'story')?.words, story);
  assert.ok(intake.answers.every(({ by }) => by === 'reporter'));
  const left = [];
  let so = intake;
  for (let next = nextQuestion(script, so); next; next = nextQuestion(script, so)) {
    left.push(next.id);
    so = { ...so, skipped: [...so.skipped, next.id] };
  }
  assert.ok(left.length > 5);
  for (const { questionId } of told.answers) assert.ok(!left.includes(questionId), questionId);
  assert.deepEqual(rider.memory.spoken[0]?.answers, told.answers);
});

test('wishes and consents are known to whoever helps', async () => {
  const { body } = await rider.report(told);
  const alert = rider.alert(body.alertId);
  const said = rider.memory.spoken;
  const { situation, consents } = knowing(rider.case(body.alertId).intake, { alert, said });
  assert.deepEqual(situation.contact, {
    silent: true,
    channels: ['chat'],
    safeHours: [{ from: '20:00', to: '22:00' }],
    voicemail: false,
  });
  const { stopWord, responderGender, companion } = situation;
  assert.deepEqual([stopWord, responderGender, companion], ['mangga', 'female', 'own']);
  assert.deepEqual(alert.wishes, { responderGender: 'female', language: 'jv' });
  assert.ok(may(consents, 'check_in') && !may(consents, 'police') && !may(consents, 'call'));
});

test('the same report again changes nothing, even after somebody else has answered otherwise', async () => {
  const { body } = await rider.report(told);
  const { version } = rider.case(body.alertId);
  rider.memory.now += 60_000;
  assert.deepEqual((await rider.report(told)).body, body);
  assert.deepEqual([rider.case(body.alertId).version, rider.memory.spoken.length], [version, 1]);
});

test('what cannot be used is named by its field, and kept as it was sent', async () => {
  const answers = [
    'hello',
    { questionId: 'Not An Id', words: 'kept all the same' },
    { questionId: 'story', words: 7 },
    { questionId: 'story', words: 'this one counts' },
  ];
  const { status, body } = await rider.report({ reportId: 'r', answers, consents: { tea: true } });
  assert.equal(status, 202);
  assert.deepEqual(
    body.warnings.map((one: { field: string }) => one.field),
    ['answers[0]', 'answers[1].questionId', 'answers[2].words', 'consents[0].kind'],
  );
  assert.deepEqual(rider.memory.spoken[0]?.answers, answers);
  assert.deepEqual(
    rider.case(body.alertId).intake.answers.map(({ words }) => words),
    ['this one counts'],
  );
  for (const wrong of [7, 'text', { a: 1 }]) {
    const answer = await rider.report({ reportId: `r ${JSON.stringify(wrong)}`, answers: wrong });
    assert.deepEqual([answer.status, answer.body.warnings[0].field], [202, 'answers']);
  }
});

test('the words of an answer raise the tier as details do, and the timeline shows where alone', async () => {
  const words = 'drivernya megang2 paha saya';
  const { body } = await rider.report({
    reportId: 'r',
    category: 'other',
    details: 'tarifnya salah',
    answers: [
      { questionId: 'worries', words: '' },
      { questionId: 'story', words },
    ],
  });
  assert.equal(body.tier, 1);
  const alert = rider.alert(body.alertId);
  const triaged = alert.timeline.find(({ what }) => what === 'triaged');
  assert.match(triaged!.text!, /\(answers\[1\] \d+-\d+/);
  assert.doesNotMatch(JSON.stringify(alert), /megang|paha|tarif/);
});

test('an answer belongs to the question that was asked, though the words make it another category', async () => {
  const asked = scriptFor({ category: 'other', service: 'GoRide' });
  const text = 'Apa yang perlu kami ketahui?';
  const questions = asked.questions.map((one) => (one.id === 'story' ? { ...one, text } : one));
  const key = { category: 'other', service: 'goride', locale: 'id' } as const;
  await rider.memory.scripts.saveScript(key, { ...asked, ...key, questions }, 0);
  const { body } = await rider.report({
    reportId: 'r',
    category: 'other',
    answers: [{ questionId: 'story', words: 'drivernya megang2 paha saya' }],
  });
  assert.equal(body.tier, 1);
  assert.equal(rider.case(body.alertId).intake.answers[0]?.asked, text);
});

test('a stop word in an answer ends the contact, and what else was told is kept', async () => {
  const { body } = await rider.report({
    reportId: 'r',
    answers: [
      { questionId: 'safe_now', words: 'berhenti' },
      { questionId: 'story', words: 'masih saya ceritakan' },
    ],
  });
  const { intake } = rider.case(body.alertId);
  assert.equal(intake.status, 'stopped');
  assert.equal(intake.answers.at(-1)?.words, 'masih saya ceritakan');
});

test('a report leaves a pause a pause and an ended contact ended', async () => {
  const { body } = await rider.report({ reportId: 'r', category: 'dispute' });
  const { alertId } = body;
  for (const end of [(so: Parameters<typeof stop>[0]) => pause(script, so), stop]) {
    const file = (await rider.ports.cases.load(alertId)) ?? emptyCase(alertId);
    const next = nextCase(file, { intake: end({ ...file.intake, status: 'going' }) }, night);
    await rider.ports.cases.save(next);
    const answers = [{ questionId: 'story', words: `told ${next.version}` }];
    await rider.report({ reportId: `again ${next.version}`, answers });
    const { intake } = rider.case(alertId);
    assert.equal(intake.status, next.intake.status);
    assert.equal(intake.answers.at(-1)?.words, `told ${next.version}`);
  }
});

test('answers that no longer fit the case stay with their report, and are not asked for again', async () => {
  let alertId = '';
  for (let count = 0; count < 16; count += 1) {
    const answers = [{ questionId: `extra_${count}`, words: 'x'.repeat(15_000) }];
    const { status, body } = await rider.report({ reportId: `r${count}`, answers });
    assert.equal(status, 202);
    ({ alertId } = body);
  }
  const file = rider.case(alertId);
  assert.ok(JSON.stringify(file).length < 300_000);
  assert.deepEqual([file.intake.answers.length, rider.memory.spoken.length], [16, 16]);
});

test('a wish not to be contacted silences the alert, and a safe way is known', async () => {
  const quiet = await rider.report({ reportId: 'r', contact: { silent: true } });
  assert.equal(rider.alert(quiet.body.alertId).silent, true);
  const reached = await rider.report({
    reportId: 'r2',
    tripId: 'trip-2',
    preferences: { channel: 'whatsapp' },
  });
  assert.equal(rider.alert(reached.body.alertId).contactKnown, true);
});
