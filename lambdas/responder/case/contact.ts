import { html } from 'hono/html';
import { contactVerdict } from '../../domain/script/contact-verdict.ts';
import type { Hours } from '../../domain/script/contact-preferences.ts';
import type { Markup } from '../page.ts';
import type { Shown } from './case.ts';

/** Whether somebody may get in touch now, in plain words; what is not known is a no. */
export function contact({ opened, page, t }: Shown): Markup {
  const { intake } = opened.file;
  const { timeZone, now } = page;
  const verdict = contactVerdict(intake, { at: now, timeZone });
  const channels = verdict.channels.map((one) => t.contact.channels[one]).join(', ');
  const allowed = verdict.channels.length > 0;
  const { companion, responderGender, stopWord, child, contact: wishes } = intake.situation;
  const wished = [
    responderGender && t.contact.gender[responderGender],
    companion && t.contact.companion[companion],
    child === true && t.contact.child,
  ].filter((one) => typeof one === 'string');
  const rows: [string, string][] = [];
  if (wishes.safeHours) rows.push([t.contact.hours, hoursIn(wishes.safeHours, t.contact.anyTime)]);
  if (wishes.ifCallDrops) rows.push([t.contact.ifCallDrops, t.contact.drops[wishes.ifCallDrops]]);
  if (wished.length > 0) rows.push([t.contact.wishes, wished.join('; ')]);
  if (stopWord) rows.push([t.contact.stopWord, `“${stopWord}”`]);
  return html`<section class="contact">
    <p class="verdict ${allowed ? 'may' : 'may-not'}">
      ${
        allowed
          ? t.contact.mayNow(channels)
          : html`${t.contact.mayNot}
              <small>${verdict.because && t.contact.because[verdict.because]}</small>`
      }
    </p>
    ${
      rows.length > 0 &&
      html`<dl>
        ${rows.map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>`
    }
  </section>`;
}

function hoursIn(hours: 'any' | Hours[], anyTime: string): string {
  return hours === 'any' ? anyTime : hours.map(({ from, to }) => `${from}–${to}`).join(', ');
}
