import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutants } from './all.ts';
import { wireMutants } from './over-the-wire.ts';
import { catchMutant, catchWireMutant } from './run.ts';

for (const mutant of mutants) {
  test(`without ${mutant.without}, "${mutant.caughtBy}" does not hold`, async (t) => {
    const caught = await catchMutant(mutant);
    assert.ok(caught, 'nobody notices');
    t.diagnostic(`after ${caught.lives} lives: ${caught.how}`);
  });
}

for (const mutant of wireMutants) {
  const { file, test: name } = mutant.caughtBy;
  test(`without ${mutant.without}, ${file} fails: ${name}`, async () => {
    assert.ok(await catchWireMutant(mutant), 'nobody notices');
  });
}

test('a mutant that no longer fits the source is an error', async () => {
  const replace = [['a remedy that is not there', '']] as const;
  await assert.rejects(catchMutant({ ...mutants[0]!, replace }), /holds 0 times, not once/);
  await assert.rejects(catchWireMutant({ ...wireMutants[0]!, replace }), /holds 0 times, not once/);
});

test('a test over the wire that cannot even begin notices nothing', async () => {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = '/nowhere';
  try {
    await assert.rejects(catchWireMutant(wireMutants[0]!), /did not get as far as its test/);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
});
