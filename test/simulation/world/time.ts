interface Event {
  at: number;
  /** Breaks ties, so that a life replays identically. */
  order: number;
  happen: () => void;
}

/** A clock that stands until the next thing happens. No real timer is involved. */
export class Time {
  /** Epoch ms */
  now: number;
  private order = 0;
  /** A binary heap, the earliest on top. */
  private readonly events: Event[] = [];

  /** The right time, for those whose clock does not matter. */
  readonly clock = { now: () => this.now };

  constructor(now: number) {
    this.now = now;
  }

  after(ms: number, happen: () => void): void {
    this.at(this.now + ms, happen);
  }

  at(at: number, happen: () => void): void {
    const event = { at: Math.max(at, this.now), order: (this.order += 1), happen };
    const { events } = this;
    let index = events.push(event) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(event, events[parent]!)) break;
      events[index] = events[parent]!;
      index = parent;
    }
    events[index] = event;
  }

  /** Lets happen the next thing and all that follows from it at once; false where `end` comes first. */
  async step(end: number): Promise<boolean> {
    const next = this.events[0];
    if (next === undefined || next.at > end) {
      this.now = Math.max(this.now, end);
      return false;
    }
    this.removeFirst();
    this.now = next.at;
    next.happen();
    await settled();
    return true;
  }

  private removeFirst(): void {
    const { events } = this;
    const last = events.pop()!;
    const { length } = events;
    if (length === 0) return;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= length) break;
      if (child + 1 < length && isBefore(events[child + 1]!, events[child]!)) child += 1;
      if (!isBefore(events[child]!, last)) break;
      events[index] = events[child]!;
      index = child;
    }
    events[index] = last;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.at === other.at ? one.order < other.order : one.at < other.at;
}

/** Once every promise that can go on has gone on: Node empties its microtasks before its next tick. */
export function settled(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
