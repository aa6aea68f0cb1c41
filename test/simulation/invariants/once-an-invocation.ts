import type { Invariant } from '../watch.ts';

/** However many messages of one alert a pager has at once, it pages each responder once for one step. */
export const onceAnInvocation: Invariant = (_, broken) => {
  const sent = new Set<string>();
  return {
    asked({ task: { worker, read }, alertId, responderId, arrives }) {
      if (!arrives || read?.status !== 'open' || worker.troubled) return;
      const key = `${worker.id} ${alertId} ${read.escalatedAt} ${read.hop} ${responderId}`;
      if (sent.has(key)) broken(`${responderId} was paged twice for step ${read.hop} by one pager`);
      sent.add(key);
    },
  };
};
