import { change } from '../change.ts';
import type { Alert, Press } from '../domain/alert.ts';
import {
  alertIdOfPress,
  joinPress,
  knownPress,
  openAlert,
  type PressFacts,
  type Received,
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
 * How often table and queue are tried, one after the other: in a flood both may answer late once, and
 * a person who is turned away may not press again. Twice is about 8 s where neither answers.
 */
const rounds = 2;

/**
 * Takes a press: stored first, then sent to the queue. It is accepted once the alert is durably
 * stored; a send that fails is the sweeper's. The same `pressId` again is answered as it was.
 * While the table is out the queue keeps the alert instead, and the message carries it.
 */
export async function takePress(
  ports: PressPorts,
  facts: PressFacts,
): Promise<{ alert: Alert; press: Press }> {
  const now = ports.clock.now();
  const received = { now, keepUntil: now + ports.retention };
  const opened = openAlert(facts, ports.newLinkKey(), received);
  for (let round = 1; ; round += 1) {
    try {
      return await store(ports, facts, { opened, received });
    } catch (error) {
      const { alertId, turn, tier } = opened;
      ports.telemetry.fail('press not stored, left to the queue', error, { alertId, tier });
      try {
        await ports.queue.send(tier, { alertId, turn, alert: opened }, 0);
        return answer(opened, facts);
      } catch (failure) {
        if (round === rounds) throw failure;
      }
    }
  }
}

async function store(
  ports: PressPorts,
  facts: PressFacts,
  { opened, received }: { opened: Alert; received: Received },
): Promise<{ alert: Alert; press: Press }> {
  if (await ports.store.create(opened)) {
    await hint(ports, opened);
    return answer(opened, facts);
  }

  const changed = await change(ports.store, alertIdOfPress(facts), (alert) =>
    knownPress(alert, facts.pressId) ? alert : joinPress(alert, facts, received),
  );
  // Its time to live ended between the two calls, so this is the first press once more.
  if (changed === undefined) return store(ports, facts, { opened, received });
  if (changed.after.turn !== changed.before.turn) await hint(ports, changed.after);
  return answer(changed.after, facts);
}

function answer(alert: Alert, facts: PressFacts) {
  return { alert, press: knownPress(alert, facts.pressId)! };
}
