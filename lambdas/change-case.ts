import { change } from './change.ts';
import { type CaseFile, emptyCase } from './domain/case-file.ts';
import type { CaseStore } from './ports.ts';

/**
 * Changes the case of an alert as `change` does an alert; where there is none yet, `decide` gets an
 * empty one. Two who write at once both have their say, and nothing that was said is lost.
 */
export async function changeCase(
  store: CaseStore,
  alertId: string,
  decide: (file: CaseFile) => CaseFile,
): Promise<CaseFile> {
  const orEmpty = {
    load: async (id: string) => (await store.load(id)) ?? emptyCase(id),
    save: (file: CaseFile) => store.save(file),
  };
  const changed = await change(orEmpty, alertId, decide);
  return changed!.after;
}
