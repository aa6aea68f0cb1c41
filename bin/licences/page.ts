import { fileURLToPath } from 'node:url';
import type { Package } from './read.ts';

export const licencesFile = fileURLToPath(new URL('../../docs/licences.md', import.meta.url));

/** The page that lists every package under its licence. */
export function licencesPage(packages: Package[]): string {
  return [
    '# Licences',
    '',
    'Every package of the lockfile; `npm run licences` writes this page, and a test holds it to the lockfile. Siaga itself is under Apache-2.0.',
    '',
    '## What runs in the account',
    '',
    ...list(packages.filter(({ deployed }) => deployed)),
    '## Tools: build, tests, the local stack',
    '',
    'Never linked into, bundled with or deployed as what runs; why some are copyleft: [adr/0011](adr/0011-licences-of-tools.md).',
    '',
    ...list(packages.filter(({ deployed }) => !deployed)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

function list(packages: Package[]): string[] {
  const byLicence = Map.groupBy(packages, ({ licence }) => licence);
  return [...byLicence]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .flatMap(([licence, under]) => {
      const names = under.map(({ name, version }) => `${name} ${version}`).join(', ');
      return [`**${licence}** (${under.length}): ${names}`, ''];
    });
}
