import { isDeepStrictEqual } from 'node:util';
import { anyValue } from './words.ts';

/** Something that a file would change, as a line for people, and what of it changes in detail. */
export interface Change {
  sign: '+' | '-' | '~';
  says: string;
  details?: string[];
}

interface Matched<Entry> {
  added: Entry[];
  removed: Entry[];
  kept: [before: Entry, after: Entry][];
  /** Whether those that were kept stand in another order. */
  reordered: boolean;
}

/** Pairs the entries of two lists by what names them; namesakes are paired in their order. */
export function match<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Matched<Entry> {
  const old = keyed(before, keyOf);
  const now = keyed(after, keyOf);
  const keptNow = [...now.keys()].filter((key) => old.has(key));
  const keptOld = [...old.keys()].filter((key) => now.has(key));
  return {
    added: [...now].filter(([key]) => !old.has(key)).map(([, entry]) => entry),
    removed: [...old].filter(([key]) => !now.has(key)).map(([, entry]) => entry),
    kept: keptNow.map((key) => [old.get(key)!, now.get(key)!]),
    reordered: !isDeepStrictEqual(keptOld, keptNow),
  };
}

function keyed<Entry>(entries: readonly Entry[], keyOf: (entry: Entry) => string) {
  const seen = new Map<string, number>();
  return new Map(
    entries.map((entry) => {
      const key = keyOf(entry);
      const nth = (seen.get(key) ?? 0) + 1;
      seen.set(key, nth);
      return [`${nth} ${key}`, entry] as const;
    }),
  );
}

type Wording<Document> = {
  [Field in keyof Document]?: (before: Document[Field], after: Document[Field]) => string[];
};

/**
 * A line or more for each field that is not the same. A field without words of its own is told as it
 * is, so that nothing changes unseen.
 */
export function fieldChanges<Document extends object>(
  before: Document,
  after: Document,
  wording: Wording<Document>,
): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<
    keyof Document & string
  >;
  return [...fields].flatMap((field) => {
    const [old, now] = [before[field], after[field]];
    if (isDeepStrictEqual(old, now)) return [];
    return wording[field]?.(old, now) ?? [`${field} ${anyValue(old)} → ${anyValue(now)}`];
  });
}
