import { type At, everySet, lives, liveWith } from './exhaustive.ts';
import { type Flood, type Flooded, liveFlood } from './flood/flood.ts';
import { everyOrder } from './interleavings.ts';
import { live, type Lived } from './live.ts';
import { meetings } from './meetings.ts';
import { explain, liveSeed, print } from './seeds.ts';
import { stories } from './stories.ts';
import { faultsOf } from './world/faults.ts';

/** A share of the work that one thread does at a time. */
export type Job =
  | { seeds: { from: number; count: number } }
  | SetsJob
  | { flood: Flood }
  | { meeting: string }
  | { story: string };

interface SetsJob {
  sets: { life: string; set: At[]; most: number };
}

export interface Done {
  lives: number;
  /** How many calls were made in those at random, and how often something went wrong. */
  calls: number;
  troubles: number;
  flood?: Flooded;
  /** What did not hold, told so that it can be lived again. */
  failures: string[];
}

/** Lives that a thread lives before it reports. */
const share = 500;

/** Seeds, split so that all threads have enough to do. */
export function* shares(from: number, count: number): Generator<Job> {
  for (let at = from; at < from + count; at += share) {
    yield { seeds: { from: at, count: Math.min(share, from + count - at) } };
  }
}

/** Every set of up to three faults in each of the lives, split by its first. */
export async function everySetOfThree(): Promise<SetsJob[]> {
  const jobs: SetsJob[] = [];
  for (const [life, told] of Object.entries(lives)) {
    const { ports } = await liveWith(told, []);
    const first = ports.flatMap((port, index): At[][] =>
      faultsOf[port].map((fault) => [{ call: index + 1, fault }]),
    );
    jobs.push({ sets: { life, set: [], most: 0 } });
    jobs.push(...first.map((set) => ({ sets: { life, set, most: 3 } })));
  }
  return jobs;
}

export async function run(job: Job): Promise<Done> {
  if ('flood' in job) {
    const flood = await liveFlood(job.flood);
    return { lives: 1, calls: 0, troubles: 0, flood, failures: [] };
  }
  const done: Done = { lives: 0, calls: 0, troubles: 0, failures: [] };
  for await (const { calls = 0, troubles = 0, failure } of livesOf(job)) {
    done.lives += 1;
    done.calls += calls;
    done.troubles += troubles;
    if (failure !== undefined) done.failures.push(failure);
  }
  return done;
}

/** Life by life, with what did not hold in it. */
async function* livesOf(
  job: Exclude<Job, { flood: Flood }>,
): AsyncGenerator<Partial<Lived> & { failure?: string }> {
  if ('seeds' in job) {
    const { from, count } = job.seeds;
    for (let seed = from; seed < from + count; seed += 1) {
      const { broken, ...counts } = await liveSeed(seed);
      yield { ...counts, failure: broken && print(await explain(seed, broken)) };
    }
  } else if ('sets' in job) {
    const { life, set, most } = job.sets;
    for await (const { at, lived } of everySet(lives[life]!, { most, set })) {
      const { broken } = lived;
      yield { failure: broken && say(`${life} with ${JSON.stringify(at)}`, broken) };
    }
  } else if ('meeting' in job) {
    for await (const { order, broken } of everyOrder(meetings[job.meeting]!)) {
      yield { failure: broken && say(`${job.meeting} in the order ${order.join(' ')}`, broken) };
    }
  } else {
    const { broken } = await live(stories[job.story]!);
    yield { failure: broken && say(job.story, broken) };
  }
}

function say(where: string, { invariant, how }: { invariant: string; how: string }): string {
  return `${where}: "${invariant}" does not hold: ${how}`;
}
