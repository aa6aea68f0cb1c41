import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCategory, tierOf } from '../../lambdas/domain/policy.ts';
import { triageText } from '../../lambdas/domain/triage.ts';
import { judged, scoreOf, tunedSentences, unseenSentences } from '../triage/labelled.ts';

const raises = (text: string) => {
  const found = triageText(text);
  return found !== null && tierOf(found.category) === 1;
};

test('words of danger raise, and the evidence stands where it says', () => {
  const text = 'Tadi drivernya megang2 paha saya, takut bgt';
  const found = triageText(text)!;
  assert.equal(tierOf(found.category), 1);
  assert.ok(found.evidence.length > 0);
});

test('a lost phone, a fare, a smell and a denial raise nothing', () => {
  for (const text of [
    'hp saya ketinggalan di mobil',
    'ongkosnya kemahalan',
    'mobilnya bau rokok',
    'driver tidak melakukan pelecehan apa pun',
  ]) {
    assert.equal(raises(text), false, text);
  }
});

test('whatever is written is read without an error, twice the same, and quoted as it stands', () => {
  const words = fc.constantFrom(
    'raba',
    'dipegang',
    'ga',
    'tidak',
    'h4r4ss',
    'tolooong',
    '😔',
    '。',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  );
  const property = fc.property(text, (any) => {
    const found = triageText(any);
    assert.deepEqual(triageText(any), found);
    if (found === null) return;
    assert.ok(isCategory(found.category));
    for (const { phrase, start, end } of found.evidence) {
      assert.equal(any.slice(start, end), phrase);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test('a long text that is written to be slow is read to its end', () => {
  const end = ' dia raba paha';
  for (const word of [
    'a',
    'ga ',
    'p*',
    'di ',
    't o ',
    '1',
    'mau dibawa ke hutan ga mau berhenti ',
  ]) {
    const text = word.repeat(16_000 / word.length) + end;
    const last = triageText(text)?.evidence.at(-1);
    assert.equal(last?.end, text.length, word);
  }
});

test('the longer phrase names the category: a blow that is only promised is a threat', () => {
  assert.equal(triageText('driver bacok saya')?.category, 'violence');
  assert.equal(triageText('gue bacok lu ya')?.category, 'threat');
  assert.equal(triageText('dia minta peluk')?.category, 'harassment');
});

test('words are known doubled, shortened, without vowels, with digits for letters and with letters hidden', () => {
  for (const text of ['dipegang2 pahanya', 'dculik', 'dlchkn', 'p3l3c3han', 'tolooong', 'm*sum']) {
    assert.equal(raises(text), true, text);
  }
});

test('of the tuned sentences nearly all dangers are found, and few ordinary matters are taken for one', () => {
  const all = judged(tunedSentences());
  const { dangers, recall, precision, named } = scoreOf(all);
  assert.ok(dangers.length >= 1_200 && all.length >= 2_000, `${dangers.length} of ${all.length}`);
  assert.ok(recall >= 0.98, `recall ${recall}`);
  assert.ok(precision >= 0.98, `precision ${precision}`);
  assert.ok(named >= 0.94, `category right ${named}`);
});

test('of sentences on which nothing was tuned most dangers are found, and few ordinary matters are taken for one', () => {
  const all = judged(unseenSentences());
  const { recall, precision } = scoreOf(all);
  assert.ok(all.length >= 150);
  assert.ok(recall >= 0.84, `recall ${recall}`);
  assert.ok(precision >= 0.84, `precision ${precision}`);
});
