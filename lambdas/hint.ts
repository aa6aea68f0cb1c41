import type { Alert } from './domain/alert.ts';
import type { Clock, Queue, Telemetry } from './ports.ts';

/** SQS delays a message by at most this long. */
const longestDelaySeconds = 900;

/**
 * Tells the queue of the alert's tier when to look at it next. Waits longer than the queue's are
 * left to the sweeper, and so is a send that fails: the alert is stored with what is due, and that
 * is what counts. The first message carries what paging needs, should the table go out now.
 */
export async function hint(
  ports: { queue: Queue; clock: Clock; telemetry: Pick<Telemetry, 'fail'> },
  alert: Alert,
): Promise<void> {
  if (alert.dueAt === undefined) return;
  const delaySeconds = Math.max(0, Math.ceil((alert.dueAt - ports.clock.now()) / 1000));
  if (delaySeconds > longestDelaySeconds) return;
  const { alertId, turn, tier } = alert;
  const carries = alert.version === 1 && { opened: { ...alert, location: undefined } };
  try {
    await ports.queue.send(tier, { alertId, turn, ...carries }, delaySeconds);
  } catch (error) {
    ports.telemetry.fail('hint not sent, left to the sweeper', error, { alertId, tier });
  }
}
