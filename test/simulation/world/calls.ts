import { UnavailableError } from '../../../lambdas/ports.ts';
import { type Fault, type FaultAt, type Port, serviceOf } from './faults.ts';
import type { Task } from './worker.ts';
import type { World } from './world.ts';

/** Takes a request to where it has its effect, and its answer back. */
export type Travel = (arrive: () => void, way: 'there' | 'back', port: Port) => void;

/** Every call of a port goes through here: where others get their turn, and where faults strike. */
export class Calls {
  /** How many were made so far. */
  count = 0;
  private readonly world: World;
  private readonly faultAt: FaultAt;
  private readonly travel: Travel;

  constructor(world: World, of: { faultAt: FaultAt; travel: Travel }) {
    this.world = world;
    this.faultAt = of.faultAt;
    this.travel = of.travel;
  }

  /**
   * `instead` is what a call that fails answers; where it is absent, it throws. A call that does not
   * `matter`, since it reads nothing, is not counted.
   */
  make<Answer>(
    task: Task,
    port: Port,
    effect: (fault?: Fault) => Answer,
    more: { instead?: Answer; matters?: boolean } = {},
  ): Promise<Answer> {
    const { worker } = task;
    // oxlint-disable-next-line promise/avoid-new -- answers come from the events of virtual time
    return new Promise((resolve, reject) => {
      if (!worker.alive) return;
      const fault = more.matters === false ? undefined : this.nextFault(task, port);
      if (fault === 'dies') return worker.die();
      const fails = fault === 'fails' || fault === 'fails after';
      const arrive = () => {
        const answer = fault === 'fails' || fault === 'hangs' ? undefined : effect(fault);
        if (fault === 'dies after') return worker.die();
        if (fault === 'hangs' || fault === 'hangs after') return;
        const comeBack = () => {
          if (!worker.alive) return;
          if (!fails) resolve(answer as Answer);
          else if (more.instead === undefined) reject(new UnavailableError(port));
          else resolve(more.instead);
        };
        this.travel(comeBack, 'back', port);
      };
      this.travel(arrive, 'there', port);
    });
  }

  private nextFault({ worker }: Task, port: Port): Fault | undefined {
    const { world } = this;
    this.count += 1;
    const planned = this.faultAt(this.count, port);
    const fault = world.outUntil(serviceOf(port), worker.fn) > 0 ? 'fails' : planned;
    world.trace?.(
      `call ${this.count} ${worker.fn} ${worker.id} ${port}${fault === undefined ? '' : `: ${fault}`}`,
    );
    if (fault !== undefined) {
      worker.troubled = true;
      world.trouble(fault);
    }
    return fault;
  }
}
