import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { schemaFile } from '../../bin/roster/export.ts';
import { team } from '../support/alerts.ts';
import { Office } from './office.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
  office.api.memory.setTeam(1, team());
});
afterEach(() => office.close());

const schemaOf = (text: string) => /^# yaml-language-server: \$schema=(.+)$/m.exec(text)![1]!;

test('an export goes to standard output, of one tier or of all', async () => {
  assert.equal(await office.type('export', '--tier', '1'), 0);
  assert.deepEqual(office.out.match(/^ {2}\d:$/gm), ['  1:']);
  assert.equal(await office.type('export'), 0);
  assert.deepEqual(office.out.match(/^ {2}\d:$/gm), ['  1:', '  2:', '  3:']);
});

test('a file that is there is never written over, and a new one is for its owner alone', async () => {
  assert.equal(await office.type('export', '--out', 'team.yaml'), 0);
  assert.equal(office.out, '');
  const path = join(office.folder, 'team.yaml');
  if (process.platform !== 'win32') assert.equal(statSync(path).mode & 0o777, 0o600);
  office.writeText('team.yaml', 'her work');
  assert.equal(await office.type('export', '--out', 'team.yaml'), 2);
  assert.match(office.err, /team\.yaml was not written: it is there already/);
  assert.equal(readFileSync(path, 'utf8'), 'her work');
});

test('the schema is found from wherever the file lies', async () => {
  await office.type('export', '--tier', '1', '--out', 'team.yaml');
  const outside = schemaOf(readFileSync(join(office.folder, 'team.yaml'), 'utf8'));
  assert.ok(readFileSync(new URL(outside), 'utf8').includes('Siaga roster'));
  office.cwd = dirname(schemaFile);
  await office.type('export', '--tier', '1');
  assert.equal(schemaOf(office.out), 'roster.schema.json');
  office.cwd = dirname(office.cwd);
  await office.type('export', '--tier', '1');
  assert.equal(schemaOf(office.out), 'docs/roster.schema.json');
});
