import assert from 'node:assert/strict';
import { test } from 'node:test';
import { table } from '../../bench/support/print.ts';
import type { Row } from '../../bench/support/row.ts';

const fast: Row = {
  what: 'press to SMS',
  measured: { value: 34.04, unit: 'ms' },
  floor: { name: 'one write', value: 14.4, unit: 'ms' },
  target: { of: 'ratio', atMost: 10 },
  notes: ['300 presses'],
};
const large: Row = {
  what: 'bundle',
  measured: { value: 206_665, unit: 'B' },
  target: { of: 'measured', atMost: 1_000 },
};
const read: Row = { what: 'recall', measured: { value: 0.5, unit: '' } };

test('Each line says what, measured, floor, ratio, target and whether it is met.', () => {
  const lines = table([fast]).split('\n');
  assert.match(lines[2]!, /^press to SMS +34\.0 ms +14\.4 ms +2\.36 +ratio <= 10 +met$/);
  assert.deepEqual(lines.slice(3, 5), ['    floor: one write', '    300 presses']);
});

test('A miss is marked in its line and named at the end.', () => {
  const text = table([fast, large, read]);
  assert.match(text, /^bundle +206,665 B +<= 1,000 B +MISSED$/m);
  assert.match(text, /1 of 2 targets met\n {2}MISSED: bundle$/);
});

test('A line without a target is no success and no miss.', () => {
  assert.match(table([read]), /^recall +0\.500$/m);
});
