import { html } from 'hono/html';
import type { TimelineEntry } from '../domain/alert.ts';
import type { Outcome } from '../domain/outcomes.ts';
import { emergencyNumbersIn } from '../domain/referral/emergency-numbers.ts';
import type { Region } from '../domain/referral/regions.ts';
import { localTime } from '../domain/sms.ts';
import type { Markup, PageOf } from './page.ts';
import type { Texts } from './texts.ts';

/** What is personal shows to the one who has taken the alert, and to nobody before. */
export function facts({ alert, responder }: PageOf, t: Texts, hasTrail = false): Markup {
  if (alert.owner?.responderId !== responder.responderId) {
    return html`${alert.status === 'open' && html`<p class="small">${t.onlyAfterTaking}</p>`}`;
  }
  const rows: [string, Markup | string][] = [
    [t.facts.category, alert.category ? t.categories[alert.category] : t.noCategory],
  ];
  if (alert.role) rows.push([t.facts.role, t.roles[alert.role]]);
  if (alert.tripId) rows.push([t.facts.trip, alert.tripId]);
  if (alert.pressCount > 0) rows.push([t.facts.presses, String(alert.pressCount)]);
  // A trail ends with where they are now.
  if (alert.location && !hasTrail) rows.push([t.facts.location, place(alert.location, t)]);
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`;
}

/** A position goes to a third party only when the responder asks for the map. */
export function place(
  { lat, lng, accuracy }: { lat: number; lng: number; accuracy?: number },
  t: Texts,
): Markup {
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`;
  return html`${lat.toFixed(5)},
    ${lng.toFixed(5)}${accuracy ? ` (±\u00a0${Math.round(accuracy)}\u00a0m)` : ''}
    <a class="map" href="${map}" rel="noreferrer noopener" target="_blank">${t.openMap}</a>`;
}

export function guidance(t: Texts): Markup {
  return html`<details class="guidance">
    <summary><b>${t.guidanceTitle}</b></summary>
    <ol>
      ${t.guidance.map((line) => html`<li>${line}</li>`)}
    </ol>
  </details>`;
}

export function timeline({ alert, timeZone, responder }: PageOf, t: Texts): Markup {
  const names = new Map(alert.pages.map((page) => [page.responderId, page.name]));
  if (alert.owner) names.set(alert.owner.responderId, alert.owner.name);
  const owns = alert.owner?.responderId === responder.responderId;
  const lines = alert.timeline.map((entry) => {
    const who = entry.by === 'reporter' ? '' : (names.get(entry.by ?? '') ?? entry.by ?? '');
    const times = entry.times ? ` ×${entry.times}` : '';
    const text = said(entry, t, owns);
    return html`<li>
      <time>${localTime(entry.at, timeZone)}</time>
      <span>${t.events[entry.what]} ${who}${times}${text && `: ${text}`}</span>
    </li>`;
  });
  return html`<section>
    <h2>${t.timeline}</h2>
    <ol class="timeline">
      ${lines}
    </ol>
  </section>`;
}

/** What somebody wrote may hold what the person said, so it is for whoever has the alert. */
function said({ what, text }: TimelineEntry, t: Texts, owns: boolean): string {
  if (what === 'resolved') return t.outcomes[text as Outcome] ?? '';
  return owns ? (text ?? '') : '';
}

export function numbers(t: Texts, region: Region = {}): Markup {
  return html`<section>
    <h2>${t.numbers}</h2>
    <ul class="numbers">
      ${emergencyNumbersIn(region).map(
        ({ name, number }) =>
          html`<li>
            <a href="tel:${number}"><b>${number}</b> <span lang="id">${name}</span></a>
          </li>`,
      )}
    </ul>
  </section>`;
}
