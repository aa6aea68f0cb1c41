import { localTime } from '../../lambdas/domain/sms.ts';
import type { Rotation, Team } from '../../lambdas/domain/team.ts';

/** Enough to tell whose phone it is, for somebody who knows the number. */
export function maskPhone(phone: string): string {
  return `…${phone.slice(-3)}`;
}

/** `Thu 24 Dec 2026 08:00 WIB`; `at` in epoch ms. */
export function localInstant(at: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(at);
  return `${day.replaceAll(',', '')} ${localTime(at, timeZone)}`;
}

/** `90` is `1 min 30 s`. */
export function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.join(' ') || '0 s';
}

/** `{ days: 7 }` is `7 days`. */
export function shiftLength(shift: Rotation['shift']): string {
  return Object.entries(shift)
    .map(([unit, count]) => (count === 1 ? `1 ${unit.slice(0, -1)}` : `${count} ${unit}`))
    .join(' ');
}

export type Naming = (responderId: string) => string;

/** The names of some teams' members, with the id where two have the same; the later team counts. */
export function namingOf(...teams: Team[]): Naming {
  const members = teams.flatMap((team) => team.members);
  const names = new Map(members.map(({ responderId, name }) => [responderId, name]));
  const bearers = Map.groupBy(names.keys(), (responderId) => names.get(responderId));
  return (responderId) => {
    if (responderId === '') return 'nobody';
    const name = names.get(responderId);
    if (name === undefined) return responderId;
    return bearers.get(name)!.length > 1 ? `${name} (${responderId})` : name;
  };
}

/** Anything as one line for people. */
export function anyValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return value.length === 0 ? 'none' : value.join(', ');
  }
  return JSON.stringify(value);
}
