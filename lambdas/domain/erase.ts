import { type Alert, next, type TimelineEntry } from './alert.ts';
import { type CaseFile, type Erased, nextCase } from './case-file.ts';
import type { Said } from './case.ts';
import { isOutcome } from './outcomes.ts';

/** A case without the person's words: that they answered stays, and is not asked again. */
export function eraseCase(
  file: CaseFile,
  erased: Erased,
  keys: readonly string[],
  now: number,
): CaseFile {
  const { intake } = file;
  const answers = intake.answers.map(({ questionId, at, by }) => ({ questionId, at, by }));
  const { known, role } = intake.situation;
  // How to reach them safely went with it, and what is not known is a no.
  const situation = { known, ...(role && { role }), contact: {} };
  const kinds = { ...file.erased?.kinds };
  for (const [kind, count] of Object.entries(erased.kinds)) {
    kinds[kind as keyof typeof kinds] = (kinds[kind as keyof typeof kinds] ?? 0) + count;
  }
  const count = (file.erased?.count ?? 0) + erased.count;
  const merged = [...new Set([...(file.merged ?? []), ...keys])];
  return nextCase(
    file,
    { intake: { ...intake, answers, situation }, merged, erased: { ...erased, kinds, count } },
    now,
  );
}

/** How many answers of a case hold something of the person. */
export function answersHeld({ intake }: CaseFile): number {
  return intake.answers.filter(({ words, options }) => words ?? options).length;
}

/** What is left of what was said: its name, so that the same telling does not come in again. */
export function eraseSaid({ alertId, key, at, kind, locale }: Said, erasedAt: number): Said {
  return { alertId, key, at, kind, locale, erasedAt };
}

/** What staff wrote may quote the person, so that goes too; that something was done stays. */
export function eraseAlert(
  alert: Alert,
  { by, kinds, reason }: Pick<Erased, 'by' | 'kinds'> & { reason?: string },
  now: number,
): Alert {
  const timeline = alert.timeline.map((entry) =>
    isWritten(entry) ? { ...entry, text: keptOutId(alert, entry) } : entry,
  );
  const counts = Object.entries(kinds).map(([kind, count]) => `${kind} ${count}`);
  const text = [counts.join(', ') || 'nothing was left', reason].filter(Boolean).join('; ');
  const without = { ...alert, timeline };
  return next(
    without,
    { location: undefined, wishes: undefined, eraseRequestedAt: undefined },
    { at: now, what: 'erased', by, text },
  );
}

export function notesHeld({ timeline }: Alert): number {
  return timeline.filter(isWritten).length;
}

const free: ReadonlySet<TimelineEntry['what']> = new Set(['noted', 'raised', 'lowered']);

/** Whether a member of staff put it in their own words. */
function isWritten({ what, text }: TimelineEntry): boolean {
  if (text === undefined) return false;
  if (what === 'resolved') return !isOutcome(text);
  return free.has(what) || (what === 'kept_out' && text.includes(': '));
}

/** Whom a conflict of interest was about is in the alert anyway. */
function keptOutId({ keptOut = [] }: Alert, { what, text = '' }: TimelineEntry) {
  return what === 'kept_out' ? keptOut.find((id) => text.startsWith(`${id}: `)) : undefined;
}

/** Help is still under way, or the phone shows a cancel that may be none: staff carry it out. */
export function requestErasure(alert: Alert, now: number): Alert {
  if (alert.timeline.at(-1)?.what === 'erase_requested') return alert;
  const { eraseRequestedAt = now } = alert;
  return next(alert, { eraseRequestedAt }, { at: now, what: 'erase_requested', by: 'reporter' });
}

/**
 * Whether the reporter's own wish to erase is carried out at once. After a cancel it never is: one
 * that was forced must not be told by it, nor lose the positions that help finds the person by.
 */
export function erasesAtOnce(alert: Alert): boolean {
  const ended = alert.status === 'resolved' || alert.status === 'cancelled';
  return ended && alert.shown === undefined;
}
