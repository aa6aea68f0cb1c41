import type { Locale } from '../locales.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { id } from './id.ts';
import { ja } from './ja.ts';
import { type CompiledLexicon, compileLexicon } from './lexicon.ts';
import { zh } from './zh.ts';

const lexicons = { id, en, zh, ja, ar, fr };
const compiled = new Map<Locale, CompiledLexicon>();

/** Compiled once, at first use: a function that lints nothing pays nothing. */
export function lexiconOf(locale: Locale): CompiledLexicon {
  const known = compiled.get(locale) ?? compileLexicon(lexicons[locale]);
  compiled.set(locale, known);
  return known;
}
