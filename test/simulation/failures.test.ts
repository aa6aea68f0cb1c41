import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failures } from './failures.ts';
import { mutants } from './mutants/all.ts';

for (const [failure, { lives, without }] of Object.entries(failures)) {
  test(`${failure}: nothing is lost`, async (t) => {
    let lived = 0;
    for await (const broken of lives()) {
      lived += 1;
      if (broken) assert.fail(`"${broken.invariant}" does not hold: ${broken.how}`);
    }
    t.diagnostic(`${lived} lives`);
    assert.ok(lived > 0);
  });

  test(`${failure}: without what helps it would be noticed`, () => {
    assert.ok(without.length > 0);
    for (const one of without) {
      assert.ok(
        mutants.some((mutant) => mutant.without === one),
        `there is no mutant: ${one}`,
      );
    }
  });
}
