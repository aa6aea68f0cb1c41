import { html } from 'hono/html';
import type { Alert } from '../domain/alert.ts';
import { alertCode } from '../domain/ids.ts';
import type { Responder } from '../domain/response.ts';
import { localTime, serviceName } from '../domain/sms.ts';
import type { Outcome } from '../domain/outcomes.ts';
import {
  caseCourse,
  caseFacts,
  caseFirst,
  caseHelp,
  type Closed,
  regionOf,
  type Shown,
} from './case/case.ts';
import { hasEnded } from './ended.ts';
import { facts, guidance, numbers, timeline } from './facts.ts';
import { openActions, ownerActions } from './forms.ts';
import { style } from './style.ts';
import { type Language, type Texts, texts } from './texts.ts';

export type Markup = ReturnType<typeof html>;

export interface PageOf {
  alert: Alert;
  responder: Responder;
  timeZone: string;
  /** Epoch ms */
  now: number;
  language: Language;
  /** `/p/{token}`: where the forms post to, since the page also answers under an action's path. */
  path: string;
  /** What came of what the responder has just done, where it could not be done. */
  notice?: string;
}

/** The case, for the one who has taken the alert and for nobody else. */
export type CaseOfPage = Shown | Closed | undefined;

/**
 * The responder's page, for a phone at three in the morning: what must not be done comes first,
 * then how things stand and the one large button; one column, nothing that needs JavaScript.
 */
export function alertPage(page: PageOf, shown?: CaseOfPage): Markup {
  const { alert, responder, language, path, notice } = page;
  const t = texts[language];
  const owns = alert.owner?.responderId === responder.responderId;
  const closed = hasEnded(alert);
  const taken = !owns && alert.owner !== undefined;
  const title = `${t.title} ${alertCode(alert.alertId)}`;
  const opened = typeof shown === 'object' ? shown : undefined;
  const region = opened && regionOf(opened);
  const body = html`${head(page, t)}
    <h1>${title}</h1>
    ${notice && html`<p class="notice" role="alert">${notice}</p>`}
    ${!closed && warnings(alert, t, taken || shown !== undefined)}
    ${(owns || !notice) && standing(page, t)} ${shown && caseFirst(shown, language)}
    ${alert.status === 'open' && openActions(page, t)}
    ${facts(page, t, (opened?.opened.trail.length ?? 0) > 0)} ${opened && caseFacts(opened)}
    ${owns && !closed && guidance(t)} ${opened && caseCourse(opened)}
    ${owns && !closed && ownerActions(page, t, opened)} ${opened && caseHelp(opened)}
    ${timeline(page, t)} ${numbers(t, region)}`;
  // Nobody who has the alert is interrupted while they write. The address is named, since the page
  // that refuses an action stands under that action's address.
  const reload = owns || closed ? undefined : `${path}?lang=${language}`;
  return layout(language, { title, body, reload });
}

/** One answer for every wrong link: nothing tells a mistyped one from an expired or a foreign one. */
export function wrongLinkPage(language: Language): Markup {
  const t = texts[language];
  const body = html`<header>${languageLink(language, '')}</header>
    <h1>${t.badLink}</h1>
    <p>${t.badLinkDetail}</p>
    ${numbers(t)}`;
  return layout(language, { title: t.badLink, body });
}

export function layout(
  language: Language,
  { title, body, reload }: { title: string; body: Markup; reload?: string },
): Markup {
  const { translated } = texts[language];
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${reload && html`<meta http-equiv="refresh" content="20; url=${reload}" />`}
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>${body} ${translated && html`<p class="small">${translated}</p>`}</main>
      </body>
    </html>`;
}

function head({ alert, language, timeZone, path }: PageOf, t: Texts): Markup {
  return html`<header>
    <p>
      <b class="tier t${alert.tier}">${t.tier} ${alert.tier}</b> ${serviceName(alert.service)}
      <time>${localTime(alert.openedAt, timeZone)}</time>
    </p>
    ${languageLink(language, path)}
  </header>`;
}

/**
 * Whoever calls a phone that has to be silent, or is watched, can get a person hurt. `told`: what
 * else there is to know of contact is said in another place, or is nothing to this reader.
 */
function warnings(alert: Alert, t: Texts, told: boolean): Markup {
  const danger = alert.duress ? t.duress : alert.silent && t.silent;
  const caution = !danger && !told && !alert.contactKnown && t.unknownContact;
  return html`${danger && html`<p class="warning danger" role="alert">${danger}</p>`}
  ${caution && html`<p class="warning caution" role="alert">${caution}</p>`}
  ${alert.cancelRequested && html`<p class="warning caution">${t.cancelRequested}</p>`}`;
}

/** How things stand, for whoever is reading. */
function standing({ alert, responder, timeZone }: PageOf, t: Texts): Markup {
  const owns = alert.owner?.responderId === responder.responderId;
  if (hasEnded(alert)) {
    const resolved = alert.timeline.findLast((entry) => entry.what === 'resolved');
    const outcome = t.outcomes[resolved?.text as Outcome] as string | undefined;
    return status('ended', outcome === undefined ? t.closed : html`${t.closed} ${outcome}.`);
  }
  if (owns) {
    const until = alert.progressBy && t.progressBy(localTime(alert.progressBy, timeZone));
    return status('yours', html`${t.yours} ${until && html`<small>${until}</small>`}`);
  }
  if (alert.owner) return status('taken', t.takenBy(alert.owner.name));
  const declined = alert.standingDown.includes(responder.responderId);
  return status('open', html`${t.open} ${declined && html`<small>${t.declined}</small>`}`);
}

function status(kind: 'open' | 'yours' | 'taken' | 'ended', text: Markup | string): Markup {
  return html`<p class="status ${kind}" role="status">${text}</p>`;
}

export function languageLink(language: Language, path: string): Markup {
  const [other, name] = language === 'id' ? ['en', 'English'] : ['id', 'Indonesia'];
  return html`<a class="language" href="${path}?lang=${other}" lang="${other}" hreflang="${other}"
    >${name}</a
  >`;
}
