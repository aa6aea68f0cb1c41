import { calmLife, type Life } from './life.ts';
import { live, type Lived } from './live.ts';
import type { Doing, Person } from './world/cast.ts';
import { type Fault, type FaultAt, faultsOf, type Port } from './world/faults.ts';

/** What befalls the `call`-th call of a life; of a set, each comes after the one before it. */
export interface At {
  call: number;
  fault: Fault;
}

const person = (what: Doing): Person => ({
  certificate: 'current',
  number: 'fine',
  lead: false,
  does: [{ after: 2, what }],
});

const lifeWith = (secondary: Doing): Life =>
  calmLife({
    people: [person('ignore'), person(secondary)],
    primary: 0,
    secondary: 1,
    policy: 'brief',
  });

/** One alert from its press to its end, and one that nobody answers; each always with the same clockwork. */
export const lives: Readonly<Record<string, Life>> = {
  'press, primary, secondary, taken, resolved': lifeWith('take, resolve'),
  'press, primary, secondary, unanswered': lifeWith('ignore'),
};

export interface Tried {
  at: readonly At[];
  lived: Lived;
}

/** Lives a life with a set of faults, and says which port each of its calls went to. */
export async function liveWith(life: Life, set: readonly At[]): Promise<Tried & { ports: Port[] }> {
  const ports: Port[] = [];
  const faultAt: FaultAt = (call, port) => {
    ports.push(port);
    return set.find((one) => one.call === call)?.fault;
  };
  const lived = await live(life, { faultAt });
  return { at: set, lived, ports };
}

/**
 * Every set of up to `most` faults: after each set that was lived, each later call of that very life
 * with each fault that can befall it. So what a fault changes about the calls after it is in.
 */
export async function* everySet(
  life: Life,
  of: { most: number; set?: readonly At[]; which?: (fault: Fault, port: Port) => boolean },
): AsyncGenerator<Tried> {
  const { most, set = [], which = () => true } = of;
  const tried = await liveWith(life, set);
  yield tried;
  if (set.length === most) return;
  const last = set.at(-1)?.call ?? 0;
  for (const [index, port] of tried.ports.entries()) {
    if (index < last) continue;
    for (const fault of faultsOf[port].filter((one) => which(one, port))) {
      yield* everySet(life, { ...of, set: [...set, { call: index + 1, fault }] });
    }
  }
}
