import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCategory, tierOf } from '../../lambdas/domain/policy.ts';
import { triageText } from '../../lambdas/domain/triage.ts';

const folder = new URL('../triage/', import.meta.url);

/** Sentences with what they are about; those of `none-*` must not page the trained team. */
function labelled(): { text: string; danger: boolean }[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  return files.flatMap((file) =>
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [text = '', category] = line.split('\t');
        return { text, danger: isCategory(category) && tierOf(category) === 1 };
      }),
  );
}

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

test('of the labelled sentences most dangers are found, and few ordinary matters are taken for one', () => {
  const all = labelled();
  const dangers = all.filter((one) => one.danger);
  const found = dangers.filter((one) => raises(one.text));
  const raised = all.filter((one) => raises(one.text));
  assert.ok(dangers.length > 400 && all.length > 800);
  assert.ok(found.length / dangers.length >= 0.94, `recall ${found.length} of ${dangers.length}`);
  assert.ok(found.length / raised.length >= 0.95, `precision ${found.length} of ${raised.length}`);
});
