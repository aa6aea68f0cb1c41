import { parentPort, workerData } from 'node:worker_threads';
import type { Mutant } from './all.ts';
import { mutate } from './mutate.ts';

const mutant = workerData as Mutant;
mutate(mutant);

// Only now, so that it gets the mutated source.
const { hunt } = await import('./hunt.ts');
parentPort!.postMessage(await hunt(mutant.caughtBy, mutant.flood));
