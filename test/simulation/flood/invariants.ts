import type { Invariant } from '../watch.ts';
import { digested } from './digested.ts';
import { few } from './few.ts';
import { firstPage } from './first-page.ts';
import { notDelayed } from './not-delayed.ts';
import { pressed } from './pressed.ts';
import { spaced } from './spaced.ts';

/** What must hold in every flood. */
export const floodInvariants = {
  'SMS are few': few,
  'no press of a flood is lost': pressed,
  'the first page goes out at once': firstPage,
  'what waits is told of in a digest': digested,
  'one digest in half a minute': spaced,
  'no step waits for a digest': notDelayed,
} satisfies Record<string, Invariant>;

export type FloodInvariantName = keyof typeof floodInvariants;
