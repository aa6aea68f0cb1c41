import type { Alert } from './domain/alert.ts';
import { counterpartAlertId, type Trip, type Verification, verify } from './domain/trip.ts';
import type { AlertStore, TripStore } from './ports.ts';

export interface TripContext {
  trip?: Trip;
  verification: Verification;
  /** The alert of the other person on the trip, where they have one. */
  linkedAlertIds: string[];
}

/** What is known of an alert's trip, as staff see it; neither reporter sees the other's alert. */
export async function tripContext(
  ports: { store: Pick<AlertStore, 'load'>; trips: Pick<TripStore, 'load'> },
  alert: Alert,
): Promise<TripContext> {
  const trip = alert.tripId === undefined ? undefined : await ports.trips.load(alert.tripId);
  const other = trip && counterpartAlertId(trip, alert.reporterId);
  const linked = other === undefined ? undefined : await ports.store.load(other);
  return {
    trip,
    verification: verify(alert, trip),
    linkedAlertIds: linked === undefined ? [] : [linked.alertId],
  };
}
