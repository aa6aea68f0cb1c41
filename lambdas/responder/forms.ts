import { html } from 'hono/html';
import { categories } from '../domain/policy.ts';
import { may } from '../domain/script/consent.ts';
import { outcomeNeeds, outcomes } from '../domain/outcomes.ts';
import type { Shown } from './case/case.ts';
import type { Markup, PageOf } from './page.ts';
import type { Texts } from './texts.ts';

/** What can be done with an alert that nobody has: one large button, and a quiet one. */
export function openActions(page: PageOf, t: Texts): Markup {
  const declined = page.alert.standingDown.includes(page.responder.responderId);
  return html`<section class="actions">
    ${form(page, { action: 'acknowledge', label: t.take, kind: 'take' })}
    ${!declined && form(page, { action: 'decline', label: t.decline, kind: 'quiet' })}
  </section>`;
}

/** What its owner can do with it, in the order in which it is mostly done. */
export function ownerActions(page: PageOf, t: Texts, shown?: Shown): Markup {
  const consents = shown?.opened.file.intake.consents ?? [];
  const allowed = outcomes.filter((one) => {
    const needs = outcomeNeeds[one];
    return needs === undefined || may(consents, needs);
  });
  const choices = allowed.map((one) => html`<option value="${one}">${t.outcomes[one]}</option>`);
  // So is the page that a note is written on: a form that is sent twice notes once.
  const seen = html`<input type="hidden" name="noteId" value="${page.alert.version}" />`;
  const note = html`${seen}<label
      >${t.note}<textarea name="text" required maxlength="500" rows="3"></textarea>
    </label>`;
  const outcome = html`${shown && classification(shown, t)}<label
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

/** Staff's own reading of it, which nobody asks the person for. */
function classification({ opened, t: words }: Shown, t: Texts): Markup {
  const current = opened.file.classification?.as;
  return html`<label
    >${words.classification} <small>(${words.notAsked})</small
    ><select name="classification">
      <option value="">—</option>
      ${categories.map(
        (one) =>
          html`<option value="${one}" ${one === current ? 'selected' : ''}>
            ${t.categories[one]}
          </option>`,
      )}
    </select>
  </label>`;
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
