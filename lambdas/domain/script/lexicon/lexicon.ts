import { fold } from '../fold.ts';

/** The rules of which a text can be found to break them; their numbers are those of the care rules. */
export const textRules = [1, 2, 8, 11, 12, 14, 15, 16, 25] as const;
export type TextRule = (typeof textRules)[number];

export interface Wording {
  /**
   * Regular expressions, written as people write: case, accents and vowel signs do not matter. A
   * space is any gap between two words; ` .. ` (`..` where words are not set apart) is up to four
   * words in between.
   */
  breach: readonly string[];
  /** What looks like a breach and is none: it is blanked out before `breach` is looked for. */
  fine?: readonly string[];
  /** Orders only where a sentence begins with them, and never in an option: that speaks for the person. */
  orders?: readonly string[];
  /** What to do instead, in the same language. */
  instead: string;
}

/** What a line that has to be there cannot do without, whatever its label claims. */
export const purposes = ['safety', 'where_to_start', 'belief', 'not_your_fault', 'thanks'] as const;
export type Purpose = (typeof purposes)[number];

export interface Lexicon {
  /** Whether words are set apart by spaces. */
  spaced: boolean;
  /** What a word can begin with that is written onto it. */
  prefix?: string;
  rules: Readonly<Record<TextRule, Wording>>;
  purposes: Readonly<Record<Purpose, readonly string[]>>;
}

interface CompiledRule {
  breach: RegExp;
  fine: RegExp;
  orders: RegExp;
  instead: string;
}

export interface CompiledLexicon {
  rules: Readonly<Record<TextRule, CompiledRule>>;
  purposes: Readonly<Record<Purpose, RegExp>>;
}

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const all = (patterns: readonly string[] = [], before = '') => compile(lexicon, patterns, before);
  const rules = textRules.map((rule) => {
    const { breach, fine, orders, instead } = lexicon.rules[rule];
    const compiled: CompiledRule = {
      breach: all(breach),
      fine: all(fine),
      orders: all(orders, '(?<=(?:^|[.!?:;。])[ "“”«(]*)'),
      instead,
    };
    return [rule, compiled] as const;
  });
  const said = purposes.map((purpose) => [purpose, all(lexicon.purposes[purpose])] as const);
  return {
    rules: Object.fromEntries(rules) as CompiledLexicon['rules'],
    purposes: Object.fromEntries(said) as CompiledLexicon['purposes'],
  };
}

const gap = '(?:[ ,-]+)';
const fewWords = `${gap}(?:[^ .!?]+${gap}){0,4}`;
const fewSigns = '[^.!?。]{0,8}';

function compile(lexicon: Lexicon, patterns: readonly string[], before: string): RegExp {
  if (patterns.length === 0) return /(?!)/gu;
  const { spaced, prefix = '' } = lexicon;
  const alternatives = patterns
    .map((pattern) => fold(pattern).text)
    .map((pattern) =>
      spaced
        ? pattern.replaceAll(' .. ', fewWords).replaceAll(/ (?![^[]*\])/g, gap)
        : pattern.replaceAll('..', fewSigns),
    )
    .join('|');
  const whole = spaced
    ? `(?<![\\p{L}\\p{N}])${prefix}(?:${alternatives})(?![\\p{L}\\p{N}])`
    : `(?:${alternatives})`;
  return new RegExp(before + whole, 'gu');
}
