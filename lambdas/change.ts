/** Holds what is saved on condition that nobody else saved it meanwhile. */
interface ConditionalStore<Kept> {
  load(id: string): Promise<Kept | undefined>;
  /** Saves version n if the stored version is n - 1; false where it is not. */
  save(kept: Kept): Promise<boolean>;
}

/** Enough for any number of people who press one button at the same time. */
const attempts = 100;

/** It went on changing under our hands; the caller's client may try again. */
export class ContentionError extends Error {
  override name = 'ContentionError';
}

/**
 * Loads an alert or a case, lets `decide` make the next version, and saves it on condition that
 * nobody else did meanwhile; on a conflict it loads and decides again. Undefined where there is none.
 * `decide` gives back the same object where nothing changes, and then nothing is written.
 */
export async function change<Kept extends object>(
  store: ConditionalStore<Kept>,
  id: string,
  decide: (kept: Kept) => Kept,
  loaded?: Kept,
): Promise<{ before: Kept; after: Kept } | undefined> {
  let before = loaded ?? (await store.load(id));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (before === undefined) return undefined;
    const after = decide(before);
    if (after === before || (await store.save(after))) return { before, after };
    before = await store.load(id);
  }
  throw new ContentionError(`it changed ${attempts} times while it was being changed`);
}
