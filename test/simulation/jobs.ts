import { type At, everySet, lives } from './exhaustive.ts';
import { everyOrder } from './interleavings.ts';
import { live } from './live.ts';
import { meetings } from './meetings.ts';
import { explain, liveSeed, print } from './seeds.ts';
import { stories } from './stories.ts';

/** A share of the work that one thread does at a time. */
export type Job =
  | { seeds: { from: number; count: number } }
  | { sets: { life: string; set: At[]; most: number } }
  | { meeting: string }
  | { story: string };

export interface Done {
  lives: number;
  /** What did not hold, told so that it can be lived again. */
  failures: string[];
}

export async function run(job: Job): Promise<Done> {
  const done: Done = { lives: 0, failures: [] };
  for await (const failure of failuresOf(job)) {
    done.lives += 1;
    if (failure !== undefined) done.failures.push(failure);
  }
  return done;
}

/** Life by life: what did not hold in it, or undefined. */
async function* failuresOf(job: Job): AsyncGenerator<string | undefined> {
  if ('seeds' in job) {
    const { from, count } = job.seeds;
    for (let seed = from; seed < from + count; seed += 1) {
      const { broken } = await liveSeed(seed);
      yield broken && print(await explain(seed, broken));
    }
  } else if ('sets' in job) {
    const { life, set, most } = job.sets;
    for await (const { at, lived } of everySet(lives[life]!, { most, set })) {
      yield lived.broken && say(`${life} with ${JSON.stringify(at)}`, lived.broken);
    }
  } else if ('meeting' in job) {
    for await (const { order, broken } of everyOrder(meetings[job.meeting]!)) {
      yield broken && say(`${job.meeting} in the order ${order.join(' ')}`, broken);
    }
  } else {
    const { broken } = await live(stories[job.story]!);
    yield broken && say(job.story, broken);
  }
}

function say(where: string, { invariant, how }: { invariant: string; how: string }): string {
  return `${where}: "${invariant}" does not hold: ${how}`;
}
