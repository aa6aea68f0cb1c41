import { change } from '../change.ts';
import type { Alert, Press } from '../domain/alert.ts';
import { cancel, type CancelFacts, knownCancel } from '../domain/cancel.ts';
import type { AlertStore, Clock, Queue, Telemetry } from '../ports.ts';

export interface CancelPorts {
  store: AlertStore;
  queue: Queue;
  clock: Clock;
  telemetry: Pick<Telemetry, 'fail'>;
}

/**
 * Takes a cancel, under duress or not, with the very same calls: whoever holds the phone could
 * measure the time that one more of them takes. So a message goes out where nothing is due, too;
 * the pager drops what is stale.
 */
export async function takeCancel(
  ports: CancelPorts,
  alertId: string,
  said: CancelFacts,
): Promise<{ alert: Alert; press: Press } | undefined> {
  const changed = await change(ports.store, alertId, (alert) =>
    cancel(alert, said, ports.clock.now()),
  );
  if (changed === undefined) return undefined;
  const { before, after } = changed;
  const turn = after.turn === before.turn ? 0 : after.turn;
  try {
    await ports.queue.send(after.tier, { alertId, turn }, 0);
  } catch (error) {
    ports.telemetry.fail('hint not sent, left to the sweeper', error, { alertId });
  }
  return { alert: after, press: knownCancel(after, said.pressId)! };
}
