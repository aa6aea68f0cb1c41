import { turnAt } from './schedule-turns.ts';
import { clockOf, day, parseInstant } from './schedule-zone.ts';
import type { Override, Rotation, Team } from './team.ts';

/** A rotation with the overrides that touch the time asked for; instants are epoch ms. */
export interface Rota {
  rotation: Rotation;
  timeZone: string;
  isMember: (responderId: string) => boolean;
  /** The one that wins comes first. */
  overrides: { responderId: string; start: number; end: number }[];
}

/** One person on call, or nobody, while nothing of a rotation or its overrides begins or ends. */
export interface Piece {
  responderId: string | undefined;
  start: number;
  end: number;
  /** The number of the rotation's own turn; undefined where an override stands in. */
  turn: number | undefined;
}

interface Window {
  from: number;
  to: number;
}

/** Finds a team's rotations by name, each with the overrides that touch [from, to]. */
export function rotasOf(team: Team, window: Window): (name: string) => Rota | undefined {
  const { timeZone, rotations } = team;
  const near = overridesNear(team.overrides, window);
  const isMember = membershipOf(team);
  return (name) => {
    const rotation = rotations.find((one) => one.name === name);
    if (rotation === undefined) return undefined;
    const rota: Rota = { rotation, timeZone, isMember, overrides: [] };
    return { ...rota, overrides: overridesOf(rota, near, window) };
  };
}

export function responderAt(rota: Rota, at: number): string | undefined {
  const asked = overrideAt(rota, at) ?? turnAt(rota.rotation, rota.timeZone, at);
  return memberOf(rota, asked.responderId);
}

export function pieceAt(rota: Rota, at: number): Piece {
  const turn = turnAt(rota.rotation, rota.timeZone, at);
  let { start, end } = turn;
  for (const override of rota.overrides) {
    for (const edge of [override.start, override.end]) {
      if (edge <= at) start = Math.max(start, edge);
      else end = Math.min(end, edge);
    }
  }
  const override = overrideAt(rota, at);
  const responderId = memberOf(rota, (override ?? turn).responderId);
  return { responderId, start, end, turn: override === undefined ? turn.number : undefined };
}

/** A gap is set by an empty id; and a participant who is no longer a member leaves one. */
function memberOf(rota: Rota, responderId: string | undefined): string | undefined {
  return responderId !== undefined && rota.isMember(responderId) ? responderId : undefined;
}

/** Few of the members are ever asked for, so that a set of them all would cost more. */
function membershipOf({ members }: Team): Rota['isMember'] {
  const known = new Map<string, boolean>();
  return (responderId) => {
    const is =
      known.get(responderId) ??
      (responderId !== '' && members.some((one) => one.responderId === responderId));
    known.set(responderId, is);
    return is;
  };
}

function overrideAt(rota: Rota, at: number): Rota['overrides'][number] | undefined {
  return rota.overrides.find((one) => one.start <= at && at < one.end);
}

/** Comparing texts spares parsing hundreds of overrides; the days on either side are for offsets. */
function overridesNear(overrides: Override[], { from, to }: Window): Override[] {
  const earliest = Number.isFinite(from) ? dateText(from - day) : '';
  const latest = Number.isFinite(to) ? dateText(to + 2 * day) : '~';
  return overrides.filter((one) => one.end > earliest && one.start < latest);
}

function dateText(at: number): string {
  return new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * Where two overrides overlap, the one that begins later wins, then the one that ends sooner: a day's
 * stand-in within a week's is meant for that day, whichever was written first. Of two for the very
 * same time the later in the document is the correction. An override by somebody who is no longer a
 * member is passed over: the rotation's own responder is better than nobody.
 */
function overridesOf(
  { rotation, timeZone, isMember }: Rota,
  overrides: Override[],
  { from, to }: Window,
): Rota['overrides'] {
  const clock = clockOf(timeZone);
  return overrides
    .filter((one) => one.rotation === rotation.name)
    .map(({ responderId, start, end }) => ({
      responderId,
      start: parseInstant(start, clock),
      end: parseInstant(end, clock),
    }))
    .filter((one) => one.start < one.end && one.start <= to && one.end > from)
    .filter((one) => one.responderId === '' || isMember(one.responderId))
    .toReversed()
    .toSorted((a, b) => b.start - a.start || a.end - b.end);
}
