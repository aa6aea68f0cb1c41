import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../lib/bundling.ts';

const pages = ['README.md', 'CHANGELOG.md', ...pagesIn('docs')];

function pagesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** As GitHub makes them of headings. */
function anchorsOf(page: string): string[] {
  const headings = Array.from(page.matchAll(/^#+ (.+)$/gm), ([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{Letter}\p{Number}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

for (const page of pages) {
  test(`every link in ${page} leads to what there is`, () => {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:)/.test(target!)) continue;
      const [path, anchor] = target!.split('#') as [string, string?];
      const file = path === '' ? join(root, page) : join(root, dirname(page), path);
      assert.ok(existsSync(file), target);
      if (anchor === undefined || statSync(file).isDirectory()) continue;
      assert.ok(anchorsOf(readFileSync(file, 'utf8')).includes(anchor), target);
    }
  });
}

test('every script that a page tells to run is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const told = pages.flatMap((page) =>
    Array.from(
      readFileSync(join(root, page), 'utf8').matchAll(/npm run (?:-\w+ )*(\w[\w:-]*)/g),
      ([, name]) => name!,
    ),
  );
  assert.ok(told.length > 3);
  for (const name of told) assert.ok(Object.hasOwn(scripts, name), `npm run ${name}`);
});
