import type { Alert } from '../domain/alert.ts';
import { alertCode } from '../domain/ids.ts';
import type { TripContext } from '../trip-of.ts';

/** The staff's view of an alert: times as ISO 8601, nothing of the reporter's person. */
export function staffView(alert: Alert, { verification, linkedAlertIds }: TripContext) {
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
    timeline: alert.timeline.map((entry) => ({ ...entry, at: iso(entry.at) })),
  };
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
