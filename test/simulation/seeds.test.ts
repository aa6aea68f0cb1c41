import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Life } from './life.ts';
import { shares } from './jobs.ts';
import { explain, lifeOf, print, tell } from './seeds.ts';
import { doAll } from './threads.ts';

/** A million are lived by `npm run simulate -- --seeds 1000000`. */
const seeds = 20_000;

test(`${seeds} lives in which anything goes wrong at once hold`, async (t) => {
  const all = { lives: 0, calls: 0, troubles: 0 };
  const broken: string[] = [];
  await doAll(shares(0, seeds), ({ lives, calls, troubles, failures }) => {
    broken.push(...failures);
    all.lives += lives;
    all.calls += calls;
    all.troubles += troubles;
  });
  assert.equal(broken.length, 0, broken[0]);
  t.diagnostic(`${all.calls} calls, ${all.troubles} faults`);
  assert.equal(all.lives, seeds);
  assert.ok(all.troubles > seeds, 'lives without faults would show nothing');
  assert.ok(all.calls > 10 * seeds);
});

test('the same seed lives the same life, call by call', async () => {
  for (const seed of [3, 7, 11]) {
    const once = await tell(lifeOf(seed));
    const again = await tell(lifeOf(seed));
    assert.ok(once.length > 10);
    assert.deepEqual(once, again);
  }
});

test('a life that breaks something is told by its seed and the shortest that breaks the same', async () => {
  const invariant = 'nothing said is lost' as const;
  const breaks = (life: Life) => life.says.filter((one) => one.what === 'cancel').length > 0;
  let seed = 0;
  while (!breaks(lifeOf(seed)) || lifeOf(seed).faults.length === 0) seed += 1;

  const liveIt = async (life: Life) => ({
    broken: breaks(life) ? { invariant, how: 'somebody cancels' } : undefined,
  });
  const failure = await explain(seed, { invariant, how: '' }, liveIt);
  const { says, faults, outages, sweeps, cast } = failure.shortest;
  assert.deepEqual([says.length, says[0]?.what, says[0]?.at], [1, 'cancel', 0]);
  assert.deepEqual([faults, outages, sweeps, cast.people], [[], [], [], []]);
  assert.deepEqual(failure.history, await tell(failure.shortest), 'it replays identically');
  assert.match(print(failure), new RegExp(`^seed ${seed}: "nothing said is lost" does not hold`));
});
