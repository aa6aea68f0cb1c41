import type { Locale } from './locales.ts';

/** One breach of one of the care rules. */
export interface Finding {
  /** The rule's number. */
  rule: number;
  /** The language of the text in question. */
  locale: Locale;
  /** The line or question; `script` where it is about the whole. */
  lineId: string;
  /** Which of its texts: `text`, `why`, `options.<id>`; the missing field where one is missing. */
  field: string;
  /** UTF-16 offsets into that text; both 0 where something is missing. */
  start: number;
  end: number;
  matched: string;
  /** What to do about it, in the language of the text where a text is at fault. */
  instead: string;
}
