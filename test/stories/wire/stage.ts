import assert from 'node:assert/strict';
import { type City, pause } from '../../support/city.ts';
import { type Case, type Fault, faultsOf, nameOf, toldOf } from './cases.ts';
import { check } from './checks.ts';
import { Life } from './life.ts';
import type { Watch } from './watch.ts';

export interface Lived {
  of: Case;
  /** Rejects where something does not hold. */
  done: Promise<void>;
  alertId: string;
}

/** Where lives are lived, each with its fault. */
export class Stage {
  private readonly city: City;
  private readonly armed: Fault[] = [];
  private readonly ended: () => void;

  /** `ended` is called whenever a life is over. */
  constructor(city: City, ended: () => void) {
    this.city = city;
    this.ended = ended;
  }

  /** Lets lives begin, and gives them back once the first fault of each has struck. */
  async live(cases: Case[], watch: Watch): Promise<Lived[]> {
    const born = cases.map((of) => {
      const life = new Life(nameOf(of), { city: this.city, watch, tier: toldOf(of).tier });
      return { of, life, faults: faultsOf(of, life) };
    });
    await this.arm(born.flatMap(({ faults }) => faults));
    const over = new Set<Case>();
    const lived = born.map(({ of, life, faults }) => {
      const done = tell(of, life, faults);
      done
        .catch(() => {})
        .finally(() => {
          over.add(of);
          this.ended();
        });
      return { of, done, alertId: life.alertId, first: faults[0]! };
    });
    for (;;) {
      const left = await this.unstruck();
      if (lived.every(({ of, first }) => !left.has(keyOf(first)) || over.has(of))) return lived;
      await pause(50);
    }
  }

  /** A worker that dies takes with it all that it is doing, so one after the other. */
  async inTurn(cases: Case[], watch: Watch): Promise<Lived[]> {
    const lived: Lived[] = [];
    for (const one of cases) lived.push(...(await this.live([one], watch)));
    return lived;
  }

  async arm(faults: Fault[]): Promise<void> {
    this.armed.push(...faults);
    const url = `${this.city.local.url}/_local/faults`;
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(faults) });
    assert.equal(answer.status, 200);
  }

  /** Cases of which the call was never made. */
  async missed(lived: Lived[]): Promise<Set<Case>> {
    const left = await this.unstruck();
    const isLeft = ({ of, alertId }: Lived) => {
      const about = [alertId.slice('alr_'.length)];
      return left.has(keyOf({ ...of, about }));
    };
    return new Set(lived.filter(isLeft).map(({ of }) => of));
  }

  /** Faults that have not struck at all. */
  private async unstruck(): Promise<Set<string>> {
    const answer = await fetch(`${this.city.local.url}/_local/faults`);
    const listed = (await answer.json()) as Fault[];
    const times = new Map(this.armed.map((fault) => [keyOf(fault), fault.times]));
    return new Set(
      listed
        .filter((fault) => times.get(keyOf(fault)) === fault.times)
        .map((fault) => keyOf(fault)),
    );
  }
}

/** An alert has one fault a function. */
function keyOf({ about, function: fn, mode }: Pick<Fault, 'about' | 'function' | 'mode'>): string {
  return `${about?.[0]} ${fn} ${mode}`;
}

async function tell(of: Case, life: Life, faults: Fault[]): Promise<void> {
  const told = toldOf(of);
  await told.before(life);
  await told.told(life);
  await life.watch.look();
  await check(life, told, { faults: of.times, died: faults.some(({ mode }) => mode === 'crash') });
}
