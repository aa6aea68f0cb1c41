import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales } from '../../../lambdas/domain/script/locales.ts';
import { breaches } from './breaches.ts';
import { findingsAfter, findingsInShipped, lintQuestion } from './shipped.ts';

const names = {
  1: 'no why',
  2: 'no “explain to me”, no forced order of events',
  11: 'never sexual history, virginity, clothing, behaviour',
  12: 'no doubt, no minimising',
  14: 'no promises',
  15: 'options, not orders',
} as const;

const wordingRules = [1, 2, 11, 12, 14, 15] as const;

for (const rule of wordingRules) {
  test(`rule ${rule}: ${names[rule]}`, () => {
    for (const locale of locales) {
      for (const text of breaches[locale][rule]) {
        const found = lintQuestion(locale, text).find((finding) => finding.rule === rule);
        assert.ok(found, `${locale}: ${text}`);
        assert.equal(text.slice(found.start, found.end), found.matched);
        assert.notEqual(found.matched.trim(), '', text);
        assert.notEqual(found.instead, '');
      }
      const [planted] = breaches[locale][rule];
      const findings = findingsAfter(({ questions }) => (questions[3]!.text = planted!), {
        locale,
      });
      const inScript = findings.find((finding) => finding.rule === rule);
      assert.equal(inScript?.lineId, 'story');
      assert.equal(inScript?.field, 'text');
      assert.equal(inScript?.locale, locale);
    }
    assert.deepEqual(
      findingsInShipped().filter((finding) => finding.rule === rule),
      [],
    );
  });
}
