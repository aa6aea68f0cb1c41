import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { licencesFile, licencesPage } from '../../bin/licences/page.ts';
import { refused } from '../../bin/licences/policy.ts';
import { readPackages } from '../../bin/licences/read.ts';

const packages = readPackages();

test('every package, deployed or a tool, is under a licence that we take', () => {
  assert.ok(packages.length > 200);
  assert.deepEqual(refused(packages), []);
});

test('a copyleft licence is refused in what is deployed, and one that is not known everywhere', () => {
  const one = { name: 'x', version: '1.0.0', deployed: true };
  const asked = [
    { ...one, licence: 'AGPL-3.0-or-later' },
    { ...one, licence: '(MIT AND GPL-3.0-only)' },
    { ...one, licence: 'unknown', deployed: false },
  ];
  assert.deepEqual(refused(asked), asked);
  assert.deepEqual(refused([{ ...one, licence: '(MIT OR GPL-3.0-or-later)' }]), []);
});

test('docs/licences.md is current: `npm run licences` writes it', () => {
  assert.equal(readFileSync(licencesFile, 'utf8'), licencesPage(packages));
});

test('what the lockfile says of a licence is what the installed package says', () => {
  let compared = 0;
  for (const { name, version, licence } of packages) {
    const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
    if (!existsSync(file)) continue;
    const installed = JSON.parse(readFileSync(file, 'utf8')) as {
      version: string;
      license?: string;
    };
    if (installed.version !== version || typeof installed.license !== 'string') continue;
    assert.equal(installed.license, licence, name);
    compared += 1;
  }
  assert.ok(compared > 200, `${compared} compared`);
});
