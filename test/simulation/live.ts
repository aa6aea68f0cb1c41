import './world/one-format.ts';
import './world/one-hash.ts';
import { pagersOf } from './actors/pagers.ts';
import { say } from './actors/reporter.ts';
import { peopleWith } from './actors/responder.ts';
import { sweepers } from './actors/sweeper.ts';
import { leaveBehind } from './actors/yesterday.ts';
import { type InvariantName, invariants } from './invariants/all.ts';
import type { Life } from './life.ts';
import { type FaultAt, faultsOf } from './world/faults.ts';
import { start, World, type WorldOptions } from './world/world.ts';

export interface Broken {
  invariant: InvariantName;
  how: string;
}

export interface Lived {
  /** The first thing that did not hold. */
  broken?: Broken;
  calls: number;
  /** How often something went wrong. */
  troubles: number;
  /** How long it was in its own time (s). */
  seconds: number;
}

/** After the last thing that happens from outside, all must be well within this (ms). */
const calmDown = 160_000;
/** However much goes on (ms). */
const longest = 60 * 60_000;
/** What the queue kept of an outage and a worker dropped comes back once it is visible again (ms). */
const comesBack = 2 * 180_000;

/** A world in which every invariant looks on; `broken` says the first thing that did not hold. */
export function openWorld(life: Life, options: WorldOptions) {
  const world = new World(life, options);
  let first: Broken | undefined;
  for (const [name, invariant] of Object.entries(invariants)) {
    const broken = (how: string) => (first ??= { invariant: name as InvariantName, how });
    world.watchers.push(invariant(world, broken));
  }
  world.onMessages = pagersOf(world);
  world.onSms = peopleWith(world);
  return { world, broken: () => first };
}

/** Lives a life to its end, or until something does not hold. The same life lives the same. */
export async function live(
  life: Life,
  { faultAt = faultsIn(life), trace }: { faultAt?: FaultAt; trace?: (line: string) => void } = {},
): Promise<Lived> {
  const { world, broken } = openWorld(life, { faultAt, trace });
  if (life.yesterday !== undefined) leaveBehind(world, life.yesterday);
  for (const saying of life.says) {
    world.time.at(start + saying.at * 1000, () => say(world, saying));
  }
  sweepers(world);

  const planned = Math.max(
    0,
    ...life.says.map((saying) => saying.at),
    ...life.outages.map((outage) => outage.from + outage.seconds),
  );
  const skews = 2000 * life.skew;
  const end = () => {
    const patience = calmDown + skews + (world.queues.carrying > 0 ? comesBack : 0);
    const stirred = Math.min(world.stirredAt, start + longest);
    return Math.max(start + planned * 1000, stirred) + patience;
  };
  while (broken() === undefined && (await world.time.step(end())));
  if (broken() === undefined) for (const one of world.watchers) one.end?.();
  return {
    broken: broken(),
    calls: world.calls.count,
    troubles: world.troubles.count,
    seconds: (world.time.now - start) / 1000,
  };
}

function faultsIn({ faults }: Life): FaultAt {
  const byCall = new Map(faults.map((one) => [one.call, one.fault]));
  return (call, port) => {
    const fault = byCall.get(call);
    return fault === undefined ? undefined : faultsOf[port][fault % faultsOf[port].length];
  };
}
