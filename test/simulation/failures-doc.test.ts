import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { failures } from './failures.ts';
import { mutants } from './mutants/all.ts';
import { wireMutants } from './mutants/over-the-wire.ts';

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

test('the page on failures has each mutant, with what notices it, and no other', () => {
  const heads = rows.flatMap(([first], index) => (first === 'without' ? [index] : []));
  const [noticed, failed] = heads.map((head, nth) => rows.slice(head + 2, heads[nth + 1]));
  assert.deepEqual(
    noticed,
    mutants.map(({ without, caughtBy }) => [without, caughtBy]),
  );
  assert.deepEqual(
    failed,
    wireMutants.map(({ without, caughtBy: { file, test: name } }) => [
      without,
      `\`${file}\`: ${name}`,
    ]),
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

test('each failure on the page has a mutant, and each mutant that it names is there', () => {
  const first = rows.findIndex(([one]) => one === 'failure') + 2;
  const failed = rows.slice(first).filter((row) => row.length === 4);
  assert.ok(failed.length >= Object.keys(failures).length);
  const known = new Set([...mutants, ...wireMutants].map(({ without }) => without));
  for (const [failure, , , without = ''] of failed) {
    for (const one of without.split('<br>')) assert.ok(known.has(one), `${failure}: ${one}`);
  }
});
