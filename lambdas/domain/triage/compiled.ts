import type { Category } from '../policy.ts';
import { lists, wordings } from './lexicon/all.ts';
import { ordinary } from './lexicon/ordinary.ts';
import { abbreviations, unlike, weighty } from './lexicon/spoken.ts';
import { readPhrase } from './phrase.ts';
import { numberName, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What a phrase does where it is found: raise, raise unless something ordinary explains it, or explain. */
export type Use = 'says' | 'hints' | 'fine';

export interface CompiledItem {
  ids: ReadonlySet<number>;
  /** The same for items of the same words. */
  number: number;
  gap: number;
  explained: boolean;
  begins: boolean;
  ends: boolean;
}

export interface Phrase {
  use: Use;
  /** An explanation without one holds for every category. */
  category?: Category;
  /** Of two phrases in one text the one of the lower rank names the category. */
  rank: number;
  vague: boolean;
  items: readonly CompiledItem[];
}

const uses = ['says', 'hints', 'fine'] as const;
const written = [
  ...ordinary.map((phrase) => ({ use: 'fine', rank: 0, vague: false, phrase }) as const),
  ...wordings.flatMap((wording, rank) => {
    const { category, vague = false } = wording;
    return uses.flatMap((use) =>
      (wording[use] ?? []).map((phrase) => ({ use, category, rank, vague, phrase })),
    );
  }),
].flatMap(({ phrase, ...rest }) => readPhrase(phrase).map((items) => ({ ...rest, items })));

export const vocabulary: Vocabulary = vocabularyOf(
  lists,
  [numberName, ...written.flatMap(({ items }) => items.flatMap(({ names }) => names))],
  { weighty: weighty.trim().split(/\s+/), unlike, abbreviations },
);

const itemNumbers = new Map<string, number>();
function numberOf(names: readonly string[]): number {
  const key = names.join('|');
  const number = itemNumbers.get(key) ?? itemNumbers.size;
  itemNumbers.set(key, number);
  return number;
}

const phrases = written.map(({ items, ...rest }): Phrase => {
  return {
    ...rest,
    items: items.map(({ names, ...item }) => ({
      ...item,
      ids: new Set(names.map(idOf)),
      number: numberOf(names),
    })),
  };
});

export const raising: readonly Phrase[] = phrases.filter(({ use }) => use !== 'fine');
export const explaining: readonly Phrase[] = phrases.filter(({ use }) => use === 'fine');

const numbersById: number[][] = Array.from(vocabulary.names, () => []);
for (const { items } of phrases) {
  for (const { ids, number } of items) {
    for (const id of ids) if (!numbersById[id]!.includes(number)) numbersById[id]!.push(number);
  }
}

/** The numbers of the items that a word may stand for. */
export function itemsWith(id: number): readonly number[] {
  return numbersById[id] ?? [];
}

/** How many items there are that differ in their words. */
export const itemCount = itemNumbers.size;

/** The number of a list or word that the lexicon names. */
export function idOf(name: string): number {
  const id = vocabulary.names.get(name);
  if (id === undefined) throw new Error(`${name} is named nowhere in the lexicon`);
  return id;
}
