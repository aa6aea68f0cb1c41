import { idOf, vocabulary } from './compiled.ts';
import { compounds, fusedDenials, fusedWith, loosePrefixes } from './lexicon/spoken.ts';
import { symbolsOf } from './vocabulary.ts';
import { type Pause, type Word, wordsOf } from './words.ts';

/** A word that says something: what the lexicon has it as, and its place in the original text. */
export interface Token {
  symbols: readonly number[];
  start: number;
  end: number;
  pause: Pause;
}

const oneWord = new Set(compounds.trim().split(/\s+/));
const filler = idOf('FILLER');
/** So many letters one by one are a word that was spelt. */
const fewestSpelt = 4;

/** The words of a text without those that say nothing. Linear. */
export function tokensOf(text: string): Token[] {
  const words = joined(unfused(unspelt(wordsOf(text))));
  const tokens: Token[] = [];
  let pause: Pause = 0;
  for (const [index, word] of words.entries()) {
    pause = Math.max(pause, word.pause) as Pause;
    const token = tokenOf(word, words[index - 1]);
    if (token.symbols.includes(filler)) continue;
    tokens.push({ ...token, pause });
    pause = 0;
  }
  return tokens;
}

function tokenOf(word: Word, before: Word | undefined): Token {
  const { text, start, end, pause } = word;
  const own = symbolsOf(vocabulary, text);
  if (before === undefined || !loosePrefixes.has(before.text)) {
    return { symbols: own, start, end, pause };
  }
  const whole = symbolsOf(vocabulary, before.text + text);
  return { symbols: [...new Set([...own, ...whole])], start, end, pause };
}

/** `t o l o n g` is one word. */
function unspelt(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (let at = 0; at < words.length;) {
    let to = at;
    while (to < words.length && words[to]!.text.length === 1 && (to === at || words[to]!.pause < 2))
      to += 1;
    const spelt = to - at >= fewestSpelt;
    result.push(spelt ? merged(words.slice(at, to)) : words[at]!);
    at = spelt ? to : at + 1;
  }
  return result;
}

/** `gamau` is `ga mau`. */
function unfused(words: readonly Word[]): Word[] {
  return words.flatMap((word) => {
    const denial = fusedDenials.find(
      (start) => word.text.startsWith(start) && fusedWith.has(word.text.slice(start.length)),
    );
    if (denial === undefined || word.end - word.start !== word.text.length) return [word];
    const middle = word.start + denial.length;
    return [
      { ...word, text: denial, end: middle },
      { ...word, text: word.text.slice(denial.length), start: middle, pause: 0 },
    ];
  });
}

/** `check in` and `pele cehan` are one word. */
function joined(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  for (const word of words) {
    const last = result.at(-1);
    const whole = last === undefined || word.pause > 0 ? '' : last.text + word.text;
    const known =
      oneWord.has(whole) || (whole.length > 7 && vocabulary.spellings.get(whole)?.includes(whole));
    if (known && last) result[result.length - 1] = merged([last, word]);
    else result.push(word);
  }
  return result;
}

function merged(words: readonly Word[]): Word {
  const text = words.map((word) => word.text).join('');
  return { ...words[0]!, text, end: words.at(-1)!.end };
}
