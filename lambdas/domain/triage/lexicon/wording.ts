import type { Category } from '../../policy.ts';

/** How people say that something of one category has happened, in the notation of `phrase.ts`. */
export interface Wording {
  category: Category;
  /** What it says is a guess: it takes nothing away from a phrase of another category. */
  vague?: true;
  /** Raises, unless it is denied or only heard of. */
  says: readonly string[];
  /** Raises where the text speaks of nothing ordinary (a fare, a lost thing, a late driver) that would explain it. */
  hints?: readonly string[];
  /** Looks like it and is none. */
  fine?: readonly string[];
}
