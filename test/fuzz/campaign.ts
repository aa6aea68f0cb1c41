import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Route } from '../../local/api-routes.ts';
import { anyAsk, type Ask } from './ask.ts';
import { judge } from './judge.ts';
import type { TokenMaker } from './tokens.ts';
import { resolve, told, type World } from './world.ts';

export interface Asked {
  tokens: TokenMaker;
  routes: Route[];
  newDay(): World | Promise<World>;
}

export interface Outcome {
  requests: number;
  /** How often each status was answered. */
  statuses: Map<number, number>;
  slowest: { ms: number; request: string };
}

/** Days of one seed; the next one begins with the seed after it. */
const daysOfASeed = 8;
const longestDay = 100;

/**
 * Asks a world at least so many requests, in days of some each, after which it begins anew. Where one
 * is answered wrongly the error tells the seed, and the shortest day on which it still is.
 */
export async function campaign(
  asked: Asked,
  of: { requests: number; seed: number; progress?(outcome: Outcome): void },
): Promise<Outcome> {
  const outcome: Outcome = { requests: 0, statuses: new Map(), slowest: { ms: 0, request: '' } };
  const day = fc.array(anyAsk, { minLength: 1, maxLength: longestDay, size: 'max' });
  for (let { seed } = of; outcome.requests < of.requests; seed += 1) {
    const property = fc.asyncProperty(day, (asks) => live(asked, asks, outcome));
    const result = await fc.check(property, { seed, numRuns: daysOfASeed });
    if (result.failed) await complain(asked, seed, result);
    of.progress?.(outcome);
  }
  return outcome;
}

async function live(asked: Asked, asks: Ask[], outcome: Outcome): Promise<void> {
  const world = await asked.newDay();
  for (const one of asks) {
    const ask = world.asItIs ? { ...one, fault: false, unescaped: false } : one;
    const request = resolve(ask, world, await asked.tokens.authorization(ask.token));
    const before = world.writes?.() ?? 0;
    const began = performance.now();
    const answer = await world.answer(request);
    const ms = performance.now() - began;
    const written = (world.writes?.() ?? 0) - before;
    outcome.requests += 1;
    outcome.statuses.set(answer.status, (outcome.statuses.get(answer.status) ?? 0) + 1);
    if (ms > outcome.slowest.ms) outcome.slowest = { ms, request: told(request).slice(0, 400) };
    try {
      judge({ request, answer, written }, { world, routes: asked.routes });
    } catch (error) {
      const { status, text } = answer;
      throw new Error(`${(error as Error).message}\nanswered ${status} ${text.slice(0, 1_000)}`, {
        cause: error,
      });
    }
  }
}

async function complain(
  asked: Asked,
  seed: number,
  { counterexample, errorInstance }: fc.RunDetails<[Ask[]]>,
): Promise<never> {
  const world = await asked.newDay();
  const requests = await Promise.all(
    counterexample![0].map(async (ask) =>
      told(resolve(ask, world, await asked.tokens.authorization(ask.token))).slice(0, 2_000),
    ),
  );
  assert.fail(
    `${(errorInstance as Error).message}\n\nseed ${seed}: npm run fuzz -- --seed ${seed} --requests 1\nthe shortest day on which it still happens:\n${requests.join('\n')}`,
  );
}
