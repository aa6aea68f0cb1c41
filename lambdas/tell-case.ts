import { changeCase } from './change-case.ts';
import { takeTold, type Telling } from './domain/case-told.ts';
import type { CaseStore, Clock } from './ports.ts';
import { loadScript, type ScriptPorts } from './script-of.ts';

export interface TellCasePorts extends ScriptPorts {
  cases: CaseStore;
  clock: Clock;
}

/** Takes what a report told into the case of its alert; a second time it changes nothing. */
export async function tellCase(
  ports: TellCasePorts,
  alertId: string,
  telling: Telling,
): Promise<void> {
  const script = await loadScript(ports, telling);
  await changeCase(ports.cases, alertId, (file) =>
    takeTold(file, { ...telling, script }, ports.clock.now()),
  );
}
