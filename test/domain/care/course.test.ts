import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  answer,
  hear,
  type Intake,
  nextQuestion,
  pause,
  preferencesOf,
  resume,
  skip,
  start,
  stop,
} from '../../../lambdas/domain/script/intake.ts';
import { mayContact } from '../../../lambdas/domain/script/contact-guard.ts';
import { scriptSchema } from '../../../lambdas/domain/script/schema.ts';
import { told } from '../../../lambdas/domain/script/told.ts';
import { night } from '../../support/alerts.ts';
import { scriptOf, shipped } from './shipped.ts';

const script = scriptOf();
const ana = { at: night, by: 'ana' };
const budi = { at: night + 60_000, by: 'budi' };
const reporter = { at: night, by: 'reporter' };

/** Goes through the script to its end; each question is handled by `handle`. */
function walk(intake: Intake, handle: (intake: Intake, questionId: string) => Intake): string[] {
  const asked: string[] = [];
  let now = intake;
  for (let next = nextQuestion(script, now); next; next = nextQuestion(script, now)) {
    assert.ok(!asked.includes(next.id), `${next.id} is asked twice`);
    asked.push(next.id);
    now = handle(now, next.id);
  }
  return asked;
}

test('rule 6: every question can be skipped, and what was skipped is never asked again', () => {
  const asked = walk(start(), skip);
  const unconditional = script.questions.filter(({ when }) => when === undefined);
  assert.deepEqual(
    asked,
    unconditional.map(({ id }) => id),
  );
  const skipped = skip(start(), 'safe_now');
  const later = resume(pause(script, answer(script, skipped, { questionId: 'near' }, ana)), 'budi');
  assert.notEqual(nextQuestion(script, later)?.id, 'safe_now');
  assert.deepEqual(skip(skipped, 'safe_now'), skipped);
});

test('rule 7: pause and stop are always there, and going on starts where it was left', () => {
  for (const { controls } of shipped) {
    for (const label of [controls.skip, controls.pause, controls.resume, controls.stop]) {
      assert.notEqual(label, '');
    }
  }
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (answers) => {
      const intake = answers.reduce((so, answered) => {
        const questionId = nextQuestion(script, so)!.id;
        return answered
          ? answer(script, so, { questionId, words: '…' }, ana)
          : skip(so, questionId);
      }, start());
      const left = nextQuestion(script, intake);
      const paused = pause(script, intake);
      assert.equal(nextQuestion(script, paused), undefined);
      const stored: Intake = JSON.parse(JSON.stringify(paused));
      assert.equal(nextQuestion(script, resume(stored, 'ana'))?.id, left?.id);
      assert.equal(nextQuestion(script, stop(intake)), undefined);
    }),
  );
});

test('rule 7: a question that a new script puts earlier does not push aside the one that was open', () => {
  const paused = pause(script, answer(script, start(), { questionId: 'safe_now' }, ana));
  const changed = scriptOf();
  changed.questions.splice(1, 0, { ...changed.questions.at(-1)!, id: 'new_one' });
  const going = resume(paused, 'ana');
  assert.equal(nextQuestion(changed, going)?.id, 'on_motorbike');
  const done = answer(changed, going, { questionId: 'on_motorbike' }, ana);
  assert.equal(nextQuestion(changed, done)?.id, 'new_one');
});

test('rule 9: what was answered is shown to the next responder and not asked again', () => {
  const safe = { questionId: 'safe_now', options: ['talk'] };
  const first = answer(script, start(), safe, ana);
  const story = { questionId: 'story', words: 'Dia menyentuh saya di lampu merah.' };
  const handedOver: Intake = JSON.parse(JSON.stringify(answer(script, first, story, ana)));

  const shown = told(script, handedOver);
  assert.deepEqual(
    shown.map(({ questionId, chosen, words, by }) => ({ questionId, chosen, words, by })),
    [
      { questionId: 'safe_now', chosen: ['Aman, dan bisa bicara'], words: undefined, by: 'ana' },
      { questionId: 'story', chosen: [], words: story.words, by: 'ana' },
    ],
  );
  const asked = walk(handedOver, (intake, questionId) =>
    answer(script, intake, { questionId }, budi),
  );
  assert.ok(!asked.includes('safe_now') && !asked.includes('story'));
  assert.ok(asked.length > 5);
});

test('rule 9: what the trip record knows is not asked, even by an old script that would', () => {
  const old = scriptOf();
  old.questions[1]!.fact = 'plate';
  const asked = answer(old, start({ known: ['plate'] }), { questionId: 'safe_now' }, ana);
  assert.notEqual(nextQuestion(old, asked)?.id, old.questions[1]!.id);
  const unknown = answer(old, start(), { questionId: 'safe_now' }, ana);
  assert.equal(nextQuestion(old, unknown)?.id, old.questions[1]!.id);
});

test('rule 19: a stop word ends the contact at once', () => {
  const reachable = { channels: ['call' as const], safeHours: 'any' as const };
  const going = start({ contact: reachable, stopWord: 'Melati' });
  const call = { channel: 'call' as const, at: night, timeZone: 'Asia/Jakarta' };
  assert.equal(mayContact(preferencesOf(going), call).allowed, true);

  for (const message of [
    'berhenti',
    'STOP.',
    '停止',
    'やめて',
    'توقف!',
    'Arrêtez',
    'melati',
    'saya suka melati',
  ]) {
    const stopped = hear(going, message);
    assert.equal(stopped.status, 'stopped', message);
    assert.equal(nextQuestion(script, stopped), undefined);
    assert.deepEqual(mayContact(preferencesOf(stopped), call), {
      allowed: false,
      because: 'stopped',
    });
  }
  assert.equal(
    answer(script, going, { questionId: 'story', words: 'stop' }, ana).status,
    'stopped',
  );
  const stopped = stop(going);
  assert.equal(resume(stopped, 'ana').status, 'stopped');
  assert.equal(resume(stopped, 'reporter').status, 'going');
  assert.deepEqual(answer(script, stopped, { questionId: 'story', words: 'x' }, ana), stopped);
});

test('rule 19: a word that tells what happened does not end the contact', () => {
  for (const words of [
    'Dia tidak mau berhenti.',
    'He did not stop.',
    'Il ne voulait pas arrêter.',
  ]) {
    const said = answer(
      script,
      start({ stopWord: 'berhenti' }),
      { questionId: 'story', words },
      ana,
    );
    assert.equal(said.status, 'going');
  }
});

test('rule 21: the person’s own words are kept as they are, for every kind of question', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...script.questions),
      fc.string({ minLength: 3 }),
      (question, text) => {
        const words = `${text} dia bilang “ayo”`;
        const kept = answer(script, start(), { questionId: question.id, words }, reporter);
        assert.equal(kept.answers[0]?.words, words);
        assert.deepEqual(kept.answers[0]?.options, undefined);
        const corrected = answer(
          script,
          kept,
          { questionId: question.id, words: 'lain' },
          reporter,
        );
        assert.equal(corrected.answers[0]?.words, words);
      },
    ),
  );
});

test('rule 22: there is no field in which a gap in somebody’s memory could be flagged', () => {
  const kept = answer(script, start(), { questionId: 'story', words: 'Saya tidak ingat.' }, ana);
  assert.deepEqual(Object.keys(kept.answers[0]!).toSorted(), [
    'asked',
    'at',
    'by',
    'options',
    'questionId',
    'words',
  ]);
  for (const field of ['memoryGap', 'inconsistent', 'credible', 'required']) {
    const flagged = scriptOf();
    flagged.questions[2] = { ...flagged.questions[2]!, [field]: true };
    assert.equal(scriptSchema.safeParse(flagged).success, false, field);
  }
});
