import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutants } from './all.ts';
import { catchMutant } from './run.ts';

for (const mutant of mutants) {
  test(`without ${mutant.without}, "${mutant.caughtBy}" does not hold`, async (t) => {
    const caught = await catchMutant(mutant);
    assert.ok(caught, 'nobody notices');
    t.diagnostic(`after ${caught.lives} lives: ${caught.how}`);
  });
}

test('a mutant that no longer fits the source is an error', async () => {
  const replace = [['a remedy that is not there', '']] as const;
  await assert.rejects(catchMutant({ ...mutants[0]!, replace }), /holds 0 times, not once/);
});
