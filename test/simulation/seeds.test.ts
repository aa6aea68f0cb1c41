import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain, lifeOf, liveSeed, print, tell } from './seeds.ts';

/** A million are lived by `npm run simulate -- --seeds 1000000`. */
const seeds = 4_000;

test(`${seeds} lives in which anything goes wrong at once hold`, async (t) => {
  const all = { calls: 0, troubles: 0, seconds: 0 };
  for (let seed = 0; seed < seeds; seed += 1) {
    const lived = await liveSeed(seed);
    if (lived.broken) assert.fail(print(await explain(seed, lived.broken)));
    all.calls += lived.calls;
    all.troubles += lived.troubles;
    all.seconds += lived.seconds;
  }
  t.diagnostic(`${all.calls} calls, ${all.troubles} faults, ${Math.round(all.seconds / 3600)} h`);
  assert.ok(all.troubles > seeds, 'lives without faults would show nothing');
  assert.ok(all.calls > 10 * seeds);
});

test('the same seed lives the same life, call by call', async () => {
  for (const seed of [3, 7, 11]) {
    const once = await tell(lifeOf(seed));
    const again = await tell(lifeOf(seed));
    assert.ok(once.history.length > 10);
    assert.deepEqual(once.history, again.history);
  }
});
