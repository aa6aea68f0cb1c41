import { html } from 'hono/html';
import type { Alert } from '../domain/alert.ts';
import { alertCode } from '../domain/ids.ts';
import { emergencyNumbers } from '../domain/numbers.ts';
import type { Responder } from '../domain/response.ts';
import { localTime, serviceName } from '../domain/sms.ts';
import { style } from './style.ts';
import { type Language, outcomes, type Texts, texts } from './texts.ts';

type Markup = ReturnType<typeof html>;

export interface PageOf {
  alert: Alert;
  responder: Responder;
  timeZone: string;
  language: Language;
  /** `/p/{token}`: where the forms post to, since the page also answers under an action's path. */
  path: string;
  /** What came of what the responder has just done, where it could not be done. */
  notice?: string;
}

/** The responder's page: one column, large buttons, nothing that needs JavaScript. */
export function alertPage(page: PageOf): Markup {
  const { alert, responder, language, notice } = page;
  const t = texts[language];
  const owns = alert.owner?.responderId === responder.responderId;
  const closed = alert.status === 'resolved' || alert.status === 'cancelled';
  const waiting = !owns && !closed;
  const head = html`<p class="tier t${alert.tier}">${t.tier} ${alert.tier}</p>
    <h1>${t.title} ${alertCode(alert.alertId)}</h1>`;
  return layout(
    language,
    `${t.title} ${alertCode(alert.alertId)}`,
    html`${head} ${notice && html`<p class="notice" role="alert">${notice}</p>`}
      <p class="status" role="status">${statusText(t, alert, owns, closed)}</p>
      ${waiting && alert.standingDown.includes(responder.responderId) && html`<p>${t.declined}</p>`}
      ${!closed && contactWarning(t, alert)} ${alert.status === 'open' && openActions(page, t)}
      ${facts(page, t, owns)} ${owns && !closed && html`${guidance(t)} ${ownerActions(page, t)}`}
      ${timeline(page, t)} ${numbers(t)} ${languageLinks(language, page.path)}`,
    waiting,
  );
}

/** One answer for every wrong link: nothing tells a mistyped one from an expired or a foreign one. */
export function wrongLinkPage(language: Language): Markup {
  const t = texts[language];
  return layout(
    language,
    t.badLink,
    html`<h1>${t.badLink}</h1>
      <p>${t.badLinkDetail}</p>
      ${numbers(t)} ${languageLinks(language, '')}`,
    false,
  );
}

function layout(language: Language, title: string, body: Markup, refresh: boolean): Markup {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${refresh && html`<meta http-equiv="refresh" content="20" />`}
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;
}

function statusText(t: Texts, alert: Alert, owns: boolean, closed: boolean): string {
  if (closed) return t.closed;
  if (owns) return t.yours;
  return alert.owner ? t.takenBy(alert.owner.name) : t.open;
}

/** Told before anything else: whoever calls a phone that has to be silent can get a person hurt. */
function contactWarning(t: Texts, alert: Alert): Markup {
  if (alert.silent) return html`<p class="warning" role="alert">${t.silent}</p>`;
  if (!alert.contactKnown) return html`<p class="warning">${t.unknownContact}</p>`;
  return html``;
}

function button(
  page: PageOf,
  of: { action: string; label: string; kind: 'primary' | 'secondary' | 'quiet' },
  inside: Markup | string = '',
): Markup {
  const { action, label, kind } = of;
  return html`<form method="post" action="${page.path}/${action}?lang=${page.language}">
    ${inside}<button class="${kind}">${label}</button>
  </form>`;
}

function openActions(page: PageOf, t: Texts): Markup {
  return html`<section class="actions">
    ${button(page, { action: 'acknowledge', label: t.take, kind: 'primary' })}
    ${button(page, { action: 'decline', label: t.decline, kind: 'quiet' })}
  </section>`;
}

function ownerActions(page: PageOf, t: Texts): Markup {
  const choices = outcomes.map((one) => html`<option value="${one}">${t.outcomes[one]}</option>`);
  return html`<section class="actions">
    ${button(
      page,
      { action: 'notes', label: t.saveNote, kind: 'secondary' },
      html`<label
        >${t.note} <textarea name="text" required maxlength="500" rows="3"></textarea>
      </label>`,
    )}
    ${button(
      page,
      { action: 'resolve', label: t.resolve, kind: 'primary' },
      html`<label
        >${t.outcome}
        <select name="outcome">
          ${choices}
        </select></label
      >`,
    )}
    ${page.alert.tier > 1 && button(page, { action: 'raise', label: t.raise, kind: 'secondary' })}
    ${button(page, { action: 'release', label: t.release, kind: 'quiet' })}
  </section>`;
}

/** What is personal shows to the one who has taken the alert, and to nobody before. */
function facts({ alert, timeZone }: PageOf, t: Texts, owns: boolean): Markup {
  const rows: [string, Markup | string][] = [
    [t.facts.service, serviceName(alert.service)],
    [t.facts.time, localTime(alert.openedAt, timeZone)],
    [t.facts.presses, String(alert.pressCount)],
  ];
  if (owns) {
    rows.push([t.facts.category, alert.category ? t.categories[alert.category] : t.noCategory]);
    if (alert.role) rows.push([t.facts.role, t.roles[alert.role]]);
    if (alert.tripId) rows.push([t.facts.trip, alert.tripId]);
    if (alert.location) rows.push([t.facts.location, place(alert.location, t)]);
  }
  return html`<dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    ${!owns && html`<p class="small">${t.onlyAfterTaking}</p>`}`;
}

/** A position goes to a third party only when the responder asks for the map. */
function place({ lat, lng, accuracy }: NonNullable<Alert['location']>, t: Texts): Markup {
  const map = `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=17/${lat}/${lng}`;
  return html`${lat.toFixed(5)},
    ${lng.toFixed(5)}${accuracy ? ` (± ${Math.round(accuracy)} m)` : ''} <br /><a
      href="${map}"
      rel="noreferrer noopener"
      target="_blank"
      >${t.openMap}</a
    >`;
}

function guidance(t: Texts): Markup {
  return html`<section class="guidance">
    <h2>${t.guidanceTitle}</h2>
    <ol>
      ${t.guidance.map((line) => html`<li>${line}</li>`)}
    </ol>
  </section>`;
}

function timeline({ alert, timeZone, responder }: PageOf, t: Texts): Markup {
  const names = new Map(alert.pages.map((page) => [page.responderId, page.name]));
  const owns = alert.owner?.responderId === responder.responderId;
  const lines = alert.timeline.map((entry) => {
    const who = entry.by === 'reporter' ? '' : (names.get(entry.by ?? '') ?? entry.by ?? '');
    const times = entry.times ? ` ×${entry.times}` : '';
    // A note may hold what the person said, so it is for whoever has the alert.
    const text = entry.text && (owns || entry.what !== 'noted') ? `: ${entry.text}` : '';
    return html`<li>
      <time>${localTime(entry.at, timeZone)}</time> ${t.events[entry.what]} ${who}${times}${text}
    </li>`;
  });
  return html`<section>
    <h2>${t.timeline}</h2>
    <ol class="timeline">
      ${lines}
    </ol>
  </section>`;
}

function numbers(t: Texts): Markup {
  return html`<section>
    <h2>${t.numbers}</h2>
    <ul class="numbers">
      ${emergencyNumbers.map(
        ({ name, number }) => html`<li><a href="tel:${number}">${number}</a> ${name}</li>`,
      )}
    </ul>
  </section>`;
}

function languageLinks(language: Language, path: string): Markup {
  return html`<p class="small">
    ${
      language === 'id'
        ? html`<a href="${path}?lang=en" lang="en" hreflang="en">English</a>`
        : html`<a href="${path}?lang=id" lang="id" hreflang="id">Bahasa Indonesia</a>`
    }
  </p>`;
}
