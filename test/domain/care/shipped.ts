import { lintText } from '../../../lambdas/domain/script/lint-text.ts';
import { type Finding, lintScript } from '../../../lambdas/domain/script/lint.ts';
import { type Locale, locales } from '../../../lambdas/domain/script/locales.ts';
import type { Script } from '../../../lambdas/domain/script/schema.ts';
import { type ScriptOf, scriptFor } from '../../../lambdas/domain/scripts/script-for.ts';

const oneOfEachKind = [
  undefined,
  'harassment',
  'sexual_assault',
  'violence',
  'crash',
  'unsafe_driving',
] as const;

/** Every script that is shipped: of each kind, for each service and any, in each language. */
export const shipped: readonly Script[] = locales.flatMap((locale) =>
  ['any', 'GoRide', 'GoCar'].flatMap((service) =>
    oneOfEachKind.map((category) => scriptFor({ category, service, locale })),
  ),
);

let found: readonly Finding[] | undefined;

/** What the linter says of all of them, found out once. */
export function findingsInShipped(): readonly Finding[] {
  found ??= shipped.flatMap(lintScript);
  return found;
}

/** A shipped script of one's own, to be changed. */
export function scriptOf(of: ScriptOf = {}): Script {
  return structuredClone(scriptFor({ category: 'harassment', service: 'GoRide', ...of }));
}

/** What the linter says of a script to which something was done. */
export function findingsAfter(change: (script: Script) => void, of: ScriptOf = {}): Finding[] {
  const script = scriptOf(of);
  change(script);
  return lintScript(script);
}

export function rulesOf(findings: readonly Finding[]): number[] {
  return [...new Set(findings.map((finding) => finding.rule))];
}

/** What the linter says of a text, put to somebody as a question. */
export function lintQuestion(locale: Locale, text: string): Finding[] {
  return lintText({
    lineId: 'planted',
    field: 'text',
    text,
    locale,
    asks: true,
    speaksForThem: false,
  });
}
