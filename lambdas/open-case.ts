import type { Alert } from './domain/alert.ts';
import { type CaseFile, emptyCase } from './domain/case-file.ts';
import type { Said } from './domain/case.ts';
import { knowing, stillSaid } from './domain/known.ts';
import type { Script } from './domain/script/schema.ts';
import type { TrailPoint } from './domain/trail.ts';
import type {
  AlertStore,
  CaseStore,
  Clock,
  LocationStore,
  ReadLog,
  SaidStore,
  TripStore,
} from './ports.ts';
import { loadScript, type ScriptPorts } from './script-of.ts';
import { tripContext, type TripContext } from './trip-of.ts';

export interface CasePorts extends ScriptPorts {
  store: Pick<AlertStore, 'load'>;
  cases: CaseStore;
  said: Pick<SaidStore, 'list'>;
  locations: Pick<LocationStore, 'trail'>;
  trips: Pick<TripStore, 'load'>;
  reads: ReadLog;
  clock: Clock;
}

/** All that is known of a case, as somebody may read it. */
export interface OpenedCase {
  /** With what is known from elsewhere in its intake. */
  file: CaseFile;
  said: Said[];
  trail: TrailPoint[];
  trip: TripContext;
  /** In the person's language. */
  script: Script;
}

/** The reading could not be recorded, so there is none. */
export class UnrecordedError extends Error {
  override name = 'UnrecordedError';
}

/** The newest positions; older ones say little of where somebody is. */
const newestPoints = 200;

/**
 * Opens a case for somebody to read. The reading is recorded first: what cannot be recorded is not
 * read. Throws UnrecordedError then.
 */
export async function openCase(
  ports: CasePorts,
  alert: Alert,
  reading: { by: string; why: string },
): Promise<OpenedCase> {
  const { alertId } = alert;
  try {
    await ports.reads.record({ alertId, at: ports.clock.now(), ...reading });
  } catch (error) {
    throw new UnrecordedError('the reading of a case was not recorded', { cause: error });
  }
  const [background, file, trail] = await Promise.all([
    loadBackground(ports, alert),
    ports.cases.load(alertId),
    ports.locations.trail(alertId, newestPoints),
  ]);
  const { said, trip, script } = background;
  const found = file ?? emptyCase(alertId);
  const intake = knowing(found.intake, { alert, said: stillSaid(said, found), trip: trip.trip });
  return { file: { ...found, intake }, said, trail, trip, script };
}

/** What lies beside the case: words, trip and script. Nothing of it is shown by this. */
export async function loadBackground(
  ports: Omit<CasePorts, 'reads' | 'cases' | 'locations'>,
  alert: Alert,
) {
  const { category, service, locale } = alert;
  const [said, trip, script] = await Promise.all([
    ports.said.list(alert.alertId),
    tripContext(ports, alert),
    loadScript(ports, { category, service, locale }),
  ]);
  return { said, trip, script };
}
