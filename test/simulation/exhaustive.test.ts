import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lives, liveWith } from './exhaustive.ts';
import { everySetOfThree } from './jobs.ts';
import { doAll } from './threads.ts';

test('no set of up to three faults breaks the life of an alert', async (t) => {
  const tried: Record<string, number> = {};
  const broken: string[] = [];
  await doAll(await everySetOfThree(), (done, { sets }) => {
    tried[sets.life] = (tried[sets.life] ?? 0) + done.lives;
    broken.push(...done.failures);
  });
  assert.equal(broken.length, 0, broken[0]);
  for (const [name, life] of Object.entries(lives)) {
    t.diagnostic(`${name}: ${tried[name]} lives`);
    const { ports } = await liveWith(life, []);
    const triples = (ports.length * (ports.length - 1) * (ports.length - 2)) / 6;
    assert.ok(tried[name]! > 3 ** 3 * triples, `${name}: ${tried[name]} lives are not all`);
  }
});
