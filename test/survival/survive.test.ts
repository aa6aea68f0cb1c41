import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lives } from './lives.ts';
import { survive } from './survive.ts';

/** Fifty are `npm run survive`. */
const times = 10;

test(`killed ${times} times at random moments, the stack has lost nothing that it accepted`, async (t) => {
  const { alerts, deeds, failures, starts } = await survive({ times, seed: 1 });
  t.diagnostic(`${deeds} deeds in ${alerts} alerts, ${failures} tries cut off; ${starts} ms`);
  assert.ok(alerts >= Object.keys(lives).length, 'each life is lived');
  assert.ok(failures >= times, 'each kill cuts somebody off');
});
