import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Mutant } from './all.ts';
import type { Catch } from './hunt.ts';
import type { WireMutant } from './over-the-wire.ts';

/** Lets the system live with one remedy less, in a thread of its own; undefined where nobody notices. */
export function catchMutant(mutant: Mutant): Promise<Catch | undefined> {
  // oxlint-disable-next-line promise/avoid-new -- a worker speaks in events
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: mutant });
    worker.once('message', (caught: Catch | undefined) => {
      resolve(caught);
      void worker.terminate();
    });
    worker.once('error', reject);
  });
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Far longer than any of these tests takes (ms). */
const patience = 60_000;
const here = fileURLToPath(new URL('mutate-here.ts', import.meta.url));

/** Runs the test that has to notice, with one remedy less; false where it passes all the same. */
export async function catchWireMutant({ caughtBy, ...mutant }: WireMutant): Promise<boolean> {
  const { file, test } = caughtBy;
  const only = `--test-name-pattern=^${test}$`;
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--import', here, only, '--test-reporter=tap', `--test-timeout=${patience}`, file];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, MUTANT: JSON.stringify(mutant) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [, failed = ''] = out.split(`\nnot ok 1 - ${test}\n`);
  // A test whose hooks fail, or that runs out of time, is reported as failed, too.
  if (/^ {2}failureType: '(\w+)'$/m.exec(failed)?.[1] === 'testCodeFailure') return true;
  if (out.includes(`\nok 1 - ${test}`)) return false;
  throw new Error(`${file} did not get as far as its test: ${out}${said}`);
}
