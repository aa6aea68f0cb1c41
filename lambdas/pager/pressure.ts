import { digestEvery, type Pace } from '../domain/pacing.ts';
import type { Tier } from '../domain/policy.ts';
import type { SmsResult } from '../ports.ts';

/**
 * So many pages to one responder within `digestEvery` are more than anybody can open, and a lane that
 * is late besides is in a flood. Below it each alert has an SMS of its own.
 */
const manyPages = 60;
/** Due for this long and only now looked at (ms): late. What is later yet was lost, and swept up. */
const late = { from: 1_000, to: 10_000 };
/** So many SMS went through and one more did not: SNS limits the rate. Where none does, it is out. */
const someSent = 12;
/** So many signs of a kind make a flood; fewer are a hiccup. */
const manyLate = 20;
const manyThrottled = 10;
/** A pager tells the others of so many pages to one responder, while they come as fast as this (ms). */
const worthTelling = { pages: 10, fast: 4, withinMs: 1_000 };
/** Fewer pages than this that waited within `digestEvery`, and the flood is over. */
const manyWaiting = 12;
/** Of the alerts that wait for one digest, so many come back in time to send it. */
const drivers = 20;
/**
 * While the table is out no pagers can agree on a pace, and each holds back by itself once it meets so
 * many steps that are due within `digestEvery`, and for so long (ms) after that. What it holds comes by
 * every 5 s, so these are a dozen alerts for each pager.
 */
const manyDue = 72;
const holdsFor = 2 * digestEvery;
/** Who pressed within this long (ms) goes before what was held; so many within `digestEvery` do. */
const freshFor = 60_000;
const manyFresh = 2;

/**
 * What one pager has seen of late. On AWS each instance has its own and sees a share of the flood: the
 * first that has seen enough tells the others through the tier's pace, so nothing is written, and no
 * call made, in ordinary times.
 */
export class Pressure {
  /** The pace of each tier as this pager last wrote it, or read it in order to write it. */
  readonly paces = new Map<Tier, Pace>();
  private readonly pages = new Map<string, Pages>();
  private readonly lates = new Recent();
  private readonly throttles = new Recent();
  private readonly waits = new Recent();
  /** Of each responder, how many pages wait here for the digest after so many. */
  private readonly waiting = new Map<string, { digests: number; count: number }>();
  private readonly due = new Recent();
  private readonly fresh = new Recent();
  private heldUntil = 0;
  /** When a responder's SMS was begun of which nothing is known yet. */
  private readonly begun = new Map<string, number>();

  /** An alert that was due for `lagMs` is looked at. */
  noteLag(lagMs: number, now: number): void {
    if (lagMs >= late.from && lagMs < late.to) this.lates.add(now);
  }

  /** An SMS of its own was tried; `pending` where SNS could not take it for now. */
  notePage(responderId: string, result: SmsResult, now: number): void {
    const pages = this.pages.get(responderId) ?? new Pages();
    this.pages.set(responderId, pages);
    this.begun.delete(responderId);
    if (result === 'sent') pages.add(now);
    else if (result === 'pending' && pages.count(now) >= someSent) this.throttles.add(now);
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

  private rises(now: number): boolean {
    const most = Math.max(0, ...Array.from(this.pages.values(), (pages) => pages.count(now)));
    return (
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
    return new Map(recent.map(([responderId, pages]) => [responderId, pages.last!]));
  }

  /** The pages to each responder that are many and that other pagers should hear of, once. */
  takeUntold(now: number): Map<string, number> {
    const many = [...this.pages].filter(([, pages]) => pages.isWorthTelling(now));
    return new Map(many.map(([responderId, pages]) => [responderId, pages.takeUntold(now)]));
  }

  /**
   * Whether a step that is due while the table is out may go out: always, but in a flood, where each
   * responder has one SMS in half a minute. Who has just pressed comes first.
   */
  mayPage(
    of: { openedAt: number; isFirst: boolean; responderIds: readonly string[] },
    now: number,
  ): boolean {
    this.due.add(now);
    if (this.due.count(now) >= manyDue || this.rises(now)) this.heldUntil = now + holdsFor;
    const had = (responderId: string, at: number | undefined = this.begun.get(responderId)) =>
      at !== undefined && Math.abs(now - at) < digestEvery;
    const isTold = (one: string) => had(one) || had(one, this.pages.get(one)?.last);
    if (this.isHolding(now) && of.responderIds.every(isTold)) {
      const isFresh = of.isFirst && Math.abs(now - of.openedAt) < freshFor;
      if (!isFresh || this.fresh.count(now) >= manyFresh) return false;
      this.fresh.add(now);
    }
    for (const responderId of of.responderIds) this.begun.set(responderId, now);
    return true;
  }

  /** Clocks may be set back, and then nothing is held that should not be. */
  private isHolding(now: number): boolean {
    return now < this.heldUntil && now >= this.heldUntil - holdsFor;
  }
}

/** Counts what happened within the last `digestEvery`, up to what anybody asks for. */
class Recent {
  private times: number[] = [];

  get last(): number | undefined {
    return this.times.at(-1);
  }

  /** A clock that is set back has not seen yet what came after. */
  add(now: number): void {
    while (this.last !== undefined && this.last > now) this.times.pop();
    this.times.push(now);
    if (this.times.length > 1_000) this.times = this.times.slice(-500);
  }

  count(now: number, withinMs = digestEvery): number {
    let end = this.times.length;
    while (end > 0 && this.times[end - 1]! > now) end -= 1;
    let first = end;
    while (first > 0 && this.times[first - 1]! > now - withinMs) first -= 1;
    return end - first;
  }
}

/** The SMS of their own that went to one responder. */
class Pages extends Recent {
  private untold = 0;

  override add(now: number): void {
    super.add(now);
    this.untold += 1;
  }

  isWorthTelling(now: number): boolean {
    const { pages, fast, withinMs } = worthTelling;
    return this.untold >= pages && this.count(now, withinMs) >= fast;
  }

  takeUntold(now: number): number {
    const untold = Math.min(this.untold, this.count(now));
    this.untold = 0;
    return untold;
  }
}
