import { foldCluster } from './letters.ts';

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
  const finish = () => {
    if (word) words.push(word);
    word = undefined;
  };
  for (let at = 0; at < text.length;) {
    const length = clusterLength(text, at);
    const cluster = text.slice(at, at + length);
    const letters = foldCluster(cluster);
    if (letters === undefined) {
      finish();
      between += cluster;
    } else if (word) {
      word.text += letters;
      word.end = at + length;
    } else if (letters !== '' && /[\p{L}\p{N}]/u.test(letters)) {
      const pause = words.length === 0 ? 2 : pauseOf(between, words.at(-1)!.text);
      word = { text: letters, start: at, end: at + length, pause };
      between = '';
    }
    at += length;
  }
  finish();
  return words;
}

/** One code point with the marks that belong to it. */
function clusterLength(text: string, at: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  while (end < text.length && text.charCodeAt(end) > 127 && isMark(text, end)) end += 1;
  return end - at;
}

function isMark(text: string, at: number): boolean {
  return /\p{M}/u.test(text[at]!);
}

function pauseOf(between: string, before: string): Pause {
  if (/[!?\n。！？]/.test(between)) return 2;
  const stop = between.indexOf('.');
  if (stop >= 0) {
    if (between === '.' || between.includes('..') || between.includes('…')) return 1;
    return abbreviations.has(before) ? 0 : 2;
  }
  return /^[ '`*_#/-]*$/.test(between) && !between.includes(' - ') ? 0 : 1;
}
