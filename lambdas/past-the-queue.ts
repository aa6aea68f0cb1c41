import type { Hint } from './domain/escalation.ts';
import type { Tier } from './domain/policy.ts';
import type { Outage } from './outage.ts';
import type { Queue, Telemetry } from './ports.ts';

/** Has a tier's pager look at an alert, with no queue between; done once that is under way. */
export type CallPager = (tier: Tier, hint: Hint) => Promise<void>;

/**
 * A queue that is out is passed by: the pager itself is called for what is due now, and the sweeper
 * does the same for what falls due later. An alert that only its message holds needs somebody who
 * keeps it, and a call is forgotten where it fails: that one takes the queue or none.
 */
export function pastTheQueue(
  queue: Queue,
  callPager: CallPager,
  { outage, telemetry }: { outage: Outage; telemetry: Pick<Telemetry, 'fail'> },
): Queue {
  return {
    async send(tier, hint, delaySeconds) {
      const enqueue = async () => {
        try {
          await queue.send(tier, hint, delaySeconds);
        } catch (error) {
          outage.begin();
          telemetry.fail('queue out', error, { alertId: hint.alertId, tier });
          throw error;
        }
      };
      if (delaySeconds > 0 || hint.alert !== undefined) return enqueue();
      const call = () => callPager(tier, hint);
      await (outage.isOn ? call().catch(enqueue) : enqueue().catch(call));
    },
  };
}
