import { foldSign, isLetter, letterSigns } from './letters.ts';

/** What stands between a word and the one before it: nothing, a comma or the like, the end of a sentence. */
export type Pause = 0 | 1 | 2;

/** A word as it is compared; `start` and `end` are its place in the original text. */
export interface Word {
  text: string;
  start: number;
  end: number;
  pause: Pause;
}

/** A full stop after these ends no sentence. */
const abbreviations = new Set(['no', 'jl', 'jln', 'tlp', 'telp', 'hp', 'bpk', 'sdr', 'mr', 'mrs']);

/** The words of a text in small plain letters, each with its place in the original. Linear. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let word: Word | undefined;
  let between = '';
  for (let at = 0; at < text.length;) {
    const end = endOfSign(text, at);
    const sign = text.slice(at, end);
    const within = word !== undefined;
    const letters =
      letterSigns.has(sign) && !(within && isLetter(text[end])) ? null : foldSign(sign);
    if (letters === null) {
      word = undefined;
      between += sign;
    } else if (word) {
      word.text += letters;
      word.end = end;
    } else if (letters !== '') {
      const pause = words.length === 0 ? 2 : pauseOf(between, words.at(-1)!.text);
      word = { text: letters, start: at, end, pause };
      words.push(word);
      between = '';
    }
    at = end;
  }
  return words;
}

/** One code point with the marks that belong to it. */
function endOfSign(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  while (end < text.length && text.charCodeAt(end) > 127 && /\p{M}/u.test(text[end]!)) end += 1;
  return end;
}

function pauseOf(between: string, before: string): Pause {
  if (between === ' ') return 0;
  if (/[!?\n。！？]/.test(between)) return 2;
  if (between.includes('.')) {
    if (between === '.' || between.includes('..')) return 1;
    return abbreviations.has(before) ? 0 : 2;
  }
  return /^(?:[ '`*_#/]*|-)$/.test(between) ? 0 : 1;
}
