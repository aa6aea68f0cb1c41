import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, quantile } from '../../bench/support/quantiles.ts';

test('A quantile is one of the values, and the order of the values does not matter.', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  assert.equal(quantile(hundred, 0.99), 99);
  assert.equal(quantile(hundred, 0.5), 50);
  assert.equal(quantile(hundred, 1), 100);
  assert.equal(quantile(hundred, 0), 1);
  assert.equal(quantile([7], 0.99), 7);
});

test('The median of an even number of values lies between the two in the middle.', () => {
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([9, 1, 3]), 3);
});

test('No values have no quantile.', () => {
  assert.throws(() => quantile([], 0.5), /no values/);
});
