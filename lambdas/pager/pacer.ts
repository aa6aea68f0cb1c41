import {
  claim,
  claimHolds,
  type Held,
  isPaced,
  isRunningOut,
  judge,
  keepPacing,
  newPace,
  type Pace,
  pileUp,
  recordSms,
  type SmsKind,
  startPacing,
  type Verdict,
} from '../domain/pacing.ts';
import type { Tier } from '../domain/policy.ts';
import type { Clock, PaceStore, SmsResult, Telemetry } from '../ports.ts';
import type { Pressure } from './pressure.ts';

export interface PacerPorts {
  pace: PaceStore;
  pressure: Pressure;
  clock: Clock;
  telemetry: Telemetry;
  /** 256 random bits, base64url */
  newKey(): string;
}

const begins = 'flood: pages wait for digests from now on';
/** More pagers than a tier has may write at the same time. */
const attempts = 100;

/** What a pager knows of its tier's pace, as this look at an alert or another read or wrote it last. */
export class Pacer {
  private readonly ports: PacerPorts;
  private readonly tier: Tier;
  private read: Pace | undefined;

  constructor(ports: PacerPorts, tier: Tier, pace: Pace | undefined) {
    this.ports = ports;
    this.tier = tier;
    this.read = pace;
  }

  private get pace(): Pace | undefined {
    const known = this.ports.pressure.paces.get(this.tier);
    return (known?.version ?? 0) > (this.read?.version ?? 0) ? known : this.read;
  }

  /** The MAC key of the links to the tier's queue; there once anything was claimed. */
  get key(): string {
    return this.pace!.key;
  }

  /** Begins a flood that this pager has noticed, or keeps one going. */
  async begin(): Promise<void> {
    const { pressure, clock, telemetry } = this.ports;
    const { tier } = this;
    const now = clock.now();
    if (isPaced(this.pace, now)) {
      if (!pressure.lasts(now) || !isRunningOut(this.pace!, now)) return;
      const keep = (pace: Pace) => (isRunningOut(pace, now) ? keepPacing(pace, now) : undefined);
      await this.update(keep, 'flood not kept going');
      return;
    }
    if (!pressure.isHigh(now)) return;
    telemetry.note(begins, { tier });
    const beginning = this.beginning(now);
    const start = (pace: Pace) =>
      isPaced(pace, now) ? undefined : startPacing(pace, beginning, now);
    await this.update(start, 'flood not begun');
  }

  /** Tells the tier's other pagers of the pages that this one has sent, once they are many. */
  async tellOthers(): Promise<void> {
    const { pressure, clock, telemetry } = this.ports;
    const { tier } = this;
    const now = clock.now();
    const pages = pressure.takeUntold(now);
    if (pages.size === 0) return;
    const beginning = this.beginning(now);
    const tell = (pace: Pace) =>
      isPaced(pace, now) ? undefined : pileUp(pace, pages, beginning, now);
    const wasPaced = isPaced(this.pace, now);
    await this.update(tell, 'pages not told of');
    if (!wasPaced && isPaced(this.pace, now)) telemetry.note(begins, { tier });
  }

  private beginning(now: number) {
    const { pressure, newKey } = this.ports;
    return { paged: pressure.lastPages(now), newKey };
  }

  /** What becomes of a page; where that is to claim, it is claimed for this pager alone. */
  async judge(responderId: string, held?: Held): Promise<Verdict> {
    const now = this.ports.clock.now();
    const verdict = judge(this.pace, { responderId, held }, now);
    if (verdict.do !== 'claim') return verdict;
    // Nobody knows whether a claim that failed was made, so it waits for one to run out.
    const waits = { do: 'wait', until: now + claimHolds, digests: verdict.digests } as const;
    let latest: Verdict = verdict;
    const made = await this.update((pace) => {
      latest = judge(pace, { responderId, held }, now);
      return latest.do === 'claim' ? claim(pace, responderId, now) : undefined;
    }, 'digest not claimed');
    return made ? latest : waits;
  }

  /**
   * What came of the SMS that was claimed. One that may still go through leaves its claim to run out;
   * so does one that cannot be recorded, and then another SMS may follow it.
   */
  async record(responderId: string, kind: SmsKind, result: SmsResult): Promise<void> {
    if (result === 'pending') return;
    const now = this.ports.clock.now();
    const of = { responderId, kind, result };
    await this.update((pace) => recordSms(pace, of, now), 'digest not recorded');
  }

  /**
   * Makes the next version of the pace until one is saved; `make` gives undefined to leave it as it
   * is. False where it could not be saved: pages then wait, or one SMS too many goes out.
   */
  private async update(make: (pace: Pace) => Pace | undefined, failure: string): Promise<boolean> {
    const { pace: store, pressure, newKey, telemetry } = this.ports;
    const { tier } = this;
    try {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const next = make(this.pace ?? newPace(newKey()));
        if (next === undefined) return true;
        const saved = await store.savePace(tier, next);
        const latest = saved ? next : await store.loadPace(tier);
        this.read = latest;
        if (latest !== undefined) pressure.paces.set(tier, latest);
        else pressure.paces.delete(tier);
        if (saved) return true;
      }
      throw new Error(`the pace changed ${attempts} times under our hands`);
    } catch (error) {
      telemetry.fail(failure, error, { tier });
      return false;
    }
  }
}
