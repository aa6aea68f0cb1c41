import type { Alert, Press } from '../domain/alert.ts';
import { saidOf, saysAnything, type Spoken } from '../domain/case.ts';
import { type Category, tierOf } from '../domain/policy.ts';
import type { PressFacts } from '../domain/press.ts';
import { triageText } from '../domain/triage.ts';
import type { SaidStore } from '../ports.ts';
import { type PressPorts, takePress } from '../press/press.ts';

export interface ReportPorts extends PressPorts {
  said: Pick<SaidStore, 'keep'>;
}

/**
 * Takes an account given after the trip. It joins the alert of the same person and trip; its words
 * are sealed in the case, and can raise the tier but never lower it.
 */
export async function takeReport(
  ports: ReportPorts,
  read: { facts: PressFacts; said: Spoken },
): Promise<{ alert: Alert; press: Press }> {
  const { said } = read;
  const facts = triaged(read.facts, said.details);
  const keeping = saysAnything(said) && ports.said.keep(saidOf(facts, said, ports.clock.now()));
  const [taken] = await Promise.all([takePress(ports, facts), keeping]);
  return taken;
}

/** The timeline shows what the words raised and where they stand, never the words. */
function triaged(facts: PressFacts, details: string | undefined): PressFacts {
  const found = details === undefined ? null : triageText(details);
  if (found === null || !isWorse(found.category, facts.category)) return { ...facts, report: {} };
  const places = found.evidence.map(({ start, end }) => `${start}-${end}`).join(', ');
  return {
    ...facts,
    category: found.category,
    report: { evidence: `${found.category} (${places})` },
  };
}

function isWorse(found: Category, said: Category | undefined): boolean {
  return said === undefined || tierOf(found) < tierOf(said);
}
