import { html } from 'hono/html';
import type { Markup, PageOf } from './page.ts';
import { outcomes, type Texts } from './texts.ts';

/** What can be done with an alert that nobody has: one large button, and a quiet one. */
export function openActions(page: PageOf, t: Texts): Markup {
  const declined = page.alert.standingDown.includes(page.responder.responderId);
  return html`<section class="actions">
    ${form(page, { action: 'acknowledge', label: t.take, kind: 'take' })}
    ${!declined && form(page, { action: 'decline', label: t.decline, kind: 'quiet' })}
  </section>`;
}

/** What its owner can do with it, in the order in which it is mostly done. */
export function ownerActions(page: PageOf, t: Texts): Markup {
  const choices = outcomes.map((one) => html`<option value="${one}">${t.outcomes[one]}</option>`);
  const note = html`<label
    >${t.note}<textarea name="text" required maxlength="500" rows="3"></textarea>
  </label>`;
  const outcome = html`<label
    >${t.outcome}<select name="outcome" required>
      <option value="">${t.choose}</option>
      ${choices}
    </select>
  </label>`;
  // The tier is named, so that a form that is sent twice raises once.
  const oneUp = html`<input type="hidden" name="tier" value="${page.alert.tier - 1}" />`;
  return html`<section class="actions">
    ${form(page, { action: 'notes', label: t.saveNote, kind: 'strong' }, note)}
    ${form(page, { action: 'resolve', label: t.resolve, kind: 'plain' }, outcome)}
    ${page.alert.tier > 1 && form(page, { action: 'raise', label: t.raise, kind: 'quiet' }, oneUp)}
    ${form(page, { action: 'release', label: t.release, kind: 'quiet' })}
  </section>`;
}

function form(
  page: PageOf,
  of: { action: string; label: string; kind: 'take' | 'strong' | 'plain' | 'quiet' },
  fields: Markup | string = '',
): Markup {
  return html`<form method="post" action="${page.path}/${of.action}?lang=${page.language}">
    ${fields}<button class="${of.kind}">${of.label}</button>
  </form>`;
}
