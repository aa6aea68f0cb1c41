import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { failures } from './failures.ts';
import { mutants } from './mutants/all.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const doc = read('docs/failures.md');
/** The tables' rows as arrays of cells. */
const rows = doc
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.trim()),
  );

test('the page on failures has each failure, with the mutants that show its remedy to be needed', () => {
  for (const [failure, { without }] of Object.entries(failures)) {
    const row = rows.find(([name]) => name === failure);
    assert.ok(row, failure);
    assert.deepEqual(row[3]?.split('<br>'), without, failure);
  }
});

test('the page on failures has each mutant, with the invariant that notices it, and no other', () => {
  const table = rows.slice(rows.findIndex(([first]) => first === 'without') + 2);
  assert.deepEqual(
    table,
    mutants.map(({ without, caughtBy }) => [without, caughtBy]),
  );
});

test('each test that the page on failures names is there', () => {
  const named = [...doc.matchAll(/`(test\/[^`]+\.test\.ts)`: (.*?)(?=<br>| \|)/g)];
  assert.ok(named.length > 25);
  for (const [, file, name] of named) {
    const told = file!.endsWith('failures.test.ts') ? Object.keys(failures) : [read(file!)];
    assert.ok(
      told.some((one) => one.includes(name!)),
      `${file} has no test: ${name}`,
    );
  }
});
