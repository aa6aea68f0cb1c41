import { html } from 'hono/html';
import { consentFor } from '../../domain/script/consent.ts';
import { type ConsentKind, consentKinds } from '../../domain/script/schema.ts';
import { localTime } from '../../domain/sms.ts';
import type { Markup } from '../page.ts';
import { caseForm, type Shown } from './case.ts';

/** Who agreed to what, no unless it was said. Only what was agreed to can be done from here. */
export function consents(shown: Shown): Markup {
  const { opened, page, t, nameOf } = shown;
  const { intake, steps = [] } = opened.file;
  const time = (at: number) => localTime(at, page.timeZone);
  const given = consentKinds.flatMap((kind) => consentFor(intake.consents, kind) ?? []);
  const open = consentKinds.filter((kind) => !given.some((one) => one.kind === kind));
  const rows = given.map(({ kind, at, by }) => {
    const taken = steps.findLast((one) => one.kind === kind);
    return html`<li>
      <b>${t.consent.kinds[kind]}</b>: <span class="agreed">${t.consent.yes}</span>
      <small>${time(at)}, ${t.script.by} ${nameOf(by)}</small>
      ${taken && html`<small>${t.consent.taken} ${time(taken.at)}, ${nameOf(taken.by)}</small>`}
      <div class="ways">
        ${caseForm(shown, { action: 'step', label: t.consent.done, kind: 'plain' }, kindOf(kind))}
        ${caseForm(shown, { action: 'consent', label: t.consent.withdraw, kind: 'quiet' }, decided(kind, 'no'))}
      </div>
    </li>`;
  });
  return html`<section class="consents" id="consents">
    <h2>${t.consent.title}</h2>
    <p class="small">${t.consent.rule}</p>
    <ul>
      ${rows}
    </ul>
    ${
      open.length > 0 &&
      html`<p><b>${t.consent.no}:</b> ${open.map((kind) => t.consent.kinds[kind]).join(' · ')}</p>
        <details>
          <summary>${t.consent.agreed}</summary>
          ${caseForm(shown, { action: 'consent', label: t.consent.record, kind: 'plain' }, choice(shown, open))}
        </details>`
    }
  </section>`;
}

function choice({ t }: Shown, kinds: readonly ConsentKind[]): Markup {
  return html`<input type="hidden" name="given" value="yes" /><label
      >${t.consent.which}<select name="kind" required>
        <option value="">…</option>
        ${kinds.map((kind) => html`<option value="${kind}">${t.consent.kinds[kind]}</option>`)}
      </select></label
    >`;
}

function kindOf(kind: ConsentKind): Markup {
  return html`<input type="hidden" name="kind" value="${kind}" />`;
}

function decided(kind: ConsentKind, given: 'yes' | 'no'): Markup {
  return html`${kindOf(kind)}<input type="hidden" name="given" value="${given}" />`;
}
