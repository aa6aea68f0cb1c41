import { changeCase } from './change-case.ts';
import type { Alert } from './domain/alert.ts';
import { type Move, move, type Moved } from './domain/case-course.ts';
import { knowing, stillSaid } from './domain/known.ts';
import { type CasePorts, loadBackground } from './open-case.ts';

/**
 * What somebody does with a case, in one conditional write: two tabs lose nothing, and what the
 * person said is stored before anything else happens.
 */
export async function moveCase(
  ports: CasePorts,
  alert: Alert,
  what: Move,
  by: string,
): Promise<Moved> {
  const { said, trip, script } = await loadBackground(ports, alert);
  const recorded = { at: ports.clock.now(), by };
  let moved: Moved | undefined;
  await changeCase(ports.cases, alert.alertId, (file) => {
    const intake = knowing(file.intake, { alert, said: stillSaid(said, file), trip: trip.trip });
    const before = { ...file, intake };
    moved = move(script, before, what, recorded);
    // What is only known anew is no change: it is known the next time as well.
    return moved.file === before ? file : moved.file;
  });
  return moved!;
}
