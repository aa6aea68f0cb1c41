import { changeCase } from '../change-case.ts';
import { change } from '../change.ts';
import type { Alert } from '../domain/alert.ts';
import { nextCase } from '../domain/case-file.ts';
import { type Answer, asksForHelp, checkIn } from '../domain/check-in.ts';
import { pressKey } from '../domain/ids.ts';
import { begunAgain } from '../domain/known.ts';
import { may } from '../domain/script/consent.ts';
import { holdsStop } from '../domain/script/stop-word.ts';
import { resume, stop } from '../domain/script/intake.ts';
import { hint } from '../hint.ts';
import type { CaseStore, SaidStore } from '../ports.ts';
import type { PressPorts } from '../press/press.ts';
import { mayAsk } from './view.ts';
import { triageAll } from './triage-all.ts';

export interface CheckInPorts extends PressPorts {
  said: Pick<SaidStore, 'keep'>;
  cases: CaseStore;
}

/** Whether to ask afterwards: only where it was agreed. A case that cannot be read asks nothing. */
export async function mayCheckIn(
  ports: Pick<CheckInPorts, 'cases' | 'telemetry'>,
  alert: Alert,
): Promise<boolean> {
  if (!mayAsk(alert)) return false;
  try {
    const file = await ports.cases.load(alert.alertId);
    return (
      file !== undefined &&
      begunAgain(file.intake, alert).status !== 'stopped' &&
      may(file.intake.consents, 'check_in')
    );
  } catch (error) {
    ports.telemetry.fail('consent not read, so nothing is asked', error, {
      alertId: alert.alertId,
    });
    return false;
  }
}

/**
 * Takes what somebody says afterwards of whether help came, asked or not. The words are kept first,
 * sealed; whoever still needs help is helped at once. The same answer again changes nothing.
 */
export async function takeCheckIn(
  ports: CheckInPorts,
  alert: Alert,
  said: { answer: Answer; words?: string },
): Promise<Alert> {
  const { alertId } = alert;
  const { answer, words = '' } = said;
  const now = ports.clock.now();
  // Named by what it says, so that a repetition is kept once.
  const key = pressKey(`check-in ${alertId} ${answer} ${words}`);
  let ends = false;
  if (words !== '') {
    const kept = { kind: 'check_in' as const, alertId, key, at: now, locale: alert.locale };
    await ports.said.keep({ ...kept, details: words });
    ends = await endWhereAsked(ports, alertId, words);
  }
  const changed = await change(
    ports.store,
    alertId,
    (latest) => {
      const newWords = words !== '' && !latest.presses.some((press) => press.key === key);
      const after = checkIn(
        latest,
        { answer, newWords, triaged: triageAll([{ text: words }]) },
        now,
      );
      if (after === latest || words === '') return after;
      const { tier, status, pressCount: count } = after;
      return { ...after, presses: [...after.presses, { key, at: now, tier, status, count }] };
    },
    alert,
  );
  const after = changed!.after;
  if (after.turn !== changed!.before.turn) await hint(ports, after);
  if (asksForHelp(answer) && !ends) await beginAgain(ports, alertId);
  return after;
}

/** Whoever asks for help may be reached for it, although they had ended the contact before. */
async function beginAgain({ cases, clock }: CheckInPorts, alertId: string): Promise<void> {
  await changeCase(cases, alertId, (file) =>
    file.intake.status === 'stopped'
      ? nextCase(file, { intake: resume(file.intake, 'reporter') }, clock.now())
      : file,
  );
}

/** A word that ends the contact ends it here, too. Whether it did. */
async function endWhereAsked(
  { cases, clock }: CheckInPorts,
  alertId: string,
  words: string,
): Promise<boolean> {
  let ends = false;
  await changeCase(cases, alertId, (file) => {
    const now = clock.now();
    ends = holdsStop(words, file.intake.situation.stopWord);
    return ends ? nextCase(file, { intake: stop(file.intake, now) }, now) : file;
  });
  return ends;
}
