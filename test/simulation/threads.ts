import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Done, Job } from './jobs.ts';

/** Does all jobs, one in each core at a time; `each` hears what came of one. */
export async function doAll<Some extends Job>(
  jobs: Iterable<Some>,
  each: (done: Done, job: Some) => void,
): Promise<void> {
  const all = { failed: false };
  const left = jobs[Symbol.iterator]();
  const threads = Array.from({ length: availableParallelism() }, async () => {
    let next = left.next();
    if (next.done) return;
    const worker = new Worker(new URL('worker.ts', import.meta.url));
    try {
      for (; !next.done && !all.failed; next = left.next()) {
        each(await ask(worker, next.value), next.value);
      }
    } catch (error) {
      all.failed = true;
      throw error;
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(threads);
}

/** Does one job in a thread of its own, where no test runner follows each promise. */
export async function inThread(job: Job): Promise<Done> {
  const dones: Done[] = [];
  await doAll([job], (done) => dones.push(done));
  return dones[0]!;
}

function ask(worker: Worker, job: Job): Promise<Done> {
  // oxlint-disable-next-line promise/avoid-new -- a worker speaks in events
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (done: Done) => {
      worker.off('error', reject);
      resolve(done);
    });
    worker.postMessage(job);
  });
}
