import { shiftId } from './ids.ts';
import type { Tier } from './policy.ts';
import { type Interval, shiftsBetween } from './schedule.ts';
import type { Team } from './team.ts';

/** One shift as a calendar shows it; instants are epoch ms. */
export interface CalendarEntry {
  /** The same for the same shift, whoever takes it. */
  id: string;
  start: number;
  end: number;
  title: string;
}

/** More than this is no calendar that anybody reads; the earliest are kept. */
const mostEntries = 2_000;

/** The shifts that touch an interval, whole: one responder's, or with names those of all. */
export function shiftCalendar(
  team: Team,
  of: { tier: Tier; responderId?: string } & Interval,
): CalendarEntry[] {
  const { tier, responderId, from, to } = of;
  const names = new Map(team.members.map((member) => [member.responderId, member.name]));
  const entries = team.rotations.flatMap(({ name: rotation }) =>
    shiftsBetween(team, rotation, { from, to })
      .filter((shift) => responderId === undefined || shift.responderId === responderId)
      .filter(({ start, end }) => Number.isFinite(start) && Number.isFinite(end))
      .map(({ start, end, responderId: who }) => {
        const what = `Siaga T${tier} ${rotation}`;
        const title = plain(responderId === undefined ? `${names.get(who)}: ${what}` : what);
        return { id: shiftId(tier, rotation, start), start, end, title };
      }),
  );
  return entries.toSorted((a, b) => a.start - b.start).slice(0, mostEntries);
}

/** Without what no text of a calendar may hold. */
function plain(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');
}
