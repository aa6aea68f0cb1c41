import { changeCase } from '../change-case.ts';
import type { Alert, Press } from '../domain/alert.ts';
import { takeTold, tellsAnything } from '../domain/case-told.ts';
import { saidOf, saysAnything, type Spoken } from '../domain/case.ts';
import { pressKey } from '../domain/ids.ts';
import { alertIdOfPress, type PressFacts } from '../domain/press.ts';
import { readPreferences } from '../domain/script/contact-preferences.ts';
import type { ToldAtOnce } from '../domain/script/merge-told.ts';
import type { CaseStore, SaidStore } from '../ports.ts';
import { type PressPorts, takePress } from '../press/press.ts';
import { loadScript, type ScriptPorts } from '../script-of.ts';
import { isWorse, type Text, triageAll } from './triage-all.ts';

export interface ReportPorts extends PressPorts, ScriptPorts {
  said: Pick<SaidStore, 'keep'>;
  cases: CaseStore;
  telemetry: PressPorts['telemetry'];
}

export interface Report {
  facts: PressFacts;
  said: Spoken;
  told?: ToldAtOnce;
}

const nothing: ToldAtOnce = { answers: [], consents: [] };

/**
 * Takes an account given after the trip. It joins the alert of the same person and trip; its words
 * are sealed in the case, and can raise the tier but never lower it. What it answers nobody asks
 * again. Each part is idempotent, so a report that failed half-way is simply sent again.
 */
export async function takeReport(
  ports: ReportPorts,
  { facts: sent, said, told = nothing }: Report,
): Promise<{ alert: Alert; press: Press }> {
  const facts = withWishes(triaged(sent, said, told), said);
  const keeping = saysAnything(said) && ports.said.keep(saidOf(facts, said, ports.clock.now()));
  const [taken] = await Promise.all([
    takePress(ports, facts),
    keeping,
    tellsAnything(told) && tellCase(ports, facts, told),
  ]);
  return taken;
}

async function tellCase(ports: ReportPorts, facts: PressFacts, told: ToldAtOnce): Promise<void> {
  const script = await loadScript(ports, facts);
  const key = pressKey(facts.pressId);
  await changeCase(ports.cases, alertIdOfPress(facts), (file) =>
    takeTold(file, { ...told, key, script }, ports.clock.now()),
  );
}

/** The timeline shows what the words raised and where they stand, never the words. */
function triaged(facts: PressFacts, { details }: Spoken, { answers }: ToldAtOnce): PressFacts {
  const texts: Text[] = [
    { text: details },
    ...answers.map(({ words }, index) => ({ where: `answers[${index}]`, text: words })),
  ];
  const found = triageAll(texts);
  if (found === undefined || !isWorse(found.category, facts.category)) {
    return { ...facts, report: {} };
  }
  return { ...facts, category: found.category, report: { evidence: found.evidence } };
}

/** What the page behind a link shows before anything else: silence, and that there is a safe way. */
function withWishes(facts: PressFacts, { contact, preferences }: Spoken): PressFacts {
  const { silent, channels = [] } = readPreferences({ ...contact, ...preferences });
  return {
    ...facts,
    silent: facts.silent || silent === true,
    contactKnown: facts.contactKnown ?? (channels.length > 0 || undefined),
  };
}
