/** One place of a phrase: the names it may be, and how many words may stand before it. */
export interface Item {
  /** As written: `raba`, `=dibawa`, `TOUCH`, `#`. */
  names: readonly string[];
  /** At most so many words between the place before and this one. */
  gap: number;
  /** In an explanation: the word that it explains. */
  explained: boolean;
  /** Only at the beginning, or only at the end, of a sentence. */
  begins: boolean;
  ends: boolean;
}

const gaps: Readonly<Record<string, number>> = { '.': 1, '..': 3, '...': 6, '....': 12 };

/** Both orders of two sides, and the gap between them. */
const eitherWay = [
  ['<>', '..'],
  ['&', '....'],
] as const;

/**
 * Reads the notation of the lexicon. Words are parted by spaces; a word stands for all its forms
 * (`raba` for `diraba`, `meraba-raba`), `=dibawa` for itself alone, `TOUCH` for each word of that list,
 * `#` for a number, `a|b` for either. `.` lets one word stand in between, `..` up to three, `...` up to
 * six, `....` up to twelve; `a <> b` is `a .. b` or `b .. a`, `a & b` is `a .... b` or `b .... a`. `^` before a word: the sentence begins with it; `$` behind: it ends with it.
 * `[a]`: the word that is explained.
 */
export function readPhrase(phrase: string): Item[][] {
  for (const [sign, gap] of eitherWay) {
    const [one, other] = phrase.split(` ${sign} `);
    if (other !== undefined) {
      return [itemsOf(`${one} ${gap} ${other}`), itemsOf(`${other} ${gap} ${one}`)];
    }
  }
  return [itemsOf(phrase)];
}

function itemsOf(phrase: string): Item[] {
  const items: Item[] = [];
  let gap = 0;
  for (const part of phrase.split(' ')) {
    const wider = gaps[part];
    if (wider !== undefined) gap = wider;
    else {
      items.push(itemOf(part, gap));
      gap = 0;
    }
  }
  return items;
}

function itemOf(part: string, gap: number): Item {
  const begins = part.startsWith('^');
  const ends = part.endsWith('$');
  const bare = part.slice(begins ? 1 : 0, ends ? -1 : undefined);
  const names = bare.replaceAll(/[[\]]/g, '').split('|');
  return { names, gap, explained: bare.startsWith('['), begins, ends };
}
