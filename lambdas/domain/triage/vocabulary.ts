import { stemsOf } from './affixes.ts';
import { nearest, type Spellings, spellingsOf } from './spelling.ts';

/** Every name that a phrase uses, as a number. */
export interface Vocabulary {
  /** Words that stand for all their forms. */
  stems: ReadonlyMap<string, readonly number[]>;
  /** Words that stand for themselves. */
  plain: ReadonlyMap<string, readonly number[]>;
  spellings: Spellings;
  /** Words in their own right that no other spelling is looked for. */
  unlike: ReadonlySet<string>;
  abbreviations: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, number>;
}

export const numberName = '#';
const none: readonly number[] = [];
const shortestSqueezed = 4;

/** Lists of words by their name, and what the phrases name besides. */
export function vocabularyOf(
  lists: Readonly<Record<string, string>>,
  named: Iterable<string>,
  {
    weighty,
    ...spoken
  }: { weighty: readonly string[] } & Pick<Vocabulary, 'unlike' | 'abbreviations'>,
): Vocabulary {
  const names = new Map<string, number>();
  const stems = new Map<string, number[]>();
  const plain = new Map<string, number[]>();
  const idOf = (name: string) => {
    const id = names.get(name) ?? names.size;
    names.set(name, id);
    return id;
  };
  const add = (word: string, id: number) => {
    const exact = word.startsWith('=');
    const into = exact ? plain : stems;
    const bare = exact ? word.slice(1) : word;
    into.set(bare, [...(into.get(bare) ?? []), id]);
  };
  for (const [name, words] of Object.entries(lists)) {
    for (const word of membersOf(words, lists)) add(word, idOf(name));
  }
  for (const name of named) {
    if (names.has(name) || name === numberName) idOf(name);
    else if (/^[A-Z_]+$/.test(name)) throw new Error(`${name} is no list of words`);
    else add(name, idOf(name));
  }
  return { stems, plain, names, spellings: spellingsOf(weighty), ...spoken };
}

/** The words of a list; a list can name others. */
function membersOf(words: string, lists: Readonly<Record<string, string>>): string[] {
  return words
    .trim()
    .split(/\s+/)
    .flatMap((word) => (word in lists ? membersOf(lists[word]!, lists) : [word]));
}

/** What a word of a text may be, in the order of certainty: as written, undoubled, digits read as letters, misspelt. */
export function symbolsOf(vocabulary: Vocabulary, word: string): readonly number[] {
  if (/^\d+$/.test(word)) return [vocabulary.names.get(numberName) ?? -1];
  const itself = [
    ...known(vocabulary, word),
    ...knownTwice(vocabulary, word),
    ...knownShort(vocabulary, word),
    ...knownLong(vocabulary, word),
  ];
  if (itself.length > 0 || vocabulary.unlike.has(word)) return itself;
  for (const spelling of otherSpellings(word)) {
    const found = known(vocabulary, spelling);
    if (found.length > 0) return found;
  }
  const meant = nearest(vocabulary.spellings, word);
  return meant === undefined ? none : known(vocabulary, meant);
}

function known({ stems, plain }: Vocabulary, word: string): readonly number[] {
  let found = plain.get(word) ?? none;
  for (const stem of stemsOf(word)) {
    const ids = stems.get(stem);
    if (ids) found = found.length > 0 ? [...found, ...ids] : ids;
  }
  return found;
}

/** `raba2` and `pegang2in` say it twice. */
function knownTwice(vocabulary: Vocabulary, word: string): readonly number[] {
  const twice = /^([a-z]{3,})2(n?[a-z]{0,4})$/.exec(word);
  return twice ? known(vocabulary, twice[1]! + twice[2]!) : none;
}

/** `dbawa` is short for `dibawa`. */
function knownShort({ plain }: Vocabulary, word: string): readonly number[] {
  return /^d[bcgjklpst]/.test(word) ? (plain.get(`di${word.slice(1)}`) ?? none) : none;
}

/** `mlm` and `mlm2` are `malam`. */
function knownLong(vocabulary: Vocabulary, word: string): readonly number[] {
  const long = vocabulary.abbreviations.get(word.endsWith('2') ? word.slice(0, -1) : word);
  return long === undefined ? none : known(vocabulary, long);
}

function* otherSpellings(word: string): Iterable<string> {
  if (/(.)\1/.test(word)) {
    yield word.replaceAll(/(.)\1{2,}/g, '$1$1');
    const once = squeeze(word);
    if (once.length >= shortestSqueezed) yield once;
  }
  // Javanese writes `nggodha` for `nggoda`.
  if (/[dt]h/.test(word)) yield word.replaceAll(/([dt])h/g, '$1');
  if (!/\d/.test(word)) return;
  const read = squeeze(readDigits(word, 'i'));
  yield read;
  if (word.includes('1')) yield squeeze(readDigits(word, 'l'));
}

function squeeze(word: string): string {
  return word.replaceAll(/(.)\1+/g, '$1');
}

const digits: Readonly<Record<string, string>> = {
  0: 'o',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
};

function readDigits(word: string, one: string): string {
  return word.replaceAll(/\d/g, (digit) => (digit === '1' ? one : (digits[digit] ?? digit)));
}
