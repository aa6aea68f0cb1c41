import { html } from 'hono/html';
import { type Told, told } from '../../domain/script/told.ts';
import { localTime } from '../../domain/sms.ts';
import type { Markup } from '../page.ts';
import type { Shown } from './case.ts';

/** What the person has said, word for word: shown to whoever comes next instead of asked again. */
export function words(shown: Shown): Markup {
  const { opened, page, t, source } = shown;
  const { said, script, file } = opened;
  const { timeZone } = page;
  const written = said.filter(({ details }) => details !== undefined && details !== '');
  const answers = told(script, file.intake);
  const meant = source ? told(source, file.intake) : [];
  const askedAs = new Map((source ?? script).questions.map(({ id, text }) => [id, text]));
  const skipped = file.intake.skipped.map((id) => askedAs.get(id) ?? id);
  return html`<section class="said">
    <h2>${t.said.title}</h2>
    ${file.erased && html`<p class="small">${t.said.erased}</p>`}
    ${
      !file.erased &&
      written.length === 0 &&
      answers.length === 0 &&
      html`<p class="small">${t.said.nothing}</p>`
    }
    ${written.map(
      ({ details, at, kind }) =>
        html`<figure>
          <blockquote dir="auto">${details}</blockquote>
          <figcaption>${localTime(at, timeZone)}, ${t.said[kind]}</figcaption>
        </figure>`,
    )}
    ${
      answers.length > 0 &&
      html`<h3>${t.script.told}</h3>
        ${answers.map((one, index) => answered(shown, one, meant[index]))}`
    }
    ${
      skipped.length > 0 &&
      html`<details>
        <summary>${t.script.skipped} (${skipped.length})</summary>
        <ul>
          ${skipped.map((text) => html`<li>${text}</li>`)}
        </ul>
      </details>`
    }
  </section>`;
}

/** The person's language first; beside it what the responder reads, where that is another. */
function answered({ opened, page, t, source, nameOf }: Shown, one: Told, meant?: Told): Markup {
  const { dir, locale } = opened.script;
  const asked = source?.questions.find(({ id }) => id === one.questionId)?.text;
  return html`<figure>
    <p class="asked" lang="${locale}" dir="${dir}">${one.asked ?? one.questionId}</p>
    ${asked && html`<p class="asked">${asked}</p>`}
    ${
      one.chosen.length > 0 &&
      html`<p class="chosen" lang="${locale}" dir="${dir}">${one.chosen.join(', ')}</p>`
    }
    ${meant && meant.chosen.length > 0 && html`<p class="chosen">${meant.chosen.join(', ')}</p>`}
    ${one.words && html`<blockquote dir="auto">${one.words}</blockquote>`}
    <figcaption>${localTime(one.at, page.timeZone)}, ${t.script.by} ${nameOf(one.by)}</figcaption>
  </figure>`;
}
