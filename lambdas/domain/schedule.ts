import type { Override, Rotation, Team } from './team.ts';

/** Who is on call in a rotation at an instant (epoch ms); undefined where nobody is. */
export function onCallIn(team: Team, rotationName: string, at: number): string | undefined {
  const override = overrideAt(team.overrides, rotationName, at);
  if (override !== undefined) return override.responderId;
  const rotation = team.rotations.find((one) => one.name === rotationName);
  return rotation && scheduledAt(rotation, team.timeZone, at);
}

/** Rotation by rotation, who is on call at an instant (epoch ms). */
export function onCall(team: Team, at: number): Map<string, string> {
  const names = new Set(team.rotations.map((rotation) => rotation.name));
  const found = [...names].map((name) => [name, onCallIn(team, name, at)] as const);
  return new Map(found.filter((one): one is [string, string] => one[1] !== undefined));
}

/** Overrides win over the rotation; of two that overlap, the one that begins later is meant. */
function overrideAt(overrides: Override[], rotation: string, at: number): Override | undefined {
  return overrides
    .filter((one) => one.rotation === rotation)
    .filter((one) => Date.parse(one.start) <= at && at < Date.parse(one.end))
    .toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
    .at(-1);
}

function scheduledAt(rotation: Rotation, timeZone: string, at: number): string | undefined {
  const { participants } = rotation;
  if (participants.length === 0) return undefined;
  const turn = shiftNumber(rotation, timeZone, at);
  return turn < 0 ? undefined : participants[turn % participants.length];
}

/**
 * How many shifts have ended since the rotation began; negative before it began. Shifts of days and
 * weeks change at the wall-clock time of the hand-off, so that one across a clock change has 23 or
 * 25 hours; shifts of hours have exactly that many hours.
 */
function shiftNumber(rotation: Rotation, timeZone: string, at: number): number {
  const { days = 0, weeks = 0, hours = 0 } = rotation.shift;
  const shiftDays = days + 7 * weeks;
  const handoff = minutesOf(rotation.handoff);
  if (shiftDays > 0) {
    const first = localAt(timeZone, startOf(rotation, timeZone));
    const here = localAt(timeZone, at);
    const today = here.day - (here.minutes < handoff ? 1 : 0);
    return Math.floor((today - first.day) / shiftDays);
  }
  return Math.floor((at - startOf(rotation, timeZone)) / (hours * 3_600_000));
}

/** The instant of the first hand-off. */
function startOf(rotation: Rotation, timeZone: string): number {
  if (rotation.start.length > 'YYYY-MM-DD'.length) return Date.parse(rotation.start);
  const wall = Date.parse(`${rotation.start}T00:00:00Z`) + minutesOf(rotation.handoff) * 60_000;
  return wall - offsetAt(timeZone, wall - offsetAt(timeZone, wall));
}

function offsetAt(timeZone: string, at: number): number {
  const here = localAt(timeZone, at);
  return here.day * 86_400_000 + here.minutes * 60_000 - Math.floor(at / 60_000) * 60_000;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Local calendar day (days since 1970-01-01) and minute of the day at an instant. */
function localAt(timeZone: string, at: number): { day: number; minutes: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const [date = '', time = ''] = format.format(at).split(', ');
  return { day: Date.parse(`${date}T00:00:00Z`) / 86_400_000, minutes: minutesOf(time) };
}
