import { Hono } from 'hono';
import type { Alert } from '../domain/alert.ts';
import { contactVerdict } from '../domain/script/contact-verdict.ts';
import { told } from '../domain/script/told.ts';
import { emptyTeam } from '../domain/team.ts';
import { type CasePorts, openCase, type OpenedCase, UnrecordedError } from '../open-case.ts';
import type { DocumentStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { loadFor } from './load-for.ts';
import { wrongField } from './read.ts';
import { isSealed } from './view.ts';

export interface StaffCasePorts extends CasePorts {
  documents: Pick<DocumentStore, 'loadTeam'>;
}

/** Sealed cases for staff: each reading says why, and is recorded before anything is read. */
export function caseRoutes(ports: StaffCasePorts, subOf: (env: unknown) => string): Hono {
  const app = new Hono({ strict: false });

  app.get('/v1/staff/alerts/:alertId/case', async (c) => {
    const why = c.req.query('reason')?.trim() ?? '';
    if (why === '' || why.length > 500) throw wrongField('reason', '1 to 500 characters');
    const by = subOf(c.env);
    const alert = await loadFor(ports, c.req.param('alertId'), by);
    const opened = await openCase(ports, alert, { by, why }).catch((error: unknown) => {
      if (!(error instanceof UnrecordedError)) throw error;
      ports.telemetry.fail('case not shown', error, { alertId: alert.alertId, tier: alert.tier });
      throw new VisibleError(503, 'the reading could not be recorded, so the case is not shown');
    });
    const team = (await ports.documents.loadTeam(alert.tier))?.document ?? emptyTeam;
    const when = { at: ports.clock.now(), timeZone: team.timeZone };
    return c.json({ ...caseView(opened, when), notes: notesOf(alert) });
  });

  app.get('/v1/staff/alerts/:alertId/reads', async (c) => {
    const { alertId } = await loadFor(ports, c.req.param('alertId'), subOf(c.env));
    const reads = await ports.reads.list(alertId);
    return c.json({ reads: reads.map(({ by, at, why }) => ({ by, at: iso(at), why })) });
  });

  return app;
}

/** A case as staff read it: words as they were said, times as ISO 8601. */
function caseView(
  { file, said, trail, trip, script }: OpenedCase,
  when: Parameters<typeof contactVerdict>[1],
) {
  const { intake, steps = [], classification, erased } = file;
  const { responderGender, companion, stopWord, child, contact } = intake.situation;
  const timed = <Entry extends { at: number }>(entry: Entry) => ({ ...entry, at: iso(entry.at) });
  return {
    alertId: file.alertId,
    said: said.map(({ at, kind, category, locale, ...spoken }) => ({
      at: iso(at),
      kind,
      category,
      locale,
      details: spoken.details,
      contact: spoken.contact,
      preferences: spoken.preferences,
    })),
    answers: told(script, intake).map(timed),
    skipped: intake.skipped,
    script: intake.status,
    contact: { ...contact, now: contactVerdict(intake, when) },
    wishes: { responderGender, companion, stopWord, child },
    consents: intake.consents.map(timed),
    steps: steps.map((one) => ({ ...timed(one), agreedAt: iso(one.agreedAt) })),
    trip: trip.trip ?? null,
    verification: trip.verification,
    linkedAlertIds: trip.linkedAlertIds,
    positions: trail.map(timed),
    classification: classification ? timed(classification) : null,
    erased: erased ? timed(erased) : null,
  };
}

/** What staff wrote that the plain view of the alert leaves out. */
function notesOf({ timeline }: Alert) {
  return timeline
    .filter((entry) => entry.text !== undefined && isSealed(entry))
    .map(({ at, what, by, text }) => ({ at: iso(at), what, by, text }));
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
