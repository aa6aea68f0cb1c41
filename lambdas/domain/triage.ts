import type { Category } from './policy.ts';
import { raising } from './triage/compiled.ts';
import { unexcused } from './triage/excuse.ts';
import { find, type Finding, placesIn } from './triage/find.ts';
import { type Token, tokensOf } from './triage/tokens.ts';

export interface Triage {
  category: Category;
  /** The words that say so, as they stand in the text (UTF-16 offsets), in their order and never overlapping. */
  evidence: { phrase: string; start: number; end: number }[];
}

/**
 * What the words of a report say has happened, or null where nothing in them would raise its tier.
 * Indonesian as people type it, and English. Linear in the length of the text.
 */
export function triageText(text: string): Triage | null {
  const tokens = tokensOf(text);
  const places = placesIn(tokens);
  const findings = fullest(unexcused(tokens, places, find(places, raising)));
  const category = worstOf(findings);
  if (category === undefined) return null;
  const found = findings.filter(({ phrase }) => phrase.category === category);
  return { category, evidence: evidenceOf(text, tokens, found) };
}

/** Without the phrases that are only part of one that says more: `gue bacok lu` is a threat, and no blow. */
function fullest(findings: readonly Finding[]): Finding[] {
  const longest = new Map<number, Finding[]>();
  for (const finding of findings) {
    for (const index of finding.at) {
      const others = longest.get(index);
      if (others) others.push(finding);
      else longest.set(index, [finding]);
    }
  }
  return findings.filter(
    ({ phrase, at }) =>
      !longest
        .get(at[0]!)!
        .some(
          (other) =>
            other.phrase.use === phrase.use &&
            !other.phrase.vague &&
            other.at.length > at.length &&
            at.every((index) => other.at.includes(index)),
        ),
  );
}

/** What is said goes before what is only hinted at. */
function worstOf(findings: readonly Finding[]): Category | undefined {
  const said = findings.filter(({ phrase }) => phrase.use === 'says');
  const [first, ...others] = (said.length > 0 ? said : findings).map(({ phrase }) => phrase);
  return others.reduce((worst, one) => (one.rank < worst!.rank ? one : worst), first)?.category;
}

function evidenceOf(text: string, tokens: readonly Token[], findings: readonly Finding[]) {
  const spans = findings
    .map(({ at }) => ({ start: tokens[at[0]!]!.start, end: tokens[at.at(-1)!]!.end }))
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const merged: typeof spans = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map(({ start, end }) => ({ phrase: text.slice(start, end), start, end }));
}
