import assert from 'node:assert/strict';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assemblyFor } from '../../local/assembly.ts';
import { temporaryDir } from './fixture.ts';

/** A project with one function; its assembly is the number of times that it was synthesized. */
function project() {
  const root = temporaryDir();
  mkdirSync(join(root, 'lambdas'));
  writeFileSync(join(root, 'lambdas', 'handler.ts'), 'first');
  let times = 0;
  const outdir = temporaryDir();
  const make = (out: string) => {
    mkdirSync(out);
    writeFileSync(join(out, 'times'), String((times += 1)));
  };
  const start = async (stage?: string) =>
    Number(readFileSync(join(await assemblyFor(outdir, { root, make, stage }), 'times'), 'utf8'));
  return { root, start };
}

test('the same sources are synthesized once, and every stage by itself', async () => {
  const { start } = project();
  assert.deepEqual([await start(), await start(), await start('prod')], [1, 1, 2]);
});

test('a source that changed, came or went is synthesized anew', async () => {
  const { root, start } = project();
  assert.equal(await start(), 1);
  writeFileSync(join(root, 'lambdas', 'handler.ts'), 'other');
  assert.equal(await start(), 2);
  mkdirSync(join(root, 'lib'));
  writeFileSync(join(root, 'lib', 'stack.ts'), '');
  assert.equal(await start(), 3);
  rmSync(join(root, 'lib', 'stack.ts'));
  assert.equal(await start(), 2, 'what was there before is known');
});

test('old assemblies make room for new ones, and nothing half-made is left', async () => {
  const { root, start } = project();
  for (let version = 0; version < 12; version += 1) {
    writeFileSync(join(root, 'lambdas', 'handler.ts'), String(version));
    await start();
  }
  const kept = readdirSync(join(root, 'node_modules', '.cache', 'siaga'));
  assert.equal(kept.length, 8);
  assert.deepEqual(
    kept.filter((name) => name.includes('.')),
    [],
  );
});

test('where nothing can be kept, a stack starts all the same', async () => {
  const { root, start } = project();
  writeFileSync(join(root, 'node_modules'), 'a file in the way');
  assert.deepEqual([await start(), await start()], [1, 2]);
});

test('lib and lambdas import nothing of ours that lies elsewhere, which would go unnoticed', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const files = globSync('{lib,lambdas}/**/*.ts', { cwd: root });
  assert.ok(files.length > 100);
  const elsewhere = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)]
      .map(([, path]) => relative(root, resolve(root, file, '..', path!)))
      .filter((path) => !/^(lib|lambdas)\//.test(path))
      .map((path) => `${file}: ${path}`),
  );
  assert.deepEqual(elsewhere, []);
});
