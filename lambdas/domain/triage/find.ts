import { type CompiledItem, itemCount, itemsWith, type Phrase } from './compiled.ts';
import type { Token } from './tokens.ts';

/** A phrase and the tokens (by index) in which it was found. */
export interface Finding {
  phrase: Phrase;
  at: readonly number[];
}

/**
 * Every place where a phrase is found. Linear: each place of a phrase looks at so many tokens at most
 * as its gap allows, and only phrases whose every word stands somewhere in the text are looked for.
 */
export function find(tokens: readonly Token[], phrases: readonly Phrase[]): Finding[] {
  const possible = possibleIn(tokens, phrases);
  const findings: Finding[] = [];
  for (const [index, token] of tokens.entries()) {
    for (const symbol of token.symbols) {
      for (const phrase of possible.get(symbol) ?? []) {
        const at = followed(tokens, phrase.items, [index]);
        if (at) findings.push({ phrase, at });
      }
    }
  }
  return findings;
}

/** By what they may begin with, the phrases of which no word is missing. */
function possibleIn(tokens: readonly Token[], phrases: readonly Phrase[]) {
  const present = new Set<number>();
  for (const { symbols } of tokens) for (const symbol of symbols) present.add(symbol);
  const there = new Uint8Array(itemCount);
  for (const symbol of present) for (const item of itemsWith(symbol)) there[item] = 1;
  const possible = new Map<number, Phrase[]>();
  for (const phrase of phrases) {
    if (!phrase.items.every(({ number }) => there[number] === 1)) continue;
    for (const id of phrase.items[0]!.ids) {
      if (!present.has(id)) continue;
      const others = possible.get(id);
      if (others) others.push(phrase);
      else possible.set(id, [phrase]);
    }
  }
  return possible;
}

/** The first way, nearest words first, in which the rest of a phrase follows what was found of it. */
function followed(
  tokens: readonly Token[],
  items: readonly CompiledItem[],
  at: readonly number[],
): readonly number[] | undefined {
  const before = at.at(-1)!;
  if (!stands(tokens, items[at.length - 1]!, before)) return undefined;
  const item = items[at.length];
  if (item === undefined) return at;
  const last = Math.min(tokens.length - 1, before + 1 + item.gap);
  for (let index = before + 1; index <= last; index += 1) {
    const token = tokens[index]!;
    if (token.pause === 2) return undefined;
    if (!token.symbols.some((symbol) => item.ids.has(symbol))) continue;
    const whole = followed(tokens, items, [...at, index]);
    if (whole) return whole;
  }
  return undefined;
}

/** Whether a place at the beginning or the end of a sentence is there. */
function stands(tokens: readonly Token[], item: CompiledItem, index: number): boolean {
  if (item.begins && tokens[index]!.pause !== 2) return false;
  return !item.ends || (tokens[index + 1]?.pause ?? 2) === 2;
}
