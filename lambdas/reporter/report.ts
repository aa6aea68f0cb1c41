import type { Alert, Press } from '../domain/alert.ts';
import { type Telling, tellsAnything } from '../domain/case-told.ts';
import { saidOf, saysAnything, type Spoken } from '../domain/case.ts';
import { pressKey } from '../domain/ids.ts';
import { tierOf } from '../domain/policy.ts';
import type { PressFacts } from '../domain/press.ts';
import { readPreferences } from '../domain/script/contact-preferences.ts';
import type { ToldAtOnce } from '../domain/script/merge-told.ts';
import { allDone, keepWords } from '../keep-words.ts';
import type { SaidStore } from '../ports.ts';
import { type PressPorts, takePress } from '../press/press.ts';
import { tellCase, type TellCasePorts } from '../tell-case.ts';
import { isWorse, type Text, triageAll } from './triage-all.ts';

export interface ReportPorts extends PressPorts, TellCasePorts {
  said: Pick<SaidStore, 'keep'>;
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
  { facts: sent, said: spoken, told = nothing }: Report,
): Promise<{ alert: Alert; press: Press }> {
  const facts = withWishes(triaged(sent, spoken, told), spoken);
  const taking = takePress(ports, facts);
  // Later than the report in the timeline: a contact that it ends is not begun again by it.
  const said = saidOf(facts, spoken, ports.clock.now());
  const { alertId } = said;
  const tier = tierOf(facts.category);
  const keep = async () => {
    const hint = { alertId, said };
    if (saysAnything(spoken)) await keepWords(ports, { tier, hint }, () => ports.said.keep(said));
  };
  const tell = async () => {
    const telling = tellingOf(sent, told, said.at);
    const hint = { alertId, told: telling };
    if (!tellsAnything(told)) return;
    await keepWords(ports, { tier, hint }, () => tellCase(ports, alertId, telling));
  };
  return allDone(taking, keep(), tell());
}

/** The questions were those of what the person named, whatever the words turn out to mean. */
function tellingOf(facts: PressFacts, told: ToldAtOnce, at: number): Telling {
  const { category, service, locale } = facts;
  return { ...told, key: pressKey(facts.pressId), at, category, service, locale };
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
