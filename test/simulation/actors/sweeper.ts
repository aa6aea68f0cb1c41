import { sweep } from '../../../lambdas/sweeper/sweep.ts';
import { sweeperPorts } from '../world/ports.ts';
import { start, type World } from '../world/world.ts';

/** Where in its minute the sweeper runs (ms). */
const phase = 37_000;

/** Runs every minute; a life says which runs are skipped or doubled. */
export function sweepers(world: World, minute = 0): void {
  world.time.at(start + phase + minute * 60_000, () => {
    const happens = world.life.sweeps.find((one) => one.minute === minute)?.is;
    if (happens === 'skipped') world.skip('the sweeper');
    else sweepOnce(world);
    if (happens === 'doubled') {
      world.trouble('doubled');
      sweepOnce(world);
    }
    sweepers(world, minute + 1);
  });
}

function sweepOnce(world: World): void {
  world.invoke(
    'sweeper',
    (worker) => sweep(sweeperPorts(world, { worker, sentTo: [] })),
    () => {},
  );
}
