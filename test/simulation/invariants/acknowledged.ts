import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Invariant } from '../watch.ts';
import { newEntries } from './entries.ts';

const endOwnership = [
  'released',
  'acknowledge_timed_out',
  'raised',
  'reopened',
  'duress',
  'kept_out',
];

/**
 * Once an alert is recorded as taken or ended, no new step starts. What was under way may finish, and
 * its owner may be told of news.
 */
export const acknowledged: Invariant = (world, broken) => ({
  asked({ task: { began, blind, kept }, alertId, responderId }) {
    const now = world.table.truth(alertId);
    if (began === undefined || now === undefined || (blind && kept)) return;
    const stillHas = began.status === 'acknowledged' && began.owner?.since === now.owner?.since;
    if (stillHas && began.owner?.responderId !== responderId) {
      broken(`${responderId} was paged after ${began.owner?.responderId} had taken it`);
    }
    if (isOver(began) && isOver(now)) broken(`${responderId} was paged after it had ended`);
  },
  stored({ over, alert }) {
    if (over?.status !== 'acknowledged' || alert.status === 'resolved') return;
    if (alert.status === 'cancelled') return;
    const why = newEntries(over, alert).map((entry) => entry.what);
    const lost = alert.owner?.since !== over.owner?.since;
    if (lost && !endOwnership.some((what) => why.includes(what as never))) {
      broken(`${over.owner?.responderId} lost it by: ${why.join(', ') || 'nothing'}`);
    }
    if (!lost && alert.hop !== over.hop) broken('a step was taken on an alert that is taken');
  },
});

function isOver({ status }: Alert): boolean {
  return status === 'resolved' || status === 'cancelled';
}
