import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['bench/main.ts', ...args], {
    cwd: new URL('../..', import.meta.url),
  });

test('One benchmark can be asked for by its name, and answers in JSON.', async () => {
  const { stdout } = await bench('bundle-size', '--json');
  const { rows } = JSON.parse(stdout) as { rows: Record<string, unknown>[] };
  assert.equal(rows.length, 2);
  assert.equal(rows[0]!.what, 'bundle of press');
  assert.equal(rows[0]!.met, true);
  assert.ok(Number(rows[0]!.ratio) > 0.1 && Number(rows[0]!.ratio) <= 0.42);
});

test('A name of no benchmark is refused with the names that there are.', async () => {
  await assert.rejects(bench('bundel-size'), (error: { code: number; stderr: string }) => {
    assert.equal(error.code, 2);
    assert.match(error.stderr, /bundel-size is no benchmark/);
    assert.match(error.stderr, /bundle-size/);
    return true;
  });
});
