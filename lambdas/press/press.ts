import { change } from '../change.ts';
import type { Alert, Press } from '../domain/alert.ts';
import {
  alertIdOfPress,
  joinPress,
  knownPress,
  openAlert,
  type PressFacts,
} from '../domain/press.ts';
import { hint } from '../hint.ts';
import type { AlertStore, Clock, Queue, Telemetry } from '../ports.ts';

export interface PressPorts {
  store: AlertStore;
  queue: Queue;
  clock: Clock;
  telemetry: Pick<Telemetry, 'fail'>;
  /** 256 random bits, base64url */
  newLinkKey(): string;
  /** How long an alert is kept, in milliseconds. */
  retention: number;
}

/**
 * Takes a press: stored first, then sent to the queue. It is accepted once the alert is durably
 * stored; a send that fails is the sweeper's. The same `pressId` again is answered as it was.
 */
export async function takePress(
  ports: PressPorts,
  facts: PressFacts,
): Promise<{ alert: Alert; press: Press }> {
  const now = ports.clock.now();
  const received = { now, keepUntil: now + ports.retention };
  const opened = openAlert(facts, ports.newLinkKey(), received);
  if (await ports.store.create(opened)) {
    await hint(ports, opened);
    return answer(opened, facts);
  }

  const changed = await change(ports.store, alertIdOfPress(facts), (alert) =>
    knownPress(alert, facts.pressId) ? alert : joinPress(alert, facts, received),
  );
  // Its time to live ended between the two calls, so this is the first press once more.
  if (changed === undefined) return takePress(ports, facts);
  if (changed.after.turn !== changed.before.turn) await hint(ports, changed.after);
  return answer(changed.after, facts);
}

function answer(alert: Alert, facts: PressFacts) {
  return { alert, press: knownPress(alert, facts.pressId)! };
}
