/** What is written onto the end of an Indonesian, Javanese or English word, after its possessive. */
const suffixes = ['kan', 'keun', 'kn', 'in', 'an', 'i', 'ing', 'ed', 'es', 's'] as const;
const possessives = ['nya', 'ny', 'ku', 'mu', 'lah', 'kah', 'pun', 'ne', 'na', 'ana', 'e'] as const;

/**
 * What is written onto the front, and the letters that it swallowed: `megang` and `memegang` are
 * `pegang`, `nyium` is `cium`, `ngunci` is `kunci`.
 */
const prefixes: readonly (readonly [prefix: string, swallowed: string])[] = [
  ['memper', ''],
  ['diper', ''],
  ['menge', ''],
  ['penge', ''],
  ['meng', 'k'],
  ['peng', 'k'],
  ['meny', 'sc'],
  ['peny', 'sc'],
  ['men', 't'],
  ['pen', 't'],
  ['mem', 'p'],
  ['pem', 'p'],
  ['nge', ''],
  ['nga', ''],
  ['ng', 'k'],
  ['ny', 'sc'],
  ['n', 't'],
  ['m', 'p'],
  ['me', ''],
  ['di', ''],
  ['ter', ''],
  ['ke', ''],
  ['ku', ''],
  ['ber', ''],
  ['per', ''],
  ['pe', ''],
  ['se', ''],
  ['tak', ''],
  ['d', ''],
];
const byFirstLetter = Map.groupBy(prefixes, ([prefix]) => prefix[0]!);

const shortestStem = 4;
/** `dpegang` is short for `dipegang`; other letters after a `d` are words of their own. */
const afterD = 'bcgjklpst';
const vowels = 'aiueo';

/** Everything that a word may be a form of, itself first; most of it is no word at all. */
export function stemsOf(word: string): string[] {
  const ends = [word];
  cut(word, possessives, ends);
  for (let index = 0, bare = ends.length; index < bare; index += 1) {
    cut(ends[index]!, suffixes, ends);
  }
  const stems = [...ends];
  for (const end of ends) addFronts(end, stems);
  return stems;
}

function cut(word: string, endings: readonly string[], into: string[]): void {
  for (const ending of endings) {
    if (word.length - ending.length < shortestStem - 1 || !word.endsWith(ending)) continue;
    const bare = word.slice(0, -ending.length);
    if (bare.length >= shortestStem) into.push(bare);
    if (ending === 'ing' || ending === 'ed') addEnglish(bare, into);
  }
}

/** `grabb(ed)` is `grab`, `grop(ing)` is `grope`. */
function addEnglish(bare: string, into: string[]): void {
  into.push(`${bare}e`);
  if (bare.at(-1) === bare.at(-2)) into.push(bare.slice(0, -1));
}

function addFronts(word: string, into: string[]): void {
  for (const [prefix, swallowed] of byFirstLetter.get(word[0]!) ?? []) {
    if (word.length - prefix.length < shortestStem - 1 || !word.startsWith(prefix)) continue;
    const bare = word.slice(prefix.length);
    if (prefix === 'd' && !afterD.includes(bare[0]!)) continue;
    if (bare.length >= shortestStem) into.push(bare);
    if (!vowels.includes(bare[0]!)) continue;
    for (const letter of swallowed) into.push(letter + bare);
  }
}
