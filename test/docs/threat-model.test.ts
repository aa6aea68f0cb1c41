import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../lib/bundling.ts';

const page = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
const named = Array.from(page.matchAll(/`(test\/[\w/-]+\.test\.ts)` "([^"]+)"/g), (found) => ({
  file: found[1]!,
  name: found[2]!,
}));
const rows = page.split('\n').filter((line) => /^\| (?!who,|---)/.test(line));

test('every test that the threat model names is there, under that name', () => {
  assert.ok(named.length > 40);
  for (const { file, name } of named) {
    assert.ok(existsSync(join(root, file)), file);
    assert.ok(readFileSync(join(root, file), 'utf8').includes(name), `${file}: ${name}`);
  }
});

test('every row of the threat model names its test, or says that there is none and why', () => {
  assert.ok(rows.length > 30);
  for (const row of rows) assert.match(row, /`test\/[^`]+` "[^"]+" \|$|No test.+\| – \|$/, row);
});
