import { type Fault, harmless } from './faults.ts';
import type { Time } from './time.ts';

/** How much has gone wrong so far. */
export class Troubles {
  count = 0;
  /** Nothing worse has happened than what nobody may notice. */
  calm = true;
  /** When something last went wrong (epoch ms). */
  lastAt = -Infinity;
  private readonly time: Time;

  constructor(time: Time) {
    this.time = time;
  }

  /** A fault, or something that did not happen where it might have been needed. */
  add(what: Fault | 'left out'): void {
    this.count += 1;
    this.calm &&= what !== 'left out' && harmless.has(what);
    this.lastAt = this.time.now;
  }
}
