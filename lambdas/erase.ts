import { change } from './change.ts';
import { changeCase } from './change-case.ts';
import type { Alert } from './domain/alert.ts';
import type { Erased } from './domain/case-file.ts';
import { answersHeld, eraseAlert, eraseCase, eraseSaid, notesHeld } from './domain/erase.ts';
import type { AlertStore, CaseStore, Clock, Eraser, SaidStore } from './ports.ts';

export interface ErasePorts {
  store: AlertStore;
  said: Pick<SaidStore, 'list'>;
  cases: CaseStore;
  eraser: Eraser;
  clock: Clock;
}

/**
 * Erases what a reporter said and where they were, and leaves that it was done: who has read the
 * case stays known, and the ledger of consents too. Every step may be done again, and the alert
 * says so last, so an erasure that breaks off is simply asked for again.
 */
export async function erase(
  ports: ErasePorts,
  alert: Alert,
  of: { by: string; reason?: string },
): Promise<Erased> {
  const { alertId } = alert;
  const now = ports.clock.now();
  const [said, file] = await Promise.all([ports.said.list(alertId), ports.cases.load(alertId)]);
  // Of every other press, too: a retry of one may still be under way with its words.
  const known = new Set(said.map(({ key }) => key));
  const others = alert.presses
    .filter(({ key }) => !known.has(key))
    .map(({ key, at }) => ({ alertId, key, at, kind: 'press' as const, locale: alert.locale }));
  await ports.eraser.replaceSaid([...said, ...others].map((one) => eraseSaid(one, now)));
  const positions = await ports.eraser.removePositions(alertId);

  const kinds = {
    ...some('said', said.length),
    ...some('answers', file === undefined ? 0 : answersHeld(file)),
    ...some('positions', positions + (alert.location === undefined ? 0 : 1)),
    ...some('notes', notesHeld(alert)),
  };
  const count = Object.values(kinds).reduce((sum, one) => sum + one, 0);
  const asked = alert.eraseRequestedAt !== undefined;
  const before = file?.erased;
  const isTold =
    before === undefined ||
    alert.timeline.some(({ what, at }) => what === 'erased' && at >= before.at);
  if (count === 0 && before !== undefined && isTold && !asked) return before;
  const erased: Erased = { at: now, by: of.by, kinds, count };
  const keys = [...known, ...alert.presses.map(({ key }) => key)];
  const left = await changeCase(ports.cases, alertId, (latest) =>
    eraseCase(latest, erased, keys, now),
  );
  // What an erasure took that broke off before the alert said so is told now.
  const told = { ...of, kinds: isTold ? kinds : left.erased!.kinds };
  await change(ports.store, alertId, (latest) => eraseAlert(latest, told, now), alert);
  return erased;
}

function some(kind: keyof Erased['kinds'], count: number): Erased['kinds'] {
  return count > 0 ? { [kind]: count } : {};
}
