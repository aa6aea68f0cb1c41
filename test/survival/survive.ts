import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tiers } from '../../lambdas/domain/policy.ts';
import { demoTeam } from '../../local/seed.ts';
import { mulberry32 } from '../simulation/world/random.ts';
import { City, pause } from '../support/city.ts';
import { Caller } from './caller.ts';
import { checkAgain, checkPaged, checkPhones, checkTold } from './checks.ts';
import { Crowd } from './crowd.ts';
import { reporter, supervisor } from './life.ts';
import { Phones } from './phones.ts';
import { Stack } from './stack.ts';

/** How long a stack that serves is let live at most before it is killed (ms). */
const longestLife = 800;
/** One in so many is killed before it serves. */
const killedEarly = 5;
/** How soon the last start has found and paged what the kills have left behind (ms). */
const patience = 90_000;
/** Nobody lives long enough for the sweeper's minute, so it runs as often as this (ms). */
const sweepEvery = 5_000;
const people = 8;

const primaryThenSecondary = {
  steps: [
    { page: 'primary', waitSeconds: 2 },
    { page: 'secondary', waitSeconds: 900 },
  ],
  repeat: { rounds: 1 },
  acknowledgeTimeoutSeconds: 3_600,
};

export interface Survived {
  alerts: number;
  /** Presses, reports, positions, and what responders did, each answered with success. */
  deeds: number;
  /** Tries that the kills have cut off. */
  failures: number;
  /** Tries that were under way when a kill came, by what they were. */
  cutOff: ReadonlyMap<string, number>;
  /** From the start of the process until it serves, of those that did (ms). */
  starts: number[];
}

/**
 * Kills the whole stack at random moments while people live their alerts on it, and looks at the end
 * whether all that was answered with success is there, once, and whom it has paged.
 */
export async function survive(of: {
  times: number;
  seed: number;
  progress?(done: number): void;
}): Promise<Survived> {
  const random = mulberry32(of.seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'siaga-'));
  const stack = await Stack.in(dataDir);
  const starts: number[] = [];
  const kills: number[] = [];
  const start = async () => {
    const began = Date.now();
    assert.ok(await stack.start().ready);
    starts.push(Date.now() - began);
    void sweep(stack);
  };
  const kill = async () => {
    await stack.kill();
    kills.push(Date.now());
  };
  const sweeping = setInterval(() => void sweep(stack), sweepEvery);
  let crowd: Crowd | undefined;
  try {
    await start();
    const city = new City({ url: stack.url, dataDir, close: () => stack.kill() });
    for (const tier of tiers) await city.putPolicy(tier, primaryThenSecondary);
    const caller = new Caller(stack.url, await tokens(city));
    const phones = new Phones(caller);
    crowd = new Crowd({ caller, phones }, people);

    for (let done = 0; done < of.times; done += 1) {
      await pause(random() * longestLife);
      await kill();
      if (random() < 1 / killedEarly) {
        const { ready } = stack.start();
        await pause(random() * Math.min(...starts));
        await kill();
        await ready;
      }
      await start();
      of.progress?.(done + 1);
    }
    await crowd.goHome(patience);

    const { lives } = crowd;
    for (const life of lives) await checkAgain(caller, life);
    for (const life of lives) await checkTold(city, life);
    for (const life of lives) await checkPaged(city, life, Date.now() + patience);
    await phones.look();
    for (const life of lives) checkPhones(life, phones.about(life.alertId), kills);
    const deeds = lives.reduce((sum, life) => sum + life.deeds.length, 0);
    const { failures, cutOff } = caller;
    return { alerts: lives.length, deeds, failures, cutOff, starts };
  } finally {
    crowd?.disperse();
    clearInterval(sweeping);
    await stack.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Of everybody, made before the first kill. */
async function tokens(city: City): Promise<Map<string, string>> {
  const members = tiers.flatMap((tier) => demoTeam(tier).members);
  const staff = [supervisor, ...members.map(({ responderId }) => responderId)];
  const of = new Map([[reporter, await city.token(reporter, 'alerts:write')]]);
  for (const sub of staff) of.set(sub, await city.token(sub, 'staff'));
  return of;
}

async function sweep({ url }: Stack): Promise<void> {
  await fetch(`${url}/_local/schedules/sweeper`, { method: 'POST' }).catch(() => {});
}
