import type { Finding } from './finding.ts';
import { type Folded, fold } from './fold.ts';
import { lexiconOf } from './lexicon/all.ts';
import { type TextRule, textRules } from './lexicon/lexicon.ts';
import type { Locale } from './locales.ts';

export interface TextToLint {
  lineId: string;
  field: string;
  text: string;
  /** The language of the text. */
  locale: Locale;
  /** Whether it is a question that is put to the person. */
  asks: boolean;
  /** Whether it speaks for the person, as an option does: "do not call me" is no order then. */
  speaksForThem: boolean;
}

/** Holds one text against the wording rules. In every language people mix in Indonesian and English. */
export function lintText(text: TextToLint): Finding[] {
  const folded = fold(text.text);
  const mixedIn: Locale[] = /[a-z]/.test(folded.text) ? ['id', 'en'] : [];
  const languages = new Set<Locale>([text.locale, ...mixedIn]);
  const findings = textRules
    .filter((rule) => rule !== 8 || text.asks)
    .flatMap((rule) =>
      [...languages].flatMap((language) => breaches(rule, language, text, folded)),
    );
  return findings.filter(
    (one, index) => !findings.slice(0, index).some((other) => hides(other, one)),
  );
}

function breaches(rule: TextRule, language: Locale, of: TextToLint, folded: Folded): Finding[] {
  const { breach, orders, fine, asWritten } = lexiconOf(language).rules[rule];
  const patterns = of.speaksForThem ? [breach] : [breach, orders];
  const inFolded = (text: string) =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .map(({ 0: matched, index }) => ({
        start: folded.origin[index]!,
        end: folded.origin[index + matched.length]!,
      }));
  const blanked = () =>
    folded.text.replaceAll(fine, (harmless) => '\u0000'.repeat(harmless.length));
  const inOriginal = [...of.text.matchAll(asWritten)].map(({ 0: matched, index }) => ({
    start: index,
    end: index + matched.length,
  }));
  const suspected = inFolded(folded.text).length > 0;
  const found = suspected ? inFolded(blanked()) : [];
  return [...found, ...inOriginal].map(({ start, end }) => ({
    rule,
    locale: of.locale,
    lineId: of.lineId,
    field: of.field,
    start,
    end,
    matched: of.text.slice(start, end),
    instead: lexiconOf(of.locale).rules[rule].instead,
  }));
}

/** The same rule at the same place is one finding, however many patterns saw it. */
function hides(other: Finding, one: Finding): boolean {
  return other.rule === one.rule && other.start < one.end && one.start < other.end;
}
