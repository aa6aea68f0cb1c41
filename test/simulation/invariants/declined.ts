import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Invariant } from '../watch.ts';
import { newEntries } from './entries.ts';

/** What is due so soon may be under way (ms). */
const underWay = 1_000;

/** Once all whom the last step reached have declined the next is due now, and not before that. */
export const declined: Invariant = (world, broken) => ({
  stored({ task, over, alert }) {
    if (over?.status !== 'open' || over.dueAt === undefined || task === undefined) return;
    const entry = newEntries(over, alert).find(({ what }) => what === 'declined');
    if (entry === undefined) return;
    const asked = reachedLast(over);
    const now = world.time.now + task.worker.skew;
    const all = asked.every((id) => alert.standingDown.includes(id));
    if (asked.includes(entry.by!) && all) {
      if (over.dueAt > now + underWay && alert.dueAt! > now) {
        broken(`${asked.join(', ')} declined, and the next step waits`);
      }
    } else if (alert.dueAt !== over.dueAt) {
      broken(`${entry.by} declined, and the others are not waited for`);
    }
  },
});

function reachedLast({ pages, hop, escalatedAt }: Alert): string[] {
  return pages
    .filter((page) => page.step === hop - 1 && page.at >= escalatedAt && page.result !== 'failed')
    .map((page) => page.responderId);
}
