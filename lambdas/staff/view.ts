import type { Alert, TimelineEntry } from '../domain/alert.ts';
import { alertCode } from '../domain/ids.ts';
import { isOutcome } from '../domain/outcomes.ts';
import type { TripContext } from '../trip-of.ts';

/**
 * The view of an alert for a member of staff, by their id: times as ISO 8601, nothing of the reporter's
 * person. What somebody wrote of the case is for its owner; others open the case, which is recorded.
 */
export function staffView(alert: Alert, { verification, linkedAlertIds }: TripContext, by: string) {
  const owns = alert.owner?.responderId === by;
  return {
    ...summary(alert),
    linkedAlertIds,
    trip: verification,
    pages: alert.pages.map(({ responderId, step, at, result }) => ({
      responderId,
      step,
      at: iso(at),
      result,
    })),
    timeline: alert.timeline.map(({ text, noteId: _id, ...entry }) => ({
      ...entry,
      at: iso(entry.at),
      text: owns || !isSealed({ ...entry, text }) ? text : undefined,
    })),
  };
}

/**
 * Free text may hold what the person said. Why a tier was moved stays for all staff to see, and what
 * the program itself wrote: a known outcome, the category and place of what was triaged.
 */
export function isSealed({ what, text }: Pick<TimelineEntry, 'what' | 'text'>): boolean {
  if (what === 'resolved') return text !== undefined && !isOutcome(text);
  // Without a reason it names somebody, and no more.
  return what === 'noted' || (what === 'kept_out' && text?.includes(': ') === true);
}

/** A line of the board. */
export function summary(alert: Alert) {
  const { owner, dueAt, eraseRequestedAt } = alert;
  return {
    alertId: alert.alertId,
    code: alertCode(alert.alertId),
    tier: alert.tier,
    status: alert.status,
    service: alert.service,
    category: alert.category ?? null,
    tripId: alert.tripId,
    silent: alert.silent,
    duress: alert.duress ?? false,
    cancelRequested: alert.cancelRequested ?? false,
    openedAt: iso(alert.openedAt),
    presses: alert.pressCount,
    owner: owner && { responderId: owner.responderId, name: owner.name, since: iso(owner.since) },
    dueAt: dueAt === undefined ? undefined : iso(dueAt),
    step: Math.max(0, alert.hop - 1),
    unansweredSince: alert.unansweredSince === undefined ? undefined : iso(alert.unansweredSince),
    eraseRequestedAt: eraseRequestedAt === undefined ? undefined : iso(eraseRequestedAt),
  };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
