import type { Alert } from './domain/alert.ts';
import type { AlertStore } from './ports.ts';

/** Enough for any number of people who press one button at the same time. */
const attempts = 20;

/** The alert went on changing under our hands; the caller's client may try again. */
export class ContentionError extends Error {
  override name = 'ContentionError';
}

/**
 * Loads an alert, lets `decide` make the next version, and saves it on condition that nobody else
 * did meanwhile; on a conflict it loads and decides again. Undefined where there is no such alert.
 * `decide` gives back the same object where nothing changes, and then nothing is written.
 */
export async function change(
  store: AlertStore,
  alertId: string,
  decide: (alert: Alert) => Alert,
  loaded?: Alert,
): Promise<{ before: Alert; after: Alert } | undefined> {
  let before = loaded ?? (await store.load(alertId));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (before === undefined) return undefined;
    const after = decide(before);
    if (after === before || (await store.save(after))) return { before, after };
    before = await store.load(alertId);
  }
  throw new ContentionError(`the alert changed ${attempts} times while it was being changed`);
}
