import { change } from './change.ts';
import type { Alert } from './domain/alert.ts';
import { type Action, respond, type Responder, type Response } from './domain/response.ts';
import { hint } from './hint.ts';
import type { AlertStore, Clock, Queue, Telemetry, WorkloadStore } from './ports.ts';

export interface ActPorts {
  store: AlertStore;
  queue: Queue;
  workload: WorkloadStore;
  clock: Clock;
  telemetry: Telemetry;
}

/**
 * What a responder does with an alert, whether by the link of an SMS or by the staff API: one
 * conditional write, then the message for what falls due next. Undefined where there is no alert.
 */
export async function act(
  ports: ActPorts,
  of: { alertId: string; loaded?: Alert },
  action: Action,
  by: Responder,
): Promise<Response | undefined> {
  let response: Response | undefined;
  const changed = await change(
    ports.store,
    of.alertId,
    (alert) => (response = respond(alert, action, by, ports.clock.now())).alert,
    of.loaded,
  );
  if (changed === undefined) return undefined;
  const { before, after } = changed;
  const ended = after.closedAt !== undefined && before.closedAt === undefined;
  // A wish to erase that waited for the end is somebody's to carry out now.
  if (ended && after.eraseRequestedAt !== undefined) {
    ports.telemetry.count('ErasureRequested', after.tier);
  }
  const taken = after.owner !== undefined && after.owner.since !== before.owner?.since;
  await Promise.all([
    after.turn !== before.turn && hint(ports, after),
    taken && countTaken(ports, after),
  ]);
  return response;
}

/** Only where a limit asks for it; a count that fails costs nobody their help. */
async function countTaken(ports: ActPorts, alert: Alert): Promise<void> {
  if (alert.policy?.takenPerWeek === undefined || alert.owner === undefined) return;
  const { alertId, tier, owner } = alert;
  try {
    await ports.workload.noteTaken({
      tier,
      alertId,
      responderId: owner.responderId,
      at: owner.since,
    });
  } catch (error) {
    ports.telemetry.fail('alert not counted for its responder', error, { alertId, tier });
  }
}
