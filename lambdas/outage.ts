import type { Clock } from './ports.ts';

/** How long a service that failed is not asked first (ms). */
const memory = 30_000;

/** What this process remembers of a service that failed: another way is then tried before it. */
export class Outage {
  private until = -Infinity;
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get isOn(): boolean {
    return this.clock.now() < this.until;
  }

  begin(): void {
    this.until = this.clock.now() + memory;
  }
}
