import { sweepers } from './actors/sweeper.ts';
import { type Broken, openWorld } from './live.ts';
import { type Actor, dueNow, setting } from './meetings.ts';
import type { Travel } from './world/calls.ts';
import { settled } from './world/time.ts';
import { start } from './world/world.ts';

/**
 * Lets the calls of all actors happen in the order that `choices` say (which of those that are ready
 * comes next; the first where nothing is said), and then time go on. A call is one indivisible step,
 * its answer included, since nothing that others could see happens between the two.
 */
async function meet(actors: readonly Actor[], choices: readonly number[]) {
  const ready: (() => void)[] = [];
  let choosing = true;
  const travel: Travel = (arrive, way, port) => {
    if (!choosing) return world.time.after(5, arrive);
    // Nobody who meets here looks into a queue or hears a topic, so when they are told is all one.
    if (way === 'back' || port === 'topic' || port === 'send') return arrive();
    ready.push(arrive);
  };
  const { world, broken } = openWorld(setting, { faultAt: () => undefined, travel });
  const alert = dueNow();
  world.table.create(alert);
  for (const actor of actors) actor(world, alert);
  await settled();

  const widths: number[] = [];
  while (ready.length > 0) {
    const [next] = ready.splice(choices[widths.length] ?? 0, 1);
    widths.push(ready.length + 1);
    next!();
    await settled();
  }
  choosing = false;
  sweepers(world);
  while (broken() === undefined && (await world.time.step(start + 100_000)));
  if (broken() === undefined) for (const one of world.watchers) one.end?.();
  return { widths, broken: broken() };
}

/** Every order in which the calls of a meeting can happen. */
export async function* everyOrder(
  actors: readonly Actor[],
): AsyncGenerator<{ order: number[]; broken?: Broken }> {
  let choices: number[] = [];
  do {
    const { widths, broken } = await meet(actors, choices);
    const order = widths.map((_, index) => choices[index] ?? 0);
    yield { order, broken };
    choices = [...order];
    while (choices.length > 0 && choices.at(-1) === widths[choices.length - 1]! - 1) choices.pop();
    if (choices.length > 0) choices[choices.length - 1]! += 1;
  } while (choices.length > 0);
}
