import { Temporal } from 'temporal-polyfill';
import type { Rotation } from '../../lambdas/domain/team.ts';

/**
 * The shifts of a rotation one by one, slowly, from the words of its rules alone: hand-offs lie at the
 * hand-off time of the starting day and every whole number of shift lengths of wall time from there.
 * Yields the instant (epoch ms) at which each shift begins, the first participant's first.
 */
export function* shiftStarts(rotation: Rotation, timeZone: string): Generator<number, never> {
  const { start, shift, handoff } = rotation;
  const startsWithDay = start.length === 'YYYY-MM-DD'.length;
  const began = startsWithDay
    ? Temporal.PlainDate.from(start).toPlainDateTime(handoff)
    : Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const begin = startsWithDay
    ? firstInstantOf(began, timeZone)
    : Temporal.Instant.from(start).epochMilliseconds;
  yield begin;

  let wall = began.toPlainDate().toPlainDateTime(handoff);
  const step = Temporal.Duration.from(shift);
  if (shift.hours === undefined) wall = wall.add(step);
  else while (Temporal.PlainDateTime.compare(wall, began) > 0) wall = wall.subtract(step);
  while (firstInstantOf(wall, timeZone) <= begin) wall = wall.add(step);
  for (;;) {
    yield firstInstantOf(wall, timeZone);
    wall = wall.add(step);
  }
}

/** The earlier of two; the moment of the clock change for a wall time that it leaps over. */
function firstInstantOf(wall: Temporal.PlainDateTime, timeZone: string): number {
  const found = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  if (found.toPlainDateTime().equals(wall)) return found.epochMilliseconds;
  return found.getTimeZoneTransition('next')!.epochMilliseconds;
}

/** Who is on call at instants that may only move on. */
export function walker(rotation: Rotation, timeZone: string): (at: number) => string | undefined {
  const starts = shiftStarts(rotation, timeZone);
  let next = starts.next().value;
  let number = -1;
  return (at) => {
    while (next <= at) {
      next = starts.next().value;
      number += 1;
    }
    if (number < 0) return undefined;
    return rotation.participants[number % rotation.participants.length];
  };
}
