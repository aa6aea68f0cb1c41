import type { Invariant } from '../watch.ts';

/** Calls take a while, so what was 30 s when it was decided may be a little less when it happens (ms). */
const apart = 29_000;

/** A responder gets no two digests of a tier within half a minute. */
export const spaced: Invariant = (world, broken) => {
  const last = new Map<string, number>();
  return {
    digested({ tier, responderId }) {
      const key = `tier ${tier} ${responderId}`;
      const since = world.time.now - (last.get(key) ?? -Infinity);
      last.set(key, world.time.now);
      if (since < apart) broken(`${key} got two digests within ${Math.round(since)} ms`);
    },
  };
};
