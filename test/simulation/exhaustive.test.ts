import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everySet, lives, liveWith } from './exhaustive.ts';
import type { Fault } from './world/faults.ts';

const isDeath = (fault: Fault) => fault === 'dies' || fault === 'dies after';

for (const [name, life] of Object.entries(lives)) {
  test(`${name}: no set of up to two faults breaks it`, async (t) => {
    const tried = await holds(everySet(life, { most: 2 }));
    t.diagnostic(`${tried} lives`);
    const { ports } = await liveWith(life, []);
    assert.ok(tried > (3 * ports.length) ** 2 / 2, `${tried} lives are not all`);
  });

  // All others are in `npm run simulate -- --exhaustive`.
  test(`${name}: no set of three deaths breaks it`, async (t) => {
    const tried = await holds(everySet(life, { most: 3, which: isDeath }));
    t.diagnostic(`${tried} lives`);
    assert.ok(tried > 3_000, `${tried} lives are not all`);
  });
}

async function holds(all: ReturnType<typeof everySet>): Promise<number> {
  let tried = 0;
  for await (const { at, lived } of all) {
    tried += 1;
    const { broken } = lived;
    if (broken) assert.fail(`${JSON.stringify(at)}: "${broken.invariant}": ${broken.how}`);
  }
  return tried;
}
