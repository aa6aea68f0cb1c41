import { html } from 'hono/html';
import { alertCode } from '../../domain/ids.ts';
import { localTime } from '../../domain/sms.ts';
import type { Markup } from '../page.ts';
import type { Shown } from './case.ts';

/** What the record of the trip knows, so that nobody asks for it. */
export function tripFacts({ opened, page, t }: Shown): Markup {
  const { trip, verification, linkedAlertIds } = opened.trip;
  const at = (time: string) => localTime(Date.parse(time), page.timeZone);
  const rows: [string, string][] = [[t.trip.state, t.trip.states[verification]]];
  if (trip) {
    const { plate, model, colour } = trip.vehicle ?? {};
    const vehicle = [plate, model, colour].filter((part) => part !== undefined).join(', ');
    rows.push([t.trip.vehicle, vehicle || t.trip.unknown], [t.trip.started, at(trip.startedAt)]);
    if (trip.endedAt) rows.push([t.trip.ended, at(trip.endedAt)]);
    if (trip.cancelledAt) rows.push([t.trip.cancelled, at(trip.cancelledAt)]);
  }
  for (const alertId of linkedAlertIds) {
    rows.push([t.trip.other, t.trip.otherCalled(alertCode(alertId))]);
  }
  return html`<dl class="trip">
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}
