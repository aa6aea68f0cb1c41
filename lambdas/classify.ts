import { changeCase } from './change-case.ts';
import { nextCase } from './domain/case-file.ts';
import type { Category } from './domain/policy.ts';
import type { CaseStore, Clock } from './ports.ts';

/** Writes down what staff take a case to have been; the same again changes nothing. */
export async function classify(
  ports: { cases: CaseStore; clock: Clock },
  of: { alertId: string; as: Category; by: string },
): Promise<void> {
  const at = ports.clock.now();
  await changeCase(ports.cases, of.alertId, (file) =>
    file.classification?.as === of.as
      ? file
      : nextCase(file, { classification: { as: of.as, at, by: of.by } }, at),
  );
}
