import { pagersOf } from '../actors/pagers.ts';
import { say } from '../actors/reporter.ts';
import { sweepers } from '../actors/sweeper.ts';
import { calmLife, type Saying } from '../life.ts';
import '../world/one-format.ts';
import '../world/one-hash.ts';
import type { Person, PolicyName } from '../world/cast.ts';
import type { Travel } from '../world/calls.ts';
import { start, World } from '../world/world.ts';
import { floodInvariants, type FloodInvariantName } from './invariants.ts';
import { measure, type Measured } from './measure.ts';

/** Presses that come all at once; each of `again` in a hundred is one more on an alert of before. */
export interface Flood {
  presses: number;
  category?: Saying['category'];
  seconds: number;
  again: number;
  /** Presses of tier 1 besides, evenly over the same time. */
  beside: number;
  smsPerSecond: number;
  /** How long SNS takes for an SMS (ms). */
  smsTakes: number;
  /** Batches of a tier that Lambda runs at once; as many as deployed where it is absent. */
  batchesAtOnce?: number;
  /** Machines in each tier, each with a memory of its own. */
  pagers: number;
  /** For so long the table is out, from the first press on. */
  tableOutSeconds: number;
  policy: PolicyName;
  chance: number;
}

export interface Flooded extends Measured {
  broken?: { invariant: FloodInvariantName; how: string };
}

/** How long it is looked at once the last press is in (ms): pagers have to catch up. */
const aftermath = ({ tableOutSeconds }: Flood) => 100_000 + 1000 * tableOutSeconds;

const person = (lead: boolean): Person => ({
  certificate: 'current',
  number: 'fine',
  lead,
  does: [],
});

export function floodOf(told: Partial<Flood>): Flood {
  const usual = {
    seconds: 60,
    again: 10,
    beside: 0,
    smsPerSecond: 20,
    smsTakes: 0,
    pagers: 2,
    tableOutSeconds: 0,
    chance: 1,
  };
  return { presses: 10_000, policy: 'default', ...usual, ...told };
}

/** Lives through a flood in which nobody answers; the same flood goes the same way. */
export async function liveFlood(
  flood: Flood,
  progress: (seconds: number) => void = () => {},
): Promise<Flooded> {
  const { smsPerSecond, chance, policy, batchesAtOnce, tableOutSeconds: seconds } = flood;
  const cast = { people: [false, false, true].map(person), primary: 0, secondary: 1, policy };
  const outages = seconds > 0 ? [{ of: 'table' as const, from: 0, seconds }] : [];
  const life = calmLife(cast, { says: [], smsPerSecond, chance, outages });
  const travel: Travel = (arrive, way, port) => {
    const takes = port === 'sms' && way === 'back' ? flood.smsTakes : 0;
    world.time.after(takes + 1 + world.random() * 40, arrive);
  };
  const world: World = new World(life, { faultAt: () => undefined, batchesAtOnce, travel });
  life.says.push(...sayings(flood, world.random));
  const broken: NonNullable<Flooded['broken']>[] = [];
  for (const [name, invariant] of Object.entries(floodInvariants)) {
    const tell = (how: string) => broken.push({ invariant: name as FloodInvariantName, how });
    world.watchers.push(invariant(world, tell));
  }
  const measured = measure(world);
  world.onMessages = pagersOf(world, flood.pagers);
  for (const saying of life.says) {
    world.time.at(start + saying.at * 1000, () => say(world, saying));
  }
  sweepers(world);
  const end = start + flood.seconds * 1000 + aftermath(flood);
  let told = start;
  while (broken.length === 0 && (await world.time.step(end))) {
    if (world.time.now < told + 10_000) continue;
    told = world.time.now;
    progress((told - start) / 1000);
  }
  if (broken.length === 0) for (const one of world.watchers) one.end?.();
  return { ...measured(), broken: broken[0] };
}

/** Every reporter has one trip; one that presses again does so on the trip that is theirs. */
function* sayings(flood: Flood, random: () => number): Generator<Saying> {
  const { presses, seconds, again, category, beside } = flood;
  for (let id = 0; id < presses; id += 1) {
    const earlier = id > 0 && random() * 100 < again;
    const reporter = earlier ? Math.floor(random() * id) : id;
    yield { at: (seconds * id) / presses, what: 'press', reporter, trip: reporter, id, category };
  }
  for (let id = 0; id < beside; id += 1) {
    const reporter = presses + id;
    yield { at: (seconds * id) / beside, what: 'press', reporter, trip: reporter, id: reporter };
  }
}
