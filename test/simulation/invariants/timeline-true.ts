import type { Invariant } from '../watch.ts';
import { newEntries } from './entries.ts';

/** A step that SNS cannot take for now is tried so often before that counts as failed. */
const mostTries = 5;

/** The timeline and the pages tell exactly what happened: who was reached, and who has the alert. */
export const timelineTrue: Invariant = (world, broken) => {
  const heard = tally();
  const tries = new Map<string, number>();
  const recorded = tally();
  const done = tally();
  /** Pages of an outage, which are recorded once the table is back. */
  const fromQueue = new Set<string>();

  function notRecorded(responderId: string) {
    broken(`an SMS to ${responderId} is not recorded`);
  }

  return {
    heard({ alertId, responderId, result }) {
      const times = heard.add(`${alertId} ${responderId} ${result}`);
      // Whoever joins a step late shares the tries that it has left.
      if (result === 'pending') tries.set(alertId, Math.max(times, tries.get(alertId) ?? 0));
    },
    stored({ over, alert }) {
      const { alertId } = alert;
      const entries = newEntries(over, alert);
      for (const entry of entries) {
        const sent = entry.what === 'paged' || entry.what === 'owner_told';
        if (!sent && entry.what !== 'page_failed') continue;
        const key = `${alertId} ${entry.by}`;
        if (sent && recorded.add(key) > heard.of(`${key} sent`)) {
          broken(`an SMS to ${entry.by} is recorded that nobody sent`);
        }
        // A step that was overtaken is not tried again, so it has failed where it stands.
        const overtaken = over?.turn === alert.turn;
        const pending = heard.of(`${key} pending`) > 0;
        const enough = overtaken || (tries.get(alertId) ?? 0) >= mostTries;
        const failed = heard.of(`${key} failed`) > 0 || (pending && enough);
        if (!sent && !failed) broken(`a failure for ${entry.by} is recorded that was none`);
      }
      const took = alert.owner?.since !== over?.owner?.since && alert.owner !== undefined;
      const saysSo = entries.some(
        (one) => one.what === 'acknowledged' && one.by === alert.owner?.responderId,
      );
      if (took && !saysSo)
        broken(`${alert.owner?.responderId} has it, and nothing says since when`);
    },
    done({ alertId, responderId, action, refused }) {
      if (refused !== undefined || action.do !== 'acknowledge') return;
      const { timeline } = world.table.truth(alertId)!;
      const entry = timeline.find((one) => one.what === 'acknowledged' && one.by === responderId);
      if (entry === undefined) broken(`${responderId} was told to have it, and never had`);
    },
    paged({ sentTo, blind }, { alertId }) {
      for (const responderId of sentTo) {
        const key = `${alertId} ${responderId}`;
        if (blind) fromQueue.add(key);
        else if (recorded.of(key) < done.add(key)) notRecorded(responderId);
      }
    },
    end() {
      if (world.queues.deadLetters > 0) return;
      for (const key of fromQueue) if (recorded.of(key) === 0) notRecorded(key.split(' ')[1]!);
    },
  };
};

function tally() {
  const counts = new Map<string, number>();
  const of = (key: string) => counts.get(key) ?? 0;
  return {
    of,
    add(key: string): number {
      counts.set(key, of(key) + 1);
      return of(key);
    },
  };
}
