import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { CalendarEntry } from '../domain/shift-calendar.ts';

/** How often a calendar may ask again (s); most ask when they like. */
const freshFor = 3_600;

/** iCalendar (RFC 5545): instants in UTC, lines folded at 75 octets and ended by CRLF. */
export function icalOf(of: {
  name: string;
  entries: readonly CalendarEntry[];
  /** Epoch ms: with METHOD, a DTSTAMP is when the calendar was made. */
  madeAt: number;
}): string {
  const calendar = ical({
    name: of.name,
    prodId: { company: 'siaga', product: 'shifts', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: freshFor,
  });
  for (const { id, start, end, title } of of.entries) {
    calendar.createEvent({
      id,
      stamp: new Date(of.madeAt),
      start: new Date(start),
      end: new Date(end),
      summary: title,
      // Being on call keeps nobody from having an appointment.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // The last line is one too, and the library leaves its end out.
  return `${calendar.toString()}\r\n`;
}
