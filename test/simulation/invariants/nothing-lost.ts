import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Answered, Done, Invariant } from '../watch.ts';
import { isFolded, isSame } from './entries.ts';

/** What was accepted is in the alert from then on: presses, words, notes, and the whole timeline. */
export const nothingLost: Invariant = (world, broken) => {
  const answers: Answered[] = [];
  const dones: Done[] = [];

  /** While the table is out the queue keeps alert and words, and its dead letters sound an alarm. */
  function isThere({ alertId, press, kind, words, id }: Answered, atLast = false) {
    const stored = world.table.truth(alertId);
    const kept = atLast ? [] : world.queues.carried(alertId);
    const holds = (alert?: Alert) => alert?.presses.some((one) => one.key === press.key);
    if (!holds(stored) && !kept.some(holds) && world.queues.deadLetters === 0) {
      broken(`${kind} ${id} is gone`);
    }
    if (words === undefined || world.queues.deadLetters > 0) return;
    const waiting = atLast ? [] : world.queues.said(alertId);
    const said = [world.table.said(alertId, press.key) ?? [], waiting].flat();
    if (!said.some((one) => one.key === press.key && one.details === words)) {
      broken(`the words of ${kind} ${id} are gone`);
    }
  }

  return {
    answered(answer) {
      answers.push(answer);
      isThere(answer);
    },
    done(done) {
      dones.push(done);
    },
    stored({ over, alert }) {
      if (over === undefined) return;
      const kept =
        isFolded(over, alert) ||
        over.timeline.every((entry, index) => isSame(entry, alert.timeline[index]));
      if (!kept) broken(`version ${alert.version} forgot: ${over.timeline.at(-1)?.what}`);
      for (const field of Object.keys(over)) {
        if (field.startsWith('unknown') && !(field in alert)) broken(`${field} was dropped`);
      }
    },
    end() {
      for (const answer of answers) isThere(answer, true);
      for (const alert of world.table.all()) {
        const counted = new Set(
          answers
            .filter((one) => one.alertId === alert.alertId && one.kind === 'press')
            .map((one) => one.id),
        );
        if (alert.pressCount < counted.size && world.queues.deadLetters === 0) {
          broken(`${counted.size} presses were accepted and ${alert.pressCount} counted`);
        }
      }
      for (const { alertId, responderId, action } of dones.filter((one) => !one.refused)) {
        if (action.do !== 'notes') continue;
        const { timeline } = world.table.truth(alertId)!;
        const noted = timeline.some((one) => one.text === action.text && one.by === responderId);
        if (!noted) broken(`a note of ${responderId} is gone`);
      }
    },
  };
};
