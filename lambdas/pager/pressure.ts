import { digestEvery } from '../domain/pacing.ts';
import type { SmsResult } from '../ports.ts';

/**
 * So many pages to one responder within `digestEvery` are more than anybody can open, and a lane that
 * is late besides is in a flood. Below it each alert has an SMS of its own.
 */
const manyPages = 60;
/** So many within `digestEvery` are a flood whatever the lane makes of it: one every tenth of a second. */
const tooManyPages = 300;
/**
 * SNS takes about 20 SMS a second from an account. Pages to one responder that come faster pile up; so
 * many of them would keep SNS busy for six seconds, and the first page of somebody else has five.
 */
const pile = { tooHigh: 120, shrinksPerSecond: 20 };
/** Due for this long and only now looked at (ms): late. What is later yet was lost, and swept up. */
const late = { from: 1_000, to: 10_000 };
/** So many SMS went through and one more did not: SNS limits the rate. Where none does, it is out. */
const someSent = 12;
/** So many signs of a kind make a flood; fewer are a hiccup. */
const manyLate = 20;
const manyThrottled = 10;
/** Fewer pages than this that waited within `digestEvery`, and the flood is over. */
const manyWaiting = 12;
/**
 * While the table is out no pagers can agree on a pace. Each that notices a flood holds back by itself
 * for so long (ms), and on as long as it meets many held alerts: each comes by every 5 s, so that
 * these are a dozen alerts.
 */
const holdsFor = 2 * digestEvery;
const manyHeld = 72;
/** Of the alerts that wait for one digest, so many come back in time to send it. */
const drivers = 20;

/**
 * What one pager has seen of late. On AWS each instance has its own and sees a share of the flood: the
 * first that has seen enough tells the others through the tier's pace, so nothing is written, and no
 * call made, in ordinary times.
 */
export class Pressure {
  private readonly pages = new Map<string, Pages>();
  private readonly lates = new Recent();
  private readonly throttles = new Recent();
  private readonly waits = new Recent();
  private readonly holds = new Recent();
  private heldUntil = 0;
  /** Of each responder, how many pages wait here for the digest after so many. */
  private readonly waiting = new Map<string, { digests: number; count: number }>();

  /** An alert that was due for `lagMs` is looked at. */
  noteLag(lagMs: number, now: number): void {
    if (lagMs >= late.from && lagMs < late.to) this.lates.add(now);
  }

  /** An SMS of its own was tried; `pending` where SNS could not take it for now. */
  notePage(responderId: string, result: SmsResult, now: number): void {
    const pages = this.pages.get(responderId) ?? new Pages();
    this.pages.set(responderId, pages);
    if (result !== 'pending') pages.add(now);
    else if (pages.count(now) >= someSent) this.throttles.add(now);
  }

  /**
   * A page begins to wait, after so many digests to its responder. True where it is among those that
   * come back for the next one.
   */
  noteWaiting(responderId: string, digests: number, now: number): boolean {
    this.waits.add(now);
    const before = this.waiting.get(responderId);
    const count = before?.digests === digests ? before.count + 1 : 1;
    this.waiting.set(responderId, { digests, count });
    return count <= drivers;
  }

  /** How many pages this pager knows to wait for the digest after so many. */
  waitingFor(responderId: string, digests: number): number {
    const waiting = this.waiting.get(responderId);
    return waiting?.digests === digests ? waiting.count : 0;
  }

  /** Pages to somebody have to wait from now on. */
  isHigh(now: number): boolean {
    return this.rises(now) || this.isHolding(now);
  }

  /**
   * Whether a step has to wait while the table is out: in a flood, each of those whom it pages had
   * an SMS within the last `digestEvery`.
   */
  holdsBack(responderIds: readonly string[], now: number): boolean {
    if (this.rises(now) || this.holds.count(now) >= manyHeld) this.heldUntil = now + holdsFor;
    if (!this.isHolding(now)) return false;
    const last = (responderId: string) => this.pages.get(responderId)?.last ?? -Infinity;
    const held = responderIds.every((one) => Math.abs(now - last(one)) < digestEvery);
    if (held) this.holds.add(now);
    return held;
  }

  /** Clocks may be set back, and then nothing is held that should not be. */
  private isHolding(now: number): boolean {
    return now < this.heldUntil && now >= this.heldUntil - holdsFor;
  }

  private rises(now: number): boolean {
    const all = [...this.pages.values()];
    const most = Math.max(0, ...all.map((pages) => pages.count(now)));
    return (
      most >= tooManyPages ||
      all.some((pages) => pages.pileAt(now) >= pile.tooHigh) ||
      (most >= manyPages && this.lates.count(now) >= manyLate) ||
      this.throttles.count(now) >= manyThrottled
    );
  }

  /** Enough pages have waited of late that the next ones have to wait too. */
  lasts(now: number): boolean {
    return this.waits.count(now) >= manyWaiting;
  }

  /** When each responder was last sent an SMS of its own. */
  lastPages(now: number): Map<string, number> {
    const recent = [...this.pages].filter(([, pages]) => pages.count(now) > 0);
    return new Map(recent.map(([responderId, pages]) => [responderId, pages.last]));
  }
}

/** Counts what happened within the last `digestEvery`, up to what anybody asks for. */
class Recent {
  private times: number[] = [];

  get last(): number {
    return this.times.at(-1) ?? 0;
  }

  add(now: number): void {
    this.times.push(now);
    if (this.times.length > 2 * tooManyPages) this.times = this.times.slice(-tooManyPages);
  }

  count(now: number): number {
    let first = this.times.length;
    while (first > 0 && this.times[first - 1]! > now - digestEvery) first -= 1;
    return this.times.length - first;
  }
}

/** The pages to one responder, and how high they pile up. */
class Pages extends Recent {
  private height = 0;

  override add(now: number): void {
    this.height = this.pileAt(now) + 1;
    super.add(now);
  }

  pileAt(now: number): number {
    // A clock that is set back makes no pile.
    const since = Math.max(0, now - this.last);
    return Math.max(0, this.height - (since * pile.shrinksPerSecond) / 1000);
  }
}
