import { type Tier, tiers } from '../../../lambdas/domain/policy.ts';
import { Outage } from '../../../lambdas/outage.ts';
import { InTurn } from '../../../lambdas/pager/in-turn.ts';
import { page } from '../../../lambdas/pager/page.ts';
import { Pressure } from '../../../lambdas/pager/pressure.ts';
import { Repeats } from '../../../lambdas/pager/repeats.ts';
import { knownOf } from '../world/cast.ts';
import { type Machine, pagerPorts } from '../world/ports.ts';
import type { Delivery } from '../world/queues.ts';
import type { World } from '../world/world.ts';
import type { Task, Worker } from '../world/worker.ts';

/** Takes what comes out of the queues; so many machines in each tier do the work of all. */
export function pagersOf(world: World, count = 2): World['onMessages'] {
  const { cast, warm } = world.life;
  const machine = (): Machine => ({
    lastSeen: new Map(warm ? tiers.map((tier) => [tier, knownOf(cast)]) : []),
    repeats: new Repeats(),
    snsOut: new Outage(world.time.clock),
    pressure: new Pressure(),
  });
  const machines = tiers.map(() => Array.from({ length: count }, machine));

  return (tier, batch, done) => {
    const ofTier = machines[tier - 1]!;
    const mine = ofTier[Math.floor(world.random() * ofTier.length)]!;
    world.invoke(
      'pager',
      (worker) => {
        const inTurn = new InTurn();
        const turn = (one: Delivery) =>
          inTurn.do(one.hint.alertId, () => pageOne(world, tier, one, { worker, mine }));
        return Promise.all(batch.map(turn));
      },
      (outcome) => {
        done();
        if (outcome === 'died') {
          mine.lastSeen.clear();
          mine.repeats = new Repeats();
          mine.pressure = new Pressure();
        }
        if (outcome === 'died') return;
        if ('error' in outcome) return;
        for (const message of outcome.value) message?.delete();
      },
    );
  };
}

/** Whatever of a batch fails goes back to the queue alone; where the worker dies, all of it. */
async function pageOne(
  world: World,
  tier: Tier,
  message: Delivery,
  { worker, mine }: { worker: Worker; mine: Machine },
): Promise<Delivery | undefined> {
  const { alertId, turn, alert, isStored, opened } = message.hint;
  const kept = alert !== undefined && !isStored;
  const how = alert === undefined ? '' : ', kept by the message';
  world.trace?.(`pager ${worker.id} gets ${alertId.slice(0, 8)} turn ${turn ?? '-'}${how}`);
  const read = alert ?? opened;
  const task: Task = { worker, began: world.table.truth(alertId), kept, read, sentTo: [] };
  const ports = pagerPorts(world, task, { rounds: message.rounds, machine: mine });
  try {
    await page(ports, tier, message.hint);
  } catch (error) {
    world.trace?.(`pager ${worker.id} fails: ${error}`);
    return undefined;
  }
  for (const one of world.watchers) one.paged?.(task, message.hint);
  return message;
}
