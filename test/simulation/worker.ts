import { parentPort } from 'node:worker_threads';
import { type Job, run } from './jobs.ts';

parentPort!.on('message', (job: Job) => {
  void run(job).then((done) => parentPort!.postMessage(done));
});
