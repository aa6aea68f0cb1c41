import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { Mutant } from './all.ts';

const { file, replace, caughtBy } = workerData as Mutant;
const url = new URL(`../../../${file}`, import.meta.url).href;

registerHooks({
  load(asked, context, nextLoad) {
    const loaded = nextLoad(asked, context);
    if (asked !== url) return loaded;
    const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
    return { ...loaded, source: mutated(source) };
  },
});

/** A mutant that no longer fits the source would test nothing, so it is an error. */
function mutated(source: string): string {
  for (const [find, by] of replace) {
    const times = source.split(find).length - 1;
    if (times !== 1) throw new Error(`${file} holds ${times} times, not once: ${find}`);
    source = source.replace(find, () => by);
  }
  return source;
}

// Only now, so that it gets the mutated source.
const { hunt } = await import('./hunt.ts');
parentPort!.postMessage(await hunt(caughtBy));
