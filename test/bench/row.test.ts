import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMet, ratioOf, type Row } from '../../bench/support/row.ts';

const row: Row = {
  what: 'press to SMS',
  measured: { value: 30, unit: 'ms' },
  floor: { name: 'one write', value: 10, unit: 'ms' },
};

test('A ratio is the figure over its floor.', () => {
  assert.equal(ratioOf(row), 3);
  assert.equal(ratioOf({ ...row, floor: undefined }), undefined);
});

test('What was measured in pairs has the ratio of its pairs, and its target goes by that.', () => {
  const paired: Row = { ...row, pairedRatio: 2.5, target: { of: 'ratio', atMost: 2.6 } };
  assert.deepEqual([ratioOf(paired), isMet(paired)], [2.5, true]);
});

test('Figures of different units have no ratio.', () => {
  assert.throws(() => ratioOf({ ...row, measured: { value: 30, unit: 'us' } }), /us are not ms/);
});

test('A target bounds the figure or its ratio, from above or from below, and counts itself.', () => {
  assert.equal(isMet(row), undefined);
  assert.equal(isMet({ ...row, target: { of: 'ratio', atMost: 3 } }), true);
  assert.equal(isMet({ ...row, target: { of: 'ratio', atMost: 2.9 } }), false);
  assert.equal(isMet({ ...row, target: { of: 'measured', atMost: 3 } }), false);
  assert.equal(isMet({ ...row, target: { of: 'measured', atLeast: 30 } }), true);
  assert.equal(isMet({ ...row, target: { of: 'measured', atLeast: 31 } }), false);
});

test('A target on the ratio without a floor is an error, not a success.', () => {
  const aimless: Row = { ...row, floor: undefined, target: { of: 'ratio', atMost: 10 } };
  assert.throws(() => isMet(aimless), /press to SMS has no floor/);
});
