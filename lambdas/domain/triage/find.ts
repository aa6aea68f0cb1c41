import type { CompiledItem, Phrase, PhrasesByFirst } from './compiled.ts';
import type { Token } from './tokens.ts';

/** A phrase and the tokens (by index) in which it was found. */
export interface Finding {
  phrase: Phrase;
  at: readonly number[];
}

/** Every place where a phrase is found. Linear: each place of a phrase looks at so many tokens at most as its gap allows. */
export function find(tokens: readonly Token[], phrases: PhrasesByFirst): Finding[] {
  const findings: Finding[] = [];
  for (const [index, token] of tokens.entries()) {
    for (const symbol of token.symbols) {
      for (const phrase of phrases.get(symbol) ?? []) {
        const at = followed(tokens, phrase.items, index);
        if (at) findings.push({ phrase, at });
      }
    }
  }
  return findings;
}

function followed(
  tokens: readonly Token[],
  items: readonly CompiledItem[],
  first: number,
): number[] | undefined {
  if (!stands(tokens, items[0]!, first)) return undefined;
  const at = [first];
  for (const item of items.slice(1)) {
    const place = next(tokens, item, at.at(-1)!);
    if (place === undefined) return undefined;
    at.push(place);
  }
  return at;
}

function next(tokens: readonly Token[], item: CompiledItem, after: number): number | undefined {
  const last = Math.min(tokens.length - 1, after + 1 + item.gap);
  for (let index = after + 1; index <= last; index += 1) {
    const token = tokens[index]!;
    if (token.pause === 2) return undefined;
    if (token.symbols.some((symbol) => item.ids.has(symbol)) && stands(tokens, item, index)) {
      return index;
    }
  }
  return undefined;
}

/** Whether a place at the beginning or the end of a sentence is there. */
function stands(tokens: readonly Token[], item: CompiledItem, index: number): boolean {
  if (item.begins && tokens[index]!.pause !== 2) return false;
  return !item.ends || (tokens[index + 1]?.pause ?? 2) === 2;
}
