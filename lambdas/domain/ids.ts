import { createHash } from 'node:crypto';

/**
 * The alert id is derived, so that a retry, a second press and a later report find the same alert
 * with no index: from reporter and trip, or from reporter and `pressId` where there is no trip.
 * `alr_` and 22 characters of base64url (128 bits of SHA-256).
 */
export function alertIdOf(
  reporterId: string,
  of: { tripId?: string | undefined; pressId: string },
): string {
  const parts =
    of.tripId === undefined ? ['press', reporterId, of.pressId] : ['trip', reporterId, of.tripId];
  return `alr_${shortHash(parts, 16)}`;
}

/** How a press is remembered in the alert: 64 bits, whatever length the app's own id has. */
export function pressKey(pressId: string): string {
  return shortHash(['press', pressId], 8);
}

/** How a link names its responder: 48 bits, so that the SMS stays one segment. */
export function responderTag(responderId: string): string {
  return shortHash(['responder', responderId], 6);
}

/** What was told of is remembered by a tag of 72 bits, whatever length its names have. */
export function toldTag(...of: string[]): string {
  return shortHash(['told', ...of], 9);
}

/** How calendars know a shift again, whoever takes it: globally unique, as RFC 5545 asks. */
export function shiftId(tier: number, rotation: string, start: number): string {
  return `${shortHash(['shift', String(tier), rotation, String(start)], 15)}@shifts.siaga`;
}

const readable = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Four letters and digits that two people can say to each other on the phone; not unique. */
export function alertCode(alertId: string): string {
  const digest = createHash('sha256').update(`code ${alertId}`).digest();
  return [...digest.subarray(0, 4)].map((byte) => readable[byte % readable.length]).join('');
}

/** One of `shards`, the same for the same alert for ever. */
export function shardOf(alertId: string, shards: number): number {
  return createHash('sha256').update(`shard ${alertId}`).digest()[0]! % shards;
}

function shortHash(parts: string[], bytes: number): string {
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, bytes)
    .toString('base64url');
}
