import { html } from 'hono/html';
import type { Alert } from '../domain/alert.ts';
import { alertCode } from '../domain/ids.ts';
import { linkToken } from '../domain/link.ts';
import type { Tier } from '../domain/policy.ts';
import type { Responder } from '../domain/response.ts';
import { localTime, serviceName } from '../domain/sms.ts';
import { languageLink, layout, type Markup } from './page.ts';
import { queueTexts } from './queue-texts.ts';
import { type Language, texts } from './texts.ts';

export interface QueueOf {
  tier: Tier;
  responder: Responder;
  timeZone: string;
  language: Language;
  path: string;
  /** Oldest first; what does not fit on a page is left out. */
  waiting: Alert[];
  /** How many wait in all, or `at least`, where there are more than were read. */
  count: { atLeast: boolean; number: number };
}

/** What waits in a flood: one line an alert, each with its own link, and nothing about anybody. */
export function queuePage(queue: QueueOf): Markup {
  const { tier, language, path, waiting, count } = queue;
  const t = queueTexts[language];
  const number = `${count.number}${count.atLeast ? '+' : ''}`;
  const lines = waiting.map((alert) => line(alert, queue));
  const body = html`<header>
      <p><b class="tier t${tier}">${texts[language].tier} ${tier}</b></p>
      ${languageLink(language, path)}
    </header>
    <h1>${t.title}</h1>
    <p class="status ${waiting.length > 0 ? 'open' : 'ended'}" role="status">
      ${waiting.length > 0 ? t.waiting(number) : t.none}
    </p>
    ${
      waiting.length > 0 &&
      html`<p class="small">${t.oldestFirst}</p>
        <ol class="numbers">
          ${lines}
        </ol>`
    }
    ${count.number > waiting.length && html`<p class="small">${t.more}</p>`}`;
  return layout(language, { title: t.title, body, reload: `${path}?lang=${language}` });
}

function line(alert: Alert, { responder, timeZone, language }: QueueOf): Markup {
  const link = `/p/${linkToken(alert, responder.responderId)}?lang=${language}`;
  const since = queueTexts[language].since(localTime(alert.openedAt, timeZone));
  return html`<li>
    <a href="${link}"
      ><b>${alertCode(alert.alertId)}</b> ${serviceName(alert.service)} <span>${since}</span></a
    >
  </li>`;
}
