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
  /** Where the vowel signs do matter: looked for in the text as it is. */
  asWritten?: readonly string[];
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
  /** The letters and digits of its words, as of a character class, where spaces set words apart. */
  letters?: string;
  /** What a word can begin with that is written onto it. */
  prefix?: string;
  rules: Readonly<Record<TextRule, Wording>>;
  purposes: Readonly<Record<Purpose, readonly string[]>>;
}

interface CompiledRule {
  breach: RegExp;
  asWritten: RegExp;
  fine: RegExp;
  orders: RegExp;
  instead: string;
}

export interface CompiledLexicon {
  rules: Readonly<Record<TextRule, CompiledRule>>;
  purposes: Readonly<Record<Purpose, RegExp>>;
}

export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const all = (patterns: readonly string[] = [], of: Partial<Scope> = {}) =>
    compile(lexicon, patterns, { within: 'sentence', before: '', ...of });
  const rules = textRules.map((rule) => {
    const { breach, asWritten = [], fine, orders, instead } = lexicon.rules[rule];
    const compiled: CompiledRule = {
      breach: all(breach),
      asWritten: new RegExp(
        asWritten.length > 0 ? `(?<!\\p{L})(?:${asWritten.join('|')})(?![\\p{L}\\p{M}])` : '(?!)',
        'gu',
      ),
      fine: all(fine, { within: 'clause' }),
      orders: all(orders, { before: '(?<=(?:^|[.!?:;。])[ "“”«(]*)' }),
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

/** What a gap between words may hold: a breach may run over a comma, an excuse holds for its clause. */
const gaps = {
  sentence: gapOf('[ ,-]+', '[^.!?。]{0,8}'),
  clause: gapOf('[ -]+', '[^,.!?。]{0,8}'),
};

function gapOf(space: string, fewSigns: string) {
  const gap = `(?:${space})`;
  return { gap, fewWords: `${gap}(?:[^ ,.!?]+${gap}){0,4}`, fewSigns };
}

interface Scope {
  within: keyof typeof gaps;
  /** What has to stand before it. */
  before: string;
}

function compile(lexicon: Lexicon, patterns: readonly string[], scope: Scope): RegExp {
  if (patterns.length === 0) return /(?!)/g;
  const { gap, fewWords, fewSigns } = gaps[scope.within];
  const { letters, prefix = '' } = lexicon;
  const alternatives = patterns
    .map((pattern) => foldPattern(pattern, letters))
    .map((pattern) =>
      letters === undefined
        ? pattern.replaceAll('..', fewSigns)
        : pattern.replaceAll(' .. ', fewWords).replaceAll(/ (?![^[]*\])/g, gap),
    )
    .join('|');
  const bounded =
    letters === undefined
      ? `(?:${alternatives})`
      : `(?<![${letters}])${prefix}(?:${alternatives})(?![${letters}])`;
  return new RegExp(scope.before + bounded, 'g');
}

/** A pattern folded as the texts are, with its escapes as they were; `\w` is a letter of the language. */
function foldPattern(pattern: string, letters = ''): string {
  return pattern
    .split(/(\\.)/)
    .map((part) => (part.startsWith('\\') ? part : fold(part).text))
    .join('')
    .replaceAll('\\w', `[${letters}]`)
    .replaceAll('\\S', '[^ .,!?]');
}
