import type { Package } from './read.ts';

/** Licences that ask for no more than to be named, or for nothing at all. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
];

/** Taken for tools alone, which nobody links into or deploys with what runs; why: docs/adr/0011. */
const forTools = ['MPL-2.0', 'AGPL-3.0-or-later'];

/** Those whose licence is not one that we take for what they are used for. */
export function refused(packages: Package[]): Package[] {
  return packages.filter(({ licence, deployed }) => {
    const taken = deployed ? permissive : [...permissive, ...forTools];
    return !isTaken(licence, taken);
  });
}

/** Of an expression of SPDX: one of what `OR` joins, all of what `AND` joins. */
function isTaken(expression: string, taken: string[]): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => taken.includes(one)));
}
