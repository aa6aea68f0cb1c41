import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lives } from './lives.ts';
import { survive } from './survive.ts';

/** Fifty are `npm run survive`. */
const times = 10;

test(`killed ${times} times at random moments, the stack has lost nothing that it accepted`, async (t) => {
  const { alerts, deeds, failures, cutOff, starts } = await survive({ times, seed: 1 });
  t.diagnostic(`${deeds} deeds in ${alerts} alerts, ${failures} tries in vain; ${starts} ms`);
  const cut = [...cutOff].map(([what, count]) => `${count} ${what}`);
  t.diagnostic(`under way at a kill: ${cut.join(', ')}`);
  assert.ok(alerts >= Object.keys(lives).length, 'each life is lived');
  assert.ok(cutOff.size >= 3, 'kills come while people do one thing and another');
});
