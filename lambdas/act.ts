import { change } from './change.ts';
import type { Alert } from './domain/alert.ts';
import { type Action, respond, type Responder, type Response } from './domain/response.ts';
import { hint } from './hint.ts';
import type { AlertStore, Clock, Queue, Telemetry } from './ports.ts';

export interface ActPorts {
  store: AlertStore;
  queue: Queue;
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
  if (changed && changed.after.turn !== changed.before.turn) await hint(ports, changed.after);
  return changed && response;
}
