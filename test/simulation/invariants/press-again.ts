import type { Invariant } from '../watch.ts';
import { newEntries } from './entries.ts';

/** Between a page and a press that hurries the next step on (ms). */
const between = 10_000;
/** From when a press came in until it is stored, where no call fails (ms). */
const storing = 1_000;
/** What is due so soon may be under way (ms). */
const underWay = 1_000;

/**
 * A press again, or a report, makes the next step due now, once the last page is ten seconds ago; and
 * it opens an alert that had ended.
 */
export const pressAgain: Invariant = (world, broken) => ({
  stored({ task, over, alert }) {
    if (over === undefined || task === undefined) return;
    const isCall = newEntries(over, alert).some(
      ({ what }) => what === 'pressed' || what === 'reported',
    );
    if (!isCall) return;
    if (alert.status === 'resolved' || alert.status === 'cancelled') {
      broken(`a call left an alert ${alert.status}`);
    }
    const runsOn =
      over.status === 'open' &&
      alert.status === 'open' &&
      over.tier === alert.tier &&
      over.escalatedAt === alert.escalatedAt;
    if (!runsOn || over.dueAt === undefined || world.life.skew > 0) return;
    const { now } = world.time;
    const since = now - Math.max(over.escalatedAt, over.pages.at(-1)?.at ?? 0);
    const hurried = alert.dueAt! < over.dueAt;
    if (hurried && since < between) broken(`hurried on ${Math.round(since)} ms after a page`);
    const hasTo =
      !task.worker.troubled && since >= between + storing && over.dueAt > now + underWay;
    if (hasTo && alert.dueAt! > now) broken('a press again did not hurry the next step on');
  },
});
