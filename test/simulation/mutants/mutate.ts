import { registerHooks } from 'node:module';

/** Pieces of a file's source that must be there once each, and what replaces them. */
export interface Change {
  /** Relative to the repository. */
  file: string;
  replace: readonly (readonly [find: string, by: string])[];
}

/** What is imported from now on gets the changed source. */
export function mutate({ file, replace }: Change): void {
  const url = new URL(`../../../${file}`, import.meta.url).href;
  registerHooks({
    load(asked, context, nextLoad) {
      const loaded = nextLoad(asked, context);
      if (asked !== url) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
      return { ...loaded, source: changed(source, { file, replace }) };
    },
  });
}

/** A mutant that no longer fits the source would test nothing, so it is an error. */
export function changed(source: string, { file, replace }: Change): string {
  for (const [find, by] of replace) {
    const times = source.split(find).length - 1;
    if (times !== 1) throw new Error(`${file} holds ${times} times, not once: ${find}`);
    source = source.replace(find, () => by);
  }
  return source;
}
