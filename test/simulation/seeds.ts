import fc from 'fast-check';
import { anyLife } from './any-life.ts';
import type { Life } from './life.ts';
import { type Broken, live, type Lived } from './live.ts';

/** Neighbouring seeds give lives that have nothing to do with each other. */
function parameters(seed: number) {
  return { seed: Math.imul(seed + 1, 0x9e3779b1), numRuns: 1 };
}

export function lifeOf(seed: number): Life {
  return fc.sample(anyLife, parameters(seed))[0]!;
}

export function liveSeed(seed: number): Promise<Lived> {
  return live(lifeOf(seed));
}

/** A life in which something did not hold, with the shortest that still breaks the same. */
export interface Failure {
  seed: number;
  broken: Broken;
  shortest: Life;
  /** What happened in the shortest life, line by line. */
  history: string[];
}

/** Looks for the shortest life that breaks the same invariant, and tells it. */
export async function explain(
  seed: number,
  { invariant }: Broken,
  liveIt: (life: Life) => Promise<Pick<Lived, 'broken'>> = live,
): Promise<Failure> {
  let shortest = lifeOf(seed);
  const holds = fc.asyncProperty(anyLife, async (life) => {
    const { broken } = await liveIt(life);
    if (broken?.invariant !== invariant) return true;
    shortest = life;
    return false;
  });
  await fc.check(holds, parameters(seed));
  const { broken } = await liveIt(shortest);
  return { seed, broken: broken!, shortest, history: await tell(shortest) };
}

/** Lives a life, and says line by line what happened in it. */
export async function tell(life: Life): Promise<string[]> {
  const history: string[] = [];
  await live(life, { trace: (line) => history.push(line) });
  return history;
}

export function print({ seed, broken, shortest, history }: Failure): string {
  return [
    `seed ${seed}: "${broken.invariant}" does not hold: ${broken.how}`,
    `shortest life: ${JSON.stringify(shortest)}`,
    ...history,
  ].join('\n');
}
