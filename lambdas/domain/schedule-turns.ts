import { clockOf, day, parseInstant, type ZoneClock } from './schedule-zone.ts';
import type { Rotation } from './team.ts';

/** One shift as the rotation alone has it, before overrides; instants are epoch ms, `end` excluded. */
export interface Turn {
  /** Counts the shifts from 0; -1 is the time before the first. */
  number: number;
  /** Undefined where the shift is a gap. */
  responderId: string | undefined;
  start: number;
  end: number;
}

/**
 * The turn at an instant (epoch ms).
 *
 * Shifts of weeks, days and hours alike are counted on the local clock, those of hours too as
 * GoAlert has it: hand-offs lie at the `handoff` of the day on which the rotation starts and at every
 * whole number of shift lengths of wall time from there. So they keep their wall times across clock
 * changes: a day's shift then has 23 or 25 hours, one of 12 hours has 11 or 13, and one of an hour
 * that the clocks leap over is left out with its participant, so that the others keep their hours.
 *
 * The first participant is on call from `start` until the first of these hand-offs after it; before,
 * nobody is. The hand-off of the starting day itself does not end a first shift of days or weeks that
 * began earlier that day. A shift without length never ends; where `start` or `handoff` is no time,
 * none begins.
 */
export function turnAt(rotation: Rotation, timeZone: string, at: number): Turn {
  const clock = clockOf(timeZone);
  const { begin, firstHandoff, length } = planOf(rotation, clock);
  if (Number.isNaN(begin + firstHandoff)) return before(Infinity);
  if (at < begin) return before(begin);
  if (firstHandoff === Infinity) return turn(0, begin, Infinity);

  // The wall time gives the number, but for the hours around a clock change.
  let number = Math.max(0, Math.floor((clock.wallAt(at) - firstHandoff) / length) + 1);
  let start = startOf(number);
  let end = startOf(number + 1);
  while (end <= at) [number, start, end] = [number + 1, end, startOf(number + 2)];
  while (start > at) [number, start, end] = [number - 1, startOf(number - 1), start];
  return turn(number, start, end);

  function startOf(which: number): number {
    return which <= 0 ? begin : clock.instantOf(firstHandoff + (which - 1) * length);
  }

  function turn(which: number, from: number, to: number): Turn {
    const responderId = rotation.participants[which % rotation.participants.length];
    return { number: which, responderId: responderId || undefined, start: from, end: to };
  }
}

function before(end: number): Turn {
  return { number: -1, responderId: undefined, start: -Infinity, end };
}

interface Plan {
  /** The instant at which the first shift begins. */
  begin: number;
  /** The wall time at which the second shift begins; Infinity where shifts have no length. */
  firstHandoff: number;
  /** The length of a shift in ms of wall time. */
  length: number;
}

function planOf({ start, shift, handoff }: Rotation, clock: ZoneClock): Plan {
  const { weeks = 0, days = 0, hours = 0 } = shift;
  const length = (weeks * 7 + days) * day + hours * 3_600_000;
  const timeOfDay = minutesOf(handoff) * 60_000;
  const isDay = start.length === 'YYYY-MM-DD'.length;
  const begin = isDay ? clock.instantOf(Date.parse(start) + timeOfDay) : parseInstant(start, clock);
  if (!(length > 0)) return { begin, firstHandoff: Infinity, length };

  const wall = isDay ? Date.parse(start) + timeOfDay : clock.wallAt(begin);
  const handoffThatDay = Math.floor(wall / day) * day + timeOfDay;
  const passed = Math.floor((wall - handoffThatDay) / length);
  const first = 1 + (hours > 0 ? passed : Math.max(0, passed));
  let firstHandoff = handoffThatDay + first * length;
  // In an hour that comes twice, a later wall time may already have been.
  while (clock.instantOf(firstHandoff) <= begin) firstHandoff += length;
  return { begin, firstHandoff, length };
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
