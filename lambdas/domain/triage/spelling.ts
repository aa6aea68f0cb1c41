/** Words that are known even with one slip, by themselves, by each way to leave out one letter and without vowels. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** Shorter words have too many neighbours. */
const shortest = 7;
const longest = 16;

export function spellingsOf(words: readonly string[]): Spellings {
  const spellings = new Map<string, string[]>();
  for (const word of words) {
    for (const way of [word, ...withoutOne(word), skeletonOf(word)]) {
      spellings.set(way, [...(spellings.get(way) ?? []), word]);
    }
  }
  return spellings;
}

/** Vowels are left out in haste: `dlchkn` is `dilecehkan`, `ngrba` is `ngraba`. */
const fewestConsonants = 4;

/** Marked, so that it is no word. */
function skeletonOf(word: string): string {
  return `-${word.replaceAll(/[aiueo]/g, '')}`;
}

function shortened(spellings: Spellings, word: string): string | undefined {
  const skeleton = skeletonOf(word);
  if (skeleton.length <= fewestConsonants) return undefined;
  return spellings.get(skeleton)?.find((known) => known[0] === word[0] && isWithin(word, known));
}

/** Whether the letters of a word stand in another in the same order. */
function isWithin(word: string, whole: string): boolean {
  let at = -1;
  return Array.from(word).every((letter) => (at = whole.indexOf(letter, at + 1)) >= 0);
}

/**
 * The known word of which this is a slip: one letter too few, too many, wrong, or two changed over.
 * The first letter is always right. A star is a letter that was hidden.
 */
export function nearest(spellings: Spellings, word: string): string | undefined {
  const hidden = word.includes('*');
  const bare = hidden ? word.replaceAll('*', '') : word;
  if (word.length > longest) return undefined;
  if (word.length < (hidden ? 5 : shortest - 1)) return shortened(spellings, word);
  for (const way of hidden ? [bare] : [bare, ...withoutOne(bare)]) {
    for (const known of spellings.get(way) ?? none) {
      if (known[0] === word[0] && (hidden || known.length >= shortest) && isSlip(bare, known)) {
        return known;
      }
    }
  }
  return shortened(spellings, word);
}

const none: readonly string[] = [];

function withoutOne(word: string): string[] {
  return Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1));
}

/** Whether two words of which letters were left out to make them alike are one slip apart. */
function isSlip(word: string, known: string): boolean {
  const most = Math.max(word.length, known.length);
  let front = 0;
  while (front < most && word[front] === known[front]) front += 1;
  let back = 0;
  while (back < most - front && word.at(-1 - back) === known.at(-1 - back)) back += 1;
  const left = word.length - front - back;
  const right = known.length - front - back;
  if (left <= 1 && right <= 1) return true;
  return (
    left === 2 &&
    right === 2 &&
    word[front] === known[front + 1] &&
    word[front + 1] === known[front]
  );
}
