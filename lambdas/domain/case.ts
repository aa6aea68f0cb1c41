import { pressKey } from './ids.ts';
import { alertIdOfPress, type PressFacts } from './press.ts';

/** What was said to us and how to reach who said it: it lies apart from the alert, sealed. */

/** The part of a press or report that holds a person's words and wishes, as they were sent. */
export interface Spoken {
  /** Word for word, never shortened or corrected. */
  details?: string;
  contact?: Record<string, unknown>;
  preferences?: Record<string, unknown>;
  /** Answers and consents that came with a report, in whatever shape. */
  answers?: unknown;
  consents?: unknown;
}

/** One press or report that said something; it never changes. */
export interface Said extends Spoken {
  alertId: string;
  /** Names the press or report, so that a repetition is kept once. */
  key: string;
  /** Epoch ms */
  at: number;
  kind: 'press' | 'report' | 'check_in';
  category?: string;
  locale: string;
  /** Epoch ms; its words are gone, and the same telling does not bring them back. */
  erasedAt?: number;
}

export function saysAnything(spoken: Spoken): boolean {
  return Object.values(spoken).some((part) => part !== undefined && part !== '');
}

export function saidOf(facts: PressFacts, spoken: Spoken, at: number): Said {
  return {
    ...spoken,
    alertId: alertIdOfPress(facts),
    key: pressKey(facts.pressId),
    at,
    kind: facts.report ? 'report' : 'press',
    category: facts.category,
    locale: facts.locale,
  };
}
