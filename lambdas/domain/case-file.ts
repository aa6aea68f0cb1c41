import type { Category } from './policy.ts';
import { type Intake, start } from './script/intake.ts';
import type { ConsentKind } from './script/schema.ts';

/**
 * What is kept of a case beside the words of presses and reports: how far somebody got with the
 * script, what they answered and agreed to, and what staff made of it. It is one item, saved on
 * condition that `version` is what was read; instants are epoch milliseconds.
 */
export interface CaseFile {
  schema: 1;
  alertId: string;
  version: number;
  /** Its words are kept for so long after this. */
  changedAt: number;
  intake: Intake;
  /** What was done that rests on a consent. */
  steps?: Step[];
  classification?: Classification;
  /** Reports whose answers it holds, and those whose words were erased: neither comes in again. */
  merged?: string[];
  /** Its words were erased, on the person's wish or by law; that they were there is kept. */
  erased?: Erased;
}

/** What is left of words that were erased. */
export interface Erased {
  at: number;
  by: string;
  /** How many there were of each kind. */
  kinds: Partial<Record<'said' | 'answers' | 'positions' | 'notes', number>>;
  count: number;
}

/** Something done for the person that they had agreed to. */
export interface Step {
  kind: ConsentKind;
  at: number;
  by: string;
  /** When the consent on which it rests was given. */
  agreedAt: number;
}

/** What staff take it to have been; nobody asks the person for it. */
export interface Classification {
  as: Category;
  at: number;
  /** Who classified it. */
  by: string;
}

/** One reading of a case: who saw what somebody said, when, and to what end. */
export interface CaseRead {
  alertId: string;
  by: string;
  at: number;
  why: string;
}

/** The case of which nothing is stored yet. */
export function emptyCase(alertId: string): CaseFile {
  return { schema: 1, alertId, version: 0, changedAt: 0, intake: start() };
}

/** The next version of a case, or the same object where nothing changes. */
export function nextCase(
  file: CaseFile,
  change: Partial<Pick<CaseFile, 'intake' | 'steps' | 'classification' | 'merged' | 'erased'>>,
  now: number,
): CaseFile {
  const same = Object.entries(change).every(
    ([name, value]) => JSON.stringify(file[name as keyof typeof change]) === JSON.stringify(value),
  );
  return same ? file : { ...file, ...change, version: file.version + 1, changedAt: now };
}
