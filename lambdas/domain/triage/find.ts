import { type CompiledItem, itemCount, itemsWith, type Phrase } from './compiled.ts';
import type { Token } from './tokens.ts';

/** A phrase and the tokens (by index) in which it was found. */
export interface Finding {
  phrase: Phrase;
  at: readonly number[];
}

/** Where in one text each item stands, in order, and in which sentence each token is. */
export interface Places {
  of: readonly (readonly number[] | undefined)[];
  sentences: readonly number[];
}

/**
 * Every place where a phrase is found, in the order of the text. Linear: only phrases whose every word
 * stands somewhere in the text are looked for, and each place of a phrase looks no further than its gap.
 */
export function find(places: Places, phrases: readonly Phrase[]): Finding[] {
  const findings: Finding[] = [];
  for (const phrase of phrases) {
    const { items } = phrase;
    if (!items.every(({ number }) => places.of[number] !== undefined)) continue;
    for (const index of places.of[items[0]!.number]!) {
      const at = stands(items[0]!, index, places) ? followed(items, 1, index, places) : undefined;
      if (at) findings.push({ phrase, at: at.toReversed() });
    }
  }
  return findings.toSorted((one, other) => one.at[0]! - other.at[0]!);
}

export function placesIn(tokens: readonly Token[]): Places {
  const of: number[][] = Array.from({ length: itemCount });
  const sentences: number[] = [];
  let sentence = 0;
  for (const [index, { symbols, pause }] of tokens.entries()) {
    if (pause === 2) sentence += 1;
    sentences.push(sentence);
    for (const symbol of symbols) {
      for (const item of itemsWith(symbol)) {
        const before = of[item];
        if (before === undefined) of[item] = [index];
        else if (before.at(-1) !== index) before.push(index);
      }
    }
  }
  return { of, sentences };
}

/**
 * The first way, nearest words first, in which the items from one on follow a place: the tokens of all
 * of them, the last one first.
 */
function followed(
  items: readonly CompiledItem[],
  next: number,
  before: number,
  places: Places,
): number[] | undefined {
  const item = items[next];
  if (item === undefined) return [before];
  const possible = places.of[item.number]!;
  for (let step = firstAfter(possible, before); step < possible.length; step += 1) {
    const index = possible[step]!;
    if (index > before + 1 + item.gap) return undefined;
    if (places.sentences[index] !== places.sentences[before]) return undefined;
    if (!stands(item, index, places)) continue;
    const rest = followed(items, next + 1, index, places);
    if (rest) {
      rest.push(before);
      return rest;
    }
  }
  return undefined;
}

/** By halves: where in an ascending list the first number above another stands. */
function firstAfter(ascending: readonly number[], number: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a place at the beginning or the end of a sentence is there. */
function stands({ begins, ends }: CompiledItem, index: number, { sentences }: Places): boolean {
  if (begins && sentences[index] === sentences[index - 1]) return false;
  return !ends || sentences[index] !== sentences[index + 1];
}
