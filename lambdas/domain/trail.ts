/** A position of the reporter's phone; `at` is epoch ms. */
export interface TrailPoint {
  lat: number;
  lng: number;
  /** Metres */
  accuracy?: number;
  at: number;
}

/** How far a phone's clock is believed: a point from outside is one from now (ms). */
const believedBefore = 24 * 60 * 60_000;
const believedAfter = 10 * 60_000;
/** After this long an ended alert follows nobody any more (ms). */
const followsAfterEnd = 60 * 60_000;

/** The time of a point as far as it can be believed, to the second. */
export function pointTime(at: number | undefined, now: number): number {
  const believed = at !== undefined && at > now - believedBefore && at < now + believedAfter;
  return Math.floor((believed ? at : now) / 1000) * 1000;
}

export function isFollowed(alert: { closedAt?: number }, now: number): boolean {
  return alert.closedAt === undefined || now < alert.closedAt + followsAfterEnd;
}
