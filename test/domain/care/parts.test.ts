import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tripFacts } from '../../../lambdas/domain/script/schema.ts';
import { scriptSchema } from '../../../lambdas/domain/script/schema.ts';
import { readScript } from '../../../lambdas/domain/script/lint.ts';
import { locales } from '../../../lambdas/domain/script/locales.ts';
import { nextQuestion, start } from '../../../lambdas/domain/script/intake.ts';
import { may } from '../../../lambdas/domain/script/consent.ts';
import { findingsAfter, lintQuestion, rulesOf, scriptOf, shipped } from './shipped.ts';

test('rule 3: the first question is whether they are safe now and whether it is safe to talk', () => {
  for (const script of shipped) assert.equal(nextQuestion(script, start())?.id, 'safe_now');
  for (const locale of locales) {
    const later = findingsAfter(({ questions }) => questions.push(questions.shift()!), { locale });
    assert.deepEqual(rulesOf(later), [3]);
    const inName = findingsAfter(({ questions }) => (questions[0]!.text = questions[3]!.text), {
      locale,
    });
    assert.deepEqual(rulesOf(inName), [3]);
    const forSome = findingsAfter(({ questions }) => (questions[0]!.when = { child: false }), {
      locale,
    });
    assert.ok(rulesOf(forSome).includes(3));
  }
});

test('rule 4: the opening asks where they would like to start', () => {
  for (const locale of locales) {
    const without = findingsAfter(
      (script) => (script.opening = script.opening.filter((line) => line.says === undefined)),
      { locale },
    );
    assert.deepEqual(rulesOf(without), [4]);
    const inName = findingsAfter(
      ({ opening, lines }) => {
        for (const line of opening) if (line.says) line.text = lines[0]!.text;
      },
      { locale },
    );
    assert.deepEqual(rulesOf(inName), [4]);
  }
  for (const script of shipped) {
    assert.ok(script.opening.some((line) => line.says === 'where_to_start'));
  }
});

test('rule 5: every question says why it is asked', () => {
  for (const script of shipped) for (const { why } of script.questions) assert.notEqual(why, '');
  const blank = scriptOf();
  blank.questions[2]!.why = ' ';
  assert.equal(scriptSchema.safeParse(blank).success, false);
  assert.deepEqual(rulesOf(findingsAfter(({ questions }) => (questions[2]!.why = ' '))), [5]);
  const { why: _, ...without } = blank.questions[2]!;
  assert.ok(!scriptSchema.safeParse({ ...blank, questions: [without] }).success);
});

test('rule 8: nothing is asked that the trip record knows', () => {
  for (const fact of tripFacts) {
    const script = scriptOf();
    script.questions[4]!.fact = fact;
    const read = readScript(script);
    assert.equal(read.script, undefined);
    assert.deepEqual(
      read.errors.map((error) => error.field),
      ['questions.4.fact'],
    );
  }
  const asked = {
    id: ['Berapa plat nomor kendaraannya?', 'Siapa nama pengemudinya?', 'Jam berapa kejadiannya?'],
    en: ['What was the license plate?', 'What is the driver’s name?', 'What time did it happen?'],
    zh: ['车牌号是多少？', '司机叫什么名字？', '事情是几点发生的？'],
    ja: ['車のナンバーは何ですか。', '運転手の名前は何ですか。', '何時に起きましたか。'],
    ar: ['ما رقم لوحة السيارة؟', 'ما اسم السائق؟', 'متى حدث ذلك؟'],
    fr: [
      'Quelle est la plaque d’immatriculation ?',
      'Quel est le nom du conducteur ?',
      'À quelle heure cela s’est-il passé ?',
    ],
  };
  for (const locale of locales) {
    for (const text of asked[locale]) {
      assert.ok(rulesOf(lintQuestion(locale, text)).includes(8), text);
    }
  }
});

test('rule 13: belief, “not your fault” and thanks are said to everybody', () => {
  for (const locale of locales) {
    for (const says of ['belief', 'not_your_fault', 'thanks'] as const) {
      const without = findingsAfter(
        (script) => (script.lines = script.lines.filter((line) => line.says !== says)),
        { locale },
      );
      assert.deepEqual(
        without.map(({ rule, field }) => [rule, field]),
        [[13, says]],
      );
      const toSome = findingsAfter(
        ({ lines }) => (lines.find((line) => line.says === says)!.when = { child: true }),
        { locale },
      );
      assert.ok(rulesOf(toSome).includes(13));
      const inName = findingsAfter(
        ({ lines }) => (lines.find((line) => line.says === says)!.text = lines[0]!.text),
        { locale },
      );
      assert.deepEqual(rulesOf(inName), [13]);
    }
  }
});

test('rule 16: the police is the person’s choice: always offered, never pressed', () => {
  for (const script of shipped) {
    const offer = script.questions.find((question) => question.consent === 'police');
    assert.equal(offer?.when, undefined);
    assert.deepEqual(
      offer?.options.map((option) => option.agrees ?? false),
      [true, false, false],
    );
  }
  assert.equal(may(start().consents, 'police'), false);
  const without = findingsAfter(
    (script) => (script.questions = script.questions.filter(({ id }) => id !== 'police')),
  );
  assert.deepEqual(rulesOf(without), [16]);
  const noNo = findingsAfter(({ questions }) => {
    const offer = questions.find(({ id }) => id === 'police')!;
    offer.options = offer.options.filter((option) => option.agrees);
  });
  assert.ok(rulesOf(noNo).includes(16));
  const pressed = {
    id: 'Sebaiknya Anda segera lapor polisi.',
    en: 'You really should go to the police.',
    zh: '您应该报警。',
    ja: '警察に届けたほうがいいです。',
    ar: 'عليك أن تبلغ الشرطة.',
    fr: 'Vous devriez porter plainte.',
  };
  for (const locale of locales) {
    assert.ok(rulesOf(lintQuestion(locale, pressed[locale])).includes(16), locale);
  }
});

test('rule 24: the stages are complete: listen, inquire, validate, enhance safety, support', () => {
  for (const stage of ['listen', 'inquire', 'validate', 'enhance_safety', 'support'] as const) {
    const without = findingsAfter((script) => {
      script.opening = script.opening.filter((line) => line.stage !== stage);
      script.lines = script.lines.filter((line) => line.stage !== stage);
      script.questions = script.questions.filter((question) => question.stage !== stage);
    });
    assert.ok(
      without.some(({ rule, field }) => rule === 24 && field === stage),
      stage,
    );
  }
});

test('rule 25: a child is never made to have a caregiver present', () => {
  for (const script of shipped) {
    const asked = script.questions.find(({ asks }) => asks === 'companion');
    assert.ok(asked?.options.some(({ tells }) => tells?.companion === 'nobody'));
  }
  const adultsOnly = findingsAfter(({ questions }) => (questions[5]!.when = { child: false }));
  assert.deepEqual(rulesOf(adultsOnly), [25]);
  const onlyWithThem = findingsAfter(
    ({ questions }) => (questions.at(-1)!.when = { answered: { companion: ['own'] } }),
  );
  assert.deepEqual(rulesOf(onlyWithThem), [25]);
  const nobodyLeftOut = findingsAfter(({ questions }) => {
    const companion = questions.find(({ asks }) => asks === 'companion')!;
    companion.options = companion.options.filter(({ id }) => id !== 'nobody');
  });
  assert.deepEqual(rulesOf(nobodyLeftOut), [25]);
  const required = {
    id: 'Orang tua kamu harus hadir.',
    en: 'A parent must be present.',
    zh: '父母必须在场。',
    ja: '保護者の同席が必要です。',
    ar: 'يجب حضور ولي أمرك.',
    fr: 'La présence d’un parent est obligatoire.',
  };
  for (const locale of locales) {
    assert.ok(rulesOf(lintQuestion(locale, required[locale])).includes(25), locale);
  }
});
