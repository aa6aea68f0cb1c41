import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { may, withdraw, withdrawAll } from '../../lambdas/domain/script/consent.ts';
import { readPreferences } from '../../lambdas/domain/script/contact-preferences.ts';
import {
  answer,
  type Intake,
  nextQuestion,
  pause,
  preferencesOf,
  resume,
  skip,
  start,
  stop,
} from '../../lambdas/domain/script/intake.ts';
import { localeOf } from '../../lambdas/domain/script/locales.ts';
import { holdsStop, isStop } from '../../lambdas/domain/script/stop-word.ts';
import { linesAt, opening, told } from '../../lambdas/domain/script/told.ts';
import { scriptOf } from './care/shipped.ts';

const script = scriptOf();
const ana = { at: 1, by: 'ana' };
const choose = (intake: Intake, questionId: string, ...options: string[]) =>
  answer(script, intake, { questionId, options }, ana);

test('whatever happens in whatever order, nothing is asked twice and all of it is plain JSON', () => {
  const move = fc.record({
    what: fc.constantFrom('answer', 'skip', 'pause', 'resume', 'stop', 'other'),
    option: fc.nat(4),
    which: fc.nat(script.questions.length - 1),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let intake = start({ role: 'rider' });
      const done = new Set<string>();
      for (const { what, option, which } of moves) {
        const next = nextQuestion(script, intake);
        if (next !== undefined) assert.ok(!done.has(next.id), next.id);
        const question = what === 'other' ? script.questions[which]! : next;
        if (what === 'pause') intake = pause(script, intake);
        else if (what === 'resume') intake = resume(intake, 'reporter');
        else if (what === 'stop') intake = stop(intake);
        else if (question !== undefined && intake.status !== 'stopped') {
          done.add(question.id);
          const chosen = question.options[option]?.id;
          const given = { questionId: question.id, options: chosen ? [chosen] : undefined };
          intake = what === 'skip' ? skip(intake, question.id) : answer(script, intake, given, ana);
        }
        assert.deepEqual(
          nextQuestion(script, JSON.parse(JSON.stringify(intake))),
          nextQuestion(script, intake),
        );
      }
    }),
  );
});

test('what somebody says of themselves changes what they are told and asked', () => {
  const silent = choose(start(), 'safe_now', 'type_only');
  assert.equal(preferencesOf(silent).silent, true);
  assert.ok(opening(script, silent).some(({ id }) => id === 'no_sound'));
  assert.ok(!opening(script, start()).some(({ id }) => id === 'no_sound'));
  assert.equal(preferencesOf(choose(silent, 'safe_now', 'talk')).silent, false);

  const child = choose(start(), 'age', 'child');
  assert.ok(linesAt(script, child, 'enhance_safety').some(({ id }) => id === 'child_chooses'));

  const onBike = choose(start({ role: 'rider' }), 'on_motorbike', 'yes');
  assert.ok(linesAt(script, onBike, 'enhance_safety').some(({ id }) => id === 'bike_may_stop'));
});

test('questions that hang on an answer are asked only after it', () => {
  const upTo = (...options: string[]) => {
    let intake = start();
    while (nextQuestion(script, intake)!.id !== 'safe_channel') {
      intake = skip(intake, nextQuestion(script, intake)!.id);
    }
    intake = choose(intake, 'safe_channel', ...options);
    const asked: string[] = [];
    for (let next = nextQuestion(script, intake); next; next = nextQuestion(script, intake)) {
      asked.push(next.id);
      intake = skip(intake, next.id);
    }
    return asked;
  };
  assert.deepEqual(upTo('call').slice(0, 3), ['safe_hours', 'voicemail', 'call_drop']);
  assert.deepEqual(upTo('chat').slice(0, 2), ['safe_hours', 'stop_word']);
  assert.deepEqual(upTo('none')[0], 'stop_word');
});

test('the answers about contact are what the contact guard goes by', () => {
  const answers = [
    ['safe_channel', 'call'],
    ['safe_hours', 'night'],
    ['voicemail', 'no'],
    ['call_drop', 'message'],
  ] as const;
  const intake = answers.reduce((so, [id, option]) => choose(so, id, option), start());
  assert.deepEqual(preferencesOf(intake), {
    channels: ['call', 'chat'],
    safeHours: [{ from: '22:00', to: '06:00' }],
    voicemail: false,
    ifCallDrops: 'message',
    stopped: false,
  });
  assert.equal(may(intake.consents, 'call'), true);
});

test('the same answer again changes nothing, unless its consent was withdrawn in between', () => {
  const once = choose(start(), 'police', 'yes');
  assert.deepEqual(choose(once, 'police', 'yes'), once);
  const withdrawn = { ...once, consents: withdraw(once.consents, 'police', ana) };
  const again = choose(withdrawn, 'police', 'yes');
  assert.equal(again.answers.length, 1);
  assert.equal(may(again.consents, 'police'), true);
  assert.equal(may(choose(again, 'police', 'no').consents, 'police'), false);
});

test('everything can be withdrawn at once, and only what stood is recorded', () => {
  const given = choose(choose(start(), 'police', 'yes'), 'share', 'no');
  const after = withdrawAll(given.consents, { at: 9, by: 'reporter' });
  assert.deepEqual(after.slice(given.consents.length), [
    { kind: 'police', given: false, at: 9, by: 'reporter' },
  ]);
});

test('a question that needs a consent is not asked without it', () => {
  const needing = scriptOf();
  needing.questions.push({ ...needing.questions.at(-1)!, id: 'which_partner', needs: 'referral' });
  const skipped = needing.questions.reduce(
    (so, { id }) => (id === 'which_partner' ? so : skip(so, id)),
    start(),
  );
  assert.equal(nextQuestion(needing, skipped), undefined);
  const agreed = answer(needing, skipped, { questionId: 'referral', options: ['yes'] }, ana);
  assert.equal(nextQuestion(needing, agreed)?.id, 'which_partner');
});

test('answers outlive the questions: a script that changed loses none and shows them as asked', () => {
  const said = answer(script, start(), { questionId: 'near', options: ['yes'], words: 'ya' }, ana);
  const changed = scriptOf();
  changed.questions = changed.questions.filter(({ id }) => id !== 'near');
  const more = answer(changed, said, { questionId: 'gone', words: 'masih ada' }, ana);
  assert.deepEqual(told(changed, more), [
    {
      questionId: 'near',
      asked: 'Apakah orang itu masih di dekat Anda?',
      chosen: ['yes'],
      words: 'ya',
      ...ana,
    },
    { questionId: 'gone', asked: undefined, chosen: [], words: 'masih ada', ...ana },
  ]);
});

test('a question that was skipped takes an answer when the person comes back to it', () => {
  const skipped = skip(start(), 'story');
  const said = answer(script, skipped, { questionId: 'story', words: 'sekarang saya mau' }, ana);
  assert.deepEqual(said.skipped, []);
  assert.equal(said.answers.length, 1);
});

test('the stop word that is agreed on ends the contact, and what was said with it is kept', () => {
  const going = answer(script, start(), { questionId: 'stop_word', words: ' Melati ' }, ana);
  assert.equal(going.status, 'going');
  const said = { questionId: 'story', words: 'dia datang, melati' };
  const stopped = answer(script, going, said, ana);
  assert.equal(stopped.status, 'stopped');
  assert.equal(stopped.answers.at(-1)?.words, said.words);
  const alone = answer(script, going, { questionId: 'story', words: 'melati' }, ana);
  assert.equal(alone.answers.length, 1);
});

test('stop words are found whatever their case and punctuation, and never inside another word', () => {
  assert.ok(isStop('  Stop!! ', undefined));
  assert.ok(isStop('停。', undefined));
  assert.ok(!isStop('', ''));
  assert.ok(!isStop('stopan bus', undefined));
  assert.ok(holdsStop('oke MELATI', 'melati'));
  assert.ok(!holdsStop('melatikan', 'melati'));
  assert.ok(holdsStop('我说茉莉花', '茉莉'));
  assert.ok(!holdsStop('dia berhenti di gang', 'berhenti'));
});

test('contact wishes are read as apps send them, and what cannot be used is not known', () => {
  assert.deepEqual(
    readPreferences({ channel: 'phone', safeHours: { from: '22:00', to: '05:00' } }),
    {
      channels: ['call'],
      safeHours: [{ from: '22:00', to: '05:00' }],
    },
  );
  assert.deepEqual(
    readPreferences({ channels: ['chat', 'pigeon'], safeHours: 'any', voicemail: true }),
    {
      channels: ['chat'],
      safeHours: 'any',
      voicemail: true,
    },
  );
  assert.deepEqual(readPreferences({ channel: 'pigeon', safeHours: '25:00', silent: 'yes' }), {});
  for (const nothing of [undefined, null, 'call', 7, []]) {
    assert.deepEqual(readPreferences(nothing), {});
  }
});

test('a language tag gets the nearest language, and Indonesian where there is none', () => {
  assert.deepEqual(['en-GB', 'zh_TW', 'AR', 'in', 'de', undefined].map(localeOf), [
    'en',
    'zh',
    'ar',
    'id',
    'id',
    'id',
  ]);
});
