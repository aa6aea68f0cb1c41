import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '../../lambdas/domain/script/fold.ts';
import { lexiconOf } from '../../lambdas/domain/script/lexicon/all.ts';
import { textRules } from '../../lambdas/domain/script/lexicon/lexicon.ts';
import { lintText } from '../../lambdas/domain/script/lint-text.ts';
import { readScript } from '../../lambdas/domain/script/lint.ts';
import { locales } from '../../lambdas/domain/script/locales.ts';
import { goodLines } from './care/good-lines.ts';
import {
  findingsAfter,
  findingsInShipped,
  lintQuestion,
  rulesOf,
  scriptOf,
} from './care/shipped.ts';

test('every shipped script passes the linter', () => {
  assert.deepEqual(findingsInShipped(), []);
});

test('what a careful person says is no breach, even where it sounds like one', () => {
  for (const locale of locales) {
    for (const text of goodLines[locale]) {
      assert.deepEqual(
        lintQuestion(locale, text).map(({ rule, matched }) => `${rule} ${matched}`),
        [],
        `${locale}: ${text}`,
      );
    }
  }
});

test('what the linter advises passes the linter, and is in the language of the text', () => {
  for (const locale of locales) {
    for (const rule of textRules) {
      const { instead } = lexiconOf(locale).rules[rule];
      const example = /[“«「](.+?)[”»」]/.exec(instead)?.[1];
      if (example !== undefined) assert.deepEqual(lintQuestion(locale, example), [], example);
    }
  }
});

test('a finding says where the words stand in the text as it was written', () => {
  const text = 'Maaf, KENAPA\u200B Anda tidak turun?';
  const [finding] = lintQuestion('id', text);
  assert.deepEqual(finding, {
    rule: 1,
    locale: 'id',
    lineId: 'planted',
    field: 'text',
    start: 6,
    end: 13,
    matched: 'KENAPA\u200B',
    instead: lexiconOf('id').rules[1].instead,
  });
  assert.equal(lintQuestion('ar', 'لِمَ لَمْ تَهْرُبْ؟')[0]?.start, 0);
  assert.equal(
    lintQuestion('fr', 'E\u0302tes-vous su\u0302re ?')[0]?.matched,
    'E\u0302tes-vous su\u0302re',
  );
});

test('accents, vowel signs, width, case and invisible characters hide no breach', () => {
  const disguised = {
    id: 'KENAPAAA anda diam?',
    en: 'Ｗｈｙ did you stay?',
    zh: '您為什麼上車？',
    ja: 'ナゼ乗ったのですか',
    ar: 'لِمَاذَا رَكِبْتَ؟',
    fr: 'POUR\u00ADQUOI êtes-vous montée ?',
  };
  for (const locale of locales)
    assert.ok(rulesOf(lintQuestion(locale, disguised[locale])).includes(1));
});

test('a breach in Indonesian or English is found in a text of any language', () => {
  for (const locale of locales) {
    assert.ok(rulesOf(lintQuestion(locale, '… kenapa? why?')).includes(1), locale);
  }
});

test('an option speaks for the person: “do not call me” is no order', () => {
  const option = { lineId: 'x', field: 'options.none', asks: false, speaksForThem: true };
  for (const text of ['Jangan hubungi saya', 'Tunggu sampai saya menghubungi']) {
    assert.deepEqual(lintText({ ...option, text, locale: 'id' }), []);
  }
  const pressing = lintText({ ...option, text: 'Anda harus lapor polisi', locale: 'id' });
  assert.ok(rulesOf(pressing).includes(15));
});

test('why, options and labels are held to the rules as well as the text', () => {
  const fields = (change: Parameters<typeof findingsAfter>[0]) =>
    findingsAfter(change).map(({ lineId, field }) => `${lineId} ${field}`);
  assert.deepEqual(
    fields(({ questions }) => (questions[0]!.why = 'Anda wajib menjawab.')),
    ['safe_now why'],
  );
  assert.deepEqual(
    fields(({ questions }) => (questions[0]!.options[1]!.text = 'Kenapa?')),
    ['safe_now options.type_only'],
  );
  assert.deepEqual(
    fields(({ controls }) => (controls.skip = 'Anda harus lewati')),
    ['controls skip'],
  );
  assert.deepEqual(
    fields(({ opening }) => (opening[0]!.text = 'Kami berjanji.')),
    ['here text'],
  );
});

test('a text for which Indonesian stands in is held to the rules of Indonesian', () => {
  const planted = findingsAfter(
    ({ lines }) => Object.assign(lines[0]!, { text: 'Mengapa Anda diam?', language: 'id' }),
    { locale: 'ja' },
  );
  assert.deepEqual(
    planted.map(({ rule, locale }) => [rule, locale]),
    [[1, 'id']],
  );
});

test('a script is read where it breaks no rule, and otherwise each breach is named', () => {
  assert.deepEqual(readScript(scriptOf()), { script: scriptOf() });
  const broken = scriptOf();
  broken.lines[0]!.text = 'Kenapa Anda diam?';
  const read = readScript(broken);
  assert.equal(read.script, undefined);
  assert.deepEqual(
    read.findings.map(({ rule, lineId }) => [rule, lineId]),
    [[1, 'own_words']],
  );
});

test('what has not the shape of a script is refused with the field that is wrong', () => {
  const refused = (change: (script: ReturnType<typeof scriptOf>) => void) => {
    const script = scriptOf();
    change(script);
    const read = readScript(script);
    return read.script === undefined ? read.errors.map(({ field }) => field) : [];
  };
  assert.deepEqual(
    refused((script) => Object.assign(script.questions[1]!, { required: true })),
    ['questions.1'],
  );
  assert.deepEqual(
    refused((script) => (script.dir = 'rtl')),
    ['dir'],
  );
  assert.deepEqual(
    refused((script) => (script.translation = 'machine')),
    ['translation'],
  );
  assert.deepEqual(
    refused(({ questions }) => (questions[2]!.id = 'safe_now')),
    ['questions.2.id'],
  );
  assert.deepEqual(
    refused(({ questions }) => (questions[2]!.options = [])),
    ['questions.2.options'],
  );
  assert.deepEqual(
    refused(({ questions }) => (questions[1]!.when = { answered: { no_such: ['yes'] } })),
    ['questions.1.when.answered.no_such'],
  );
  for (const nothing of [undefined, null, 7, [], {}]) {
    assert.equal(readScript(nothing).script, undefined);
  }
});

test('any text is linted without an error, and what is found lies within it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...locales), (text, locale) => {
      for (const { start, end } of lintQuestion(locale, text)) {
        assert.ok(start >= 0 && start < end && end <= text.length);
      }
      const folded = fold(text);
      assert.equal(folded.origin.length, folded.text.length + 1);
    }),
  );
});

test('linting takes no longer for a text that is made to be slow', () => {
  const slow = ['a '.repeat(250), 'you need '.repeat(55), 'tidak '.repeat(80), '不'.repeat(500)];
  const before = performance.now();
  for (const text of slow) for (const locale of locales) lintQuestion(locale, text);
  assert.ok(performance.now() - before < 2_000);
});
