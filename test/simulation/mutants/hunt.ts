import { everySet, lives } from '../exhaustive.ts';
import { liveFlood } from '../flood/flood.ts';
import { floods } from '../flood/floods.ts';
import { type FloodInvariantName, floodInvariants } from '../flood/invariants.ts';
import { everyOrder } from '../interleavings.ts';
import type { InvariantName } from '../invariants/all.ts';
import { live } from '../live.ts';
import { meetings } from '../meetings.ts';
import { liveSeed } from '../seeds.ts';
import { stories } from '../stories.ts';

/** More than enough for every mutant that there is. */
const seeds = 3_000;
const orders = 200;

export type Noticed = InvariantName | FloodInvariantName;

interface Broken {
  invariant: Noticed;
  how: string;
}

export interface Catch extends Broken {
  /** How many lives it took. */
  lives: number;
}

/**
 * Looks for a life that breaks an invariant: stories, one fault, many orders, then at random; or for a
 * flood, of which `flood` may name the one.
 */
export async function hunt(invariant: Noticed, flood?: string): Promise<Catch | undefined> {
  let tried = 0;
  const lived = Object.hasOwn(floodInvariants, invariant) ? flooded(flood) : hunted();
  for await (const broken of lived) {
    tried += 1;
    if (broken?.invariant === invariant) return { ...broken, lives: tried };
  }
  return undefined;
}

async function* flooded(only?: string): AsyncGenerator<Broken | undefined> {
  const all = only === undefined ? Object.values(floods) : [floods[only]!];
  for (const flood of all) yield (await liveFlood(flood)).broken;
}

async function* hunted(): AsyncGenerator<Broken | undefined> {
  for (const life of Object.values(stories)) yield (await live(life)).broken;
  for (const life of Object.values(lives)) {
    for await (const { lived } of everySet(life, { most: 1 })) yield lived.broken;
  }
  for (const actors of Object.values(meetings)) {
    let left = orders;
    for await (const { broken } of everyOrder(actors)) {
      yield broken;
      if ((left -= 1) === 0) break;
    }
  }
  for (let seed = 0; seed < seeds; seed += 1) yield (await liveSeed(seed)).broken;
}
