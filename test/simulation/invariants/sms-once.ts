import type { Invariant } from '../watch.ts';

/**
 * A responder gets one SMS for one step, and at most one more for each fault. A clock that is wrong
 * counts as one, and so does somebody who hurries on what is overdue, since nobody can then tell
 * whether it is on its way.
 */
export const smsOnce: Invariant = (world, broken) => {
  const sent = new Map<string, number>();
  let more = world.life.skew > 1 ? 1 : 0;
  return {
    stored({ task, over, alert }) {
      if (task?.worker.fn === 'pager' || over?.status !== 'open' || over.turn === alert.turn)
        return;
      if (over.dueAt !== undefined && over.dueAt < world.time.now) more += 1;
    },
    asked({ task, alertId, responderId, arrives }) {
      if (!arrives || task.read === undefined) return;
      const { escalatedAt, hop, status, turn } = task.read;
      const step = status === 'acknowledged' ? `news ${turn}` : `step ${hop}`;
      const key = `${alertId} ${escalatedAt} ${step} ${responderId}`;
      const times = (sent.get(key) ?? 0) + 1;
      sent.set(key, times);
      const faults = world.troubles.count + more;
      if (times > 1 + faults) {
        broken(`${responderId} got ${times} SMS for ${step} with ${faults} faults`);
      }
    },
  };
};
