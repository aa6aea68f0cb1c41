import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mulberry32 } from '../simulation/world/random.ts';
import { City, pause } from '../support/city.ts';
import { type Accepted, Crowd } from './crowd.ts';
import { Stack } from './stack.ts';

/** How long a stack that serves is let live at most before it is killed (ms). */
const longestLife = 800;
/** One in so many is killed before it serves. */
const killedEarly = 5;
/** How soon the last start has found and paged what the kills have left behind (ms). */
const patience = 90_000;

const primaryThenSecondary = {
  steps: [
    { page: 'primary', waitSeconds: 2 },
    { page: 'secondary', waitSeconds: 900 },
  ],
  repeat: { rounds: 1 },
  acknowledgeTimeoutSeconds: 600,
};

export interface Survived {
  alerts: number;
  presses: number;
  /** Tries that the kills have cut off. */
  failures: number;
  /** From the start of the process until it serves, of those that did (ms). */
  starts: number[];
}

/**
 * Kills the whole stack at random moments while people go on pressing, and looks at the end whether
 * all that was accepted is there, counted right, paged and escalated.
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
  const start = async () => {
    const began = Date.now();
    assert.ok(await stack.start().ready);
    starts.push(Date.now() - began);
  };
  try {
    await start();
    const city = new City({ url: stack.url, dataDir, close: () => stack.kill() });
    for (const tier of [1, 2, 3]) await city.putPolicy(tier, primaryThenSecondary);
    const crowd = new Crowd(stack.url, {
      token: await city.token('crowd', 'alerts:write'),
      people: 4,
    });

    for (let done = 0; done < of.times; done += 1) {
      await pause(random() * longestLife);
      await stack.kill();
      if (random() < 1 / killedEarly) {
        const { ready } = stack.start();
        await pause(random() * Math.min(...starts));
        await stack.kill();
        await ready;
      }
      await start();
      of.progress?.(done + 1);
    }
    await crowd.goHome();

    const accepted = [...crowd.accepted.values()];
    const sweeping = setInterval(() => void sweep(city), 5_000);
    try {
      for (const alert of accepted) await checkPaged(city, alert, Date.now() + patience);
    } finally {
      clearInterval(sweeping);
    }
    for (const alert of accepted) await checkAnswers(crowd, alert);
    const presses = accepted.reduce((sum, { answers }) => sum + answers.size, 0);
    return { alerts: accepted.length, presses, failures: crowd.failures, starts };
  } finally {
    await stack.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function sweep(city: City): Promise<void> {
  await fetch(`${city.local.url}/_local/schedules/sweeper`, { method: 'POST' }).catch(() => {});
}

/** Counted right, and each step has reached its responder, since nobody takes it. */
async function checkPaged(city: City, { alertId, tier, answers }: Accepted, until: number) {
  for (;;) {
    const view = (await city.alert(alertId)) as {
      presses: number;
      pages: { responderId: string; result: string }[];
    };
    assert.equal(view.presses, answers.size, `${alertId}: every press counts once`);
    const reached = view.pages.filter((page) => page.result === 'sent');
    const due = [`primary-${tier}`, `secondary-${tier}`];
    if (due.every((one) => reached.some((page) => page.responderId === one))) return;
    assert.ok(Date.now() < until, `${alertId} of tier ${tier}: ${JSON.stringify(view.pages)}`);
    await pause(250);
  }
}

/** The same press again is answered as it was before the kills. */
async function checkAnswers(crowd: Crowd, { answers }: Accepted): Promise<void> {
  for (const { press, answer } of answers.values()) {
    const again = await crowd.send(press);
    assert.deepEqual(JSON.parse(again ?? 'null'), JSON.parse(answer), press.pressId);
  }
}
