import { type Piece, pieceAt, responderAt, type Rota, rotasOf } from './schedule-rota.ts';
import type { Team } from './team.ts';

/**
 * Who is on call when: rotations, and overrides where somebody stands in. Instants are epoch ms, an
 * end is not included. An empty responderId, as a participant or of an override, sets a gap in which
 * nobody is on call. Unknown time zones throw RangeError.
 */

/** A stretch of time in which one responder is on call, or nobody where there is no responderId. */
export interface Span {
  responderId: string | undefined;
  start: number;
  end: number;
}

export interface Shift extends Span {
  responderId: string;
}

/** Includes `from`, not `to`; both finite. */
export interface Interval {
  from: number;
  to: number;
}

/** Who is on call in a rotation; undefined where nobody is, or there is no such rotation. */
export function onCallIn(team: Team, rotationName: string, at: number): string | undefined {
  const rota = rotasOf(team, { from: at, to: at })(rotationName);
  return rota && responderAt(rota, at);
}

/** Rotation by rotation, who is on call; rotations with nobody are left out. */
export function onCall(team: Team, at: number): Map<string, string> {
  const rotaOf = rotasOf(team, { from: at, to: at });
  const found = new Map<string, string>();
  for (const { name } of team.rotations) {
    const rota = rotaOf(name);
    const responderId = rota && responderAt(rota, at);
    if (responderId !== undefined) found.set(name, responderId);
  }
  return found;
}

/**
 * The whole shift of whoever is on call at an instant. It ends where somebody else or nobody follows,
 * and at each hand-off of the rotation, to the same responder too. Overrides that change nobody do not
 * cut it.
 */
export function shiftAt(team: Team, rotationName: string, at: number): Shift | undefined {
  const rota = rotasOf(team, { from: -Infinity, to: Infinity })(rotationName);
  return rota && shiftIn(rota, at);
}

/** What an interval of a rotation consists of, without a seam: shifts cut at its ends, and gaps. */
export function spansBetween(team: Team, rotationName: string, { from, to }: Interval): Span[] {
  if (!(from < to)) return [];
  const rota = rotasOf(team, { from, to })(rotationName);
  if (rota === undefined) return [{ responderId: undefined, start: from, end: to }];

  const spans: Span[] = [];
  let last: Piece | undefined;
  for (let at = from; at < to; at = last.end) {
    const piece = pieceAt(rota, at);
    const end = Math.min(piece.end, to);
    if (last !== undefined && areOneShift(last, piece)) spans.at(-1)!.end = end;
    else spans.push({ responderId: piece.responderId, start: at, end });
    last = piece;
  }
  return spans;
}

/** The shifts that touch an interval, whole, as calendars and hand-off notices want them. */
export function shiftsBetween(team: Team, rotationName: string, { from, to }: Interval): Shift[] {
  if (!(from < to)) return [];
  const shifts = spansBetween(team, rotationName, { from, to }).filter(isShift);
  const first = shifts.at(0);
  if (first?.start === from) first.start = shiftAt(team, rotationName, from)!.start;
  const last = shifts.at(-1);
  if (last?.end === to) last.end = shiftAt(team, rotationName, to - 1)!.end;
  return shifts;
}

function isShift(span: Span): span is Shift {
  return span.responderId !== undefined;
}

function shiftIn(rota: Rota, at: number): Shift | undefined {
  const piece = pieceAt(rota, at);
  const { responderId } = piece;
  if (responderId === undefined) return undefined;

  let first = piece;
  for (let before = pieceAt(rota, first.start - 1); areOneShift(before, first);) {
    first = before;
    before = pieceAt(rota, first.start - 1);
  }
  let last = piece;
  while (last.end < Infinity) {
    const after = pieceAt(rota, last.end);
    if (!areOneShift(last, after)) break;
    last = after;
  }
  return { responderId, start: first.start, end: last.end };
}

function areOneShift(before: Piece, after: Piece): boolean {
  if (before.responderId !== after.responderId) return false;
  const handedOver = before.turn !== undefined && after.turn !== undefined;
  return after.responderId === undefined || !handedOver || before.turn === after.turn;
}
