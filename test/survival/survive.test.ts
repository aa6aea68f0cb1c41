import assert from 'node:assert/strict';
import { test } from 'node:test';
import { survive } from './survive.ts';

/** Fifty are `npm run survive`. */
const times = 10;

test(`killed ${times} times at random moments, the stack has lost nothing that it accepted`, async (t) => {
  const survived = await survive({ times, seed: 1 });
  const { alerts, presses, failures, starts } = survived;
  t.diagnostic(`${presses} presses of ${alerts} alerts, ${failures} tries cut off; ${starts} ms`);
  assert.ok(presses > alerts && alerts > times, 'people press all the time');
  assert.ok(failures >= times, 'each kill cuts somebody off');
});
