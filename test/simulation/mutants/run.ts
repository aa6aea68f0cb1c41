import { Worker } from 'node:worker_threads';
import type { Mutant } from './all.ts';
import type { Catch } from './hunt.ts';

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
