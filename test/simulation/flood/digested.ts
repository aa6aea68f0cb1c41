import type { Page } from '../../../lambdas/domain/alert.ts';
import type { Held } from '../../../lambdas/domain/pacing.ts';
import type { Invariant } from '../watch.ts';

/** A page waits for at most one digest, the claim of a pager that died, and whoever comes for it (ms). */
const atMost = 30_000 + 10_000;

const isSame = (one: Page, other: Page) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whoever has a page that waits gets a digest soon after it began to wait, and no page is said to be
 * sent that none has told of.
 */
export const digested: Invariant = (world, broken) => {
  /** Since when the first of the pages waits that no digest has told of yet. */
  const since = new Map<string, number>();
  const digests = new Map<string, number>();
  const paged = new Set<string>();
  const told = (key: string) => {
    const waited = world.time.now - (since.get(key) ?? Infinity);
    since.delete(key);
    if (waited > atMost) broken(`${key}: a page waited ${Math.round(waited / 1000)} s`);
  };
  return {
    stored({ over, alert }) {
      for (const { responderId, step, digests: before } of over?.held ?? []) {
        const isNews = (one: Page) => !over!.pages.some((known) => isSame(one, known));
        const page = alert.pages.find(
          (one) => one.responderId === responderId && one.step === step && isNews(one),
        );
        const key = `tier ${alert.tier} ${responderId}`;
        const isTold =
          (digests.get(key) ?? 0) > before || paged.has(`${alert.alertId} ${step} ${responderId}`);
        if (page?.result === 'sent' && !isTold) {
          broken(`${key} is said to have been told of ${alert.alertId}`);
        }
      }
      for (const one of alert.held ?? []) {
        const isNew = !over?.held?.some(
          (other) => other.responderId === one.responderId && other.step === one.step,
        );
        const key = `tier ${alert.tier} ${one.responderId}`;
        if (isNew && !since.has(key)) since.set(key, world.time.now);
      }
    },
    asked({ task, alertId, responderId }) {
      paged.add(`${alertId} ${task.read!.hop} ${responderId}`);
    },
    digested({ tier, responderId }) {
      const key = `tier ${tier} ${responderId}`;
      digests.set(key, (digests.get(key) ?? 0) + 1);
      told(key);
    },
    end() {
      for (const key of since.keys()) told(key);
      const isForgotten = (one: Held) => one.dueAt < world.time.now - atMost;
      const forgotten = world.table.all().filter(({ held = [] }) => held.some(isForgotten));
      if (forgotten.length > 0) broken(`${forgotten.length} alerts have pages that wait for ever`);
    },
  };
};
