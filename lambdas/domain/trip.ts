import { alertIdOf } from './ids.ts';
import type { Region } from './referral/regions.ts';

/** What the platform knows of a trip, and so nobody has to ask. */
export interface Trip {
  tripId: string;
  service: string;
  riderId: string;
  driverId: string;
  /** Where it is, as far as the platform tells: it decides which numbers and partners there are. */
  region?: Region;
  vehicle?: { plate?: string; model?: string; colour?: string };
  /** ISO 8601 instants */
  startedAt: string;
  endedAt?: string;
  cancelledAt?: string;
}

/** Where a trip stood when the button was pressed. All are helped alike; the responder is told. */
export type Verification = 'in_progress' | 'not_started' | 'ended' | 'cancelled' | 'unknown';

export function verify(
  alert: { reporterId: string; openedAt: number },
  trip: Trip | undefined,
): Verification {
  if (trip === undefined || roleIn(trip, alert.reporterId) === undefined) return 'unknown';
  const isBy = (time: string | undefined) =>
    time !== undefined && Date.parse(time) <= alert.openedAt;
  if (isBy(trip.cancelledAt)) return 'cancelled';
  if (isBy(trip.endedAt)) return 'ended';
  return isBy(trip.startedAt) ? 'in_progress' : 'not_started';
}

export function roleIn(trip: Trip, userId: string): 'rider' | 'driver' | undefined {
  if (userId === trip.riderId) return 'rider';
  return userId === trip.driverId ? 'driver' : undefined;
}

/**
 * The alert that the other person on the trip has, if they have one: its id is derived, so rider's
 * and driver's alerts find each other without a link that somebody would have to write.
 */
export function counterpartAlertId(trip: Trip, reporterId: string): string | undefined {
  const role = roleIn(trip, reporterId);
  if (role === undefined || trip.riderId === trip.driverId) return undefined;
  const other = role === 'rider' ? trip.driverId : trip.riderId;
  return alertIdOf(other, { tripId: trip.tripId, pressId: '' });
}
