import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../lib/bundling.ts';

interface Locked {
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  hasInstallScript?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const { allowScripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  allowScripts: Record<string, boolean>;
};
const locked = Object.entries(packages).filter(([path]) => path !== '');

test('every package of the lockfile has its hash, and none comes from elsewhere than the registry', () => {
  assert.ok(locked.length > 200);
  for (const [path, { resolved = 'https://', integrity, inBundle }] of locked) {
    assert.match(resolved, /^https:/, path);
    if (!inBundle) assert.match(integrity ?? '', /^sha512-/, path);
  }
});

test('every package that would run a script when it is installed is told not to', () => {
  const asking = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  const names = asking.map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 13));
  for (const name of names) assert.equal(allowScripts[name], false, name);
});
