import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categories } from '../../lambdas/domain/policy.ts';
import { locales } from '../../lambdas/domain/script/locales.ts';
import { scriptSchema } from '../../lambdas/domain/script/schema.ts';
import { kindOf } from '../../lambdas/domain/scripts/parts.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { texts } from '../../lambdas/domain/scripts/texts/all.ts';
import { shipped } from './care/shipped.ts';

const ids = (list: { id: string }[]) => list.map(({ id }) => id);

test('there is a script for each category and for none, in each language', () => {
  for (const locale of locales) {
    for (const category of [undefined, ...categories]) {
      const script = scriptFor({ category, service: 'GoRide', locale });
      assert.equal(script.category, category ?? 'general');
      assert.equal(script.locale, locale);
      assert.ok(scriptSchema.safeParse(script).success);
    }
  }
  assert.equal(kindOf('threat'), 'violence');
  assert.equal(kindOf('lost_item'), 'general');
});

test('categories of one kind are asked the same', () => {
  const asked = (category: (typeof categories)[number]) => ids(scriptFor({ category }).questions);
  assert.deepEqual(asked('threat'), asked('violence'));
  assert.deepEqual(asked('medical'), asked('crash'));
  assert.deepEqual(asked('intoxication'), asked('unsafe_driving'));
  assert.notDeepEqual(asked('crash'), asked('harassment'));
});

test('Arabic is laid out right to left, and translations are marked as such', () => {
  for (const script of shipped) {
    assert.equal(script.dir, script.locale === 'ar' ? 'rtl' : 'ltr');
    assert.equal(script.translation, script.locale === 'id' ? 'source' : 'machine');
  }
});

test('a service adds its own to what all are asked: doors in a car, a helmet on a motorbike', () => {
  const of = (service: string) => scriptFor({ category: 'crash', service });
  const asked = (service: string) => ids(of(service).questions);
  assert.ok(asked('GoRide').includes('on_motorbike') && !asked('GoRide').includes('doors'));
  assert.ok(asked('gocar').includes('doors') && !asked('gocar').includes('on_motorbike'));
  assert.ok(ids(of('goride').lines).includes('helmet_may_stay'));
  assert.ok(ids(of('GoCar').lines).includes('seat_may_stay'));
  const forAll = asked('GoSend');
  assert.deepEqual(forAll, asked('constructor'));
  assert.deepEqual(
    asked('GoRide').filter((id) => id !== 'on_motorbike'),
    forAll,
  );
});

test('every language has every word: nothing that is shipped falls back to Indonesian', () => {
  for (const script of shipped) {
    const all = [...script.opening, ...script.lines, ...script.questions];
    const options = script.questions.flatMap((question) => question.options);
    assert.deepEqual(
      [...all, ...options].filter((one) => one.language !== undefined),
      [],
      script.locale,
    );
  }
});

test('no translation has words for something that the source does not have', () => {
  for (const locale of locales) {
    for (const part of ['lines', 'questions', 'options'] as const) {
      const known = Object.keys(texts.id[part]);
      assert.deepEqual(Object.keys(texts[locale][part]).toSorted(), known.toSorted());
    }
  }
});

test('Indonesian stands in where a translation is missing, and is marked', () => {
  const { belief: _line, ...lines } = texts.fr.lines;
  const { story: _question, ...questions } = texts.fr.questions;
  const { unsure: _option, ...options } = texts.fr.options;
  const partly = { ...texts, fr: { ...texts.fr, lines, questions, options } };
  const script = scriptFor({ category: 'harassment', locale: 'fr' }, partly);
  const source = scriptFor({ category: 'harassment' });
  const belief = script.lines.find(({ id }) => id === 'belief');
  assert.deepEqual(belief, { ...source.lines.find(({ id }) => id === 'belief'), language: 'id' });
  const story = script.questions.find(({ id }) => id === 'story');
  assert.deepEqual(story, { ...source.questions.find(({ id }) => id === 'story'), language: 'id' });
  const near = script.questions.find(({ id }) => id === 'near')!;
  assert.equal(near.language, undefined);
  assert.deepEqual(near.options[2], { id: 'unsure', text: 'Belum tahu', language: 'id' });
});
