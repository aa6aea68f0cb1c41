import assert from 'node:assert/strict';
import { type City, pause } from '../../support/city.ts';
import {
  type Call,
  callOf,
  type Case,
  type Fault,
  faultsOf,
  type How,
  nameOf,
  toldOf,
} from './cases.ts';
import { check } from './checks.ts';
import { Life } from './life.ts';
import { casesOf, type Strait } from './straits.ts';
import type { Watch } from './watch.ts';

export interface Lived {
  of: Case;
  /** Rejects where something does not hold. */
  done: Promise<void>;
  alertId: string;
}

/** More lives at a time would make pages late, and so a flood, on a machine that is busy. */
const atOnce = 100;

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

  /** Lets lives begin, and gives them back once what has to go wrong has, but for the sweeper. */
  async live(cases: Case[], watch: Watch): Promise<Lived[]> {
    const lived: Lived[] = [];
    for (let from = 0; from < cases.length; from += atOnce) {
      lived.push(...(await this.begin(cases.slice(from, from + atOnce), watch)));
    }
    return lived;
  }

  private async begin(cases: Case[], watch: Watch): Promise<Lived[]> {
    const born = cases.map((of) => {
      const life = new Life(nameOf(of), { city: this.city, watch, tier: toldOf(of).tier });
      return { of, life, faults: faultsOf(of, life) };
    });
    await this.arm(born.flatMap(({ faults }) => faults));
    const over = new Set<Case>();
    const lived = born.map(({ of, life, faults }) => {
      const done = tell(of, life);
      done
        .catch(() => {})
        .finally(() => {
          over.add(of);
          this.ended();
        });
      const now = faults.filter((fault) => fault.function !== 'sweeper');
      return { of, done, alertId: life.alertId, now };
    });
    for (;;) {
      const left = await this.unstruck();
      const hasStruck = (fault: Fault) => !left.has(keyOf(fault));
      if (lived.every(({ of, now }) => over.has(of) || now.every(hasStruck))) return lived;
      await pause(50);
    }
  }

  /** A worker that dies takes with it all that it is doing, so one after the other. */
  async inTurn(cases: Case[], watch: Watch): Promise<Lived[]> {
    const lived: Lived[] = [];
    for (const one of cases) lived.push(...(await this.live([one], watch)));
    return lived;
  }

  /** As `inTurn`, each kind once the one before has struck: who remembers an outage goes another way. */
  async sweepInTurn(kinds: Strait[][], hows: How[], watch: Watch): Promise<Lived[]> {
    const lived: Lived[] = [];
    for (const kind of kinds) {
      const over = Promise.allSettled(lived.map(({ done }) => done)).then(() => true);
      while ((await this.missed(lived)).size > 0) {
        if (await Promise.race([over, pause(200)])) break;
      }
      lived.push(...(await this.inTurn(casesOf(kind, hows), watch)));
    }
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

function keyOf({ about, mode, ...call }: Pick<Fault, keyof Call | 'about' | 'mode'>): string {
  return `${about[0]} ${callOf(call)} ${mode}`;
}

async function tell(of: Case, life: Life): Promise<void> {
  const told = toldOf(of);
  const first = of.strait?.first ?? [];
  await told.before(life);
  await told.told(life);
  await life.watch.look();
  const died = [of, ...first].some(({ mode }) => mode === 'crash');
  await check(life, told, { faults: of.times + first.length, died });
}
