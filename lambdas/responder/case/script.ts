import { html } from 'hono/html';
import { progressOf } from '../../domain/case-course.ts';
import { contactVerdict } from '../../domain/script/contact-verdict.ts';
import type { Line, Question } from '../../domain/script/schema.ts';
import { directionOf } from '../../domain/script/locales.ts';
import { linesAt, opening } from '../../domain/script/told.ts';
import type { Markup } from '../page.ts';
import { caseForm, type Shown } from './case.ts';

/**
 * One question at a time, in the person's language, and beside it always the ways out: skip, pause,
 * stop. Nothing is chosen beforehand and nothing has to be filled in.
 */
export function script(shown: Shown): Markup {
  const { opened, t } = shown;
  const { intake } = opened.file;
  const { question, done } = progressOf(opened.script, intake);
  const { now: at, timeZone } = shown.page;
  const first = contactVerdict(intake, { at, timeZone }).channels.length > 0;
  const machine = opened.script.translation === 'machine';
  return html`<section class="script" id="script">
    <h2>${t.script.title}</h2>
    ${!first && intake.status !== 'stopped' && html`<p class="small">${t.script.onlyIfTheyCall}</p>`}
    ${done > 0 && html`<p class="small">${t.script.done(done)}</p>`}
    ${machine && html`<p class="small">${t.script.inTheirLanguage}: ${t.script.machine}</p>`}
    ${intake.status === 'stopped' && html`<p class="status taken">${t.script.stopped}</p>`}
    ${
      intake.status === 'paused' &&
      html`<p class="status open">${t.script.paused}</p>
        ${caseForm(shown, { action: 'resume', label: t.script.resume, kind: 'strong' })}
        ${caseForm(shown, { action: 'stop', label: t.script.stop, kind: 'quiet' })}`
    }
    ${
      intake.status === 'going' &&
      html`${toSay(shown, question)}
        ${question ? ask(shown, question) : html`<p>${t.script.finished}</p>`}
        <div class="ways">
          ${question && caseForm(shown, { action: 'skip', label: t.script.skip, kind: 'quiet' }, named(question))}
          ${caseForm(shown, { action: 'pause', label: t.script.pause, kind: 'quiet' })}
          ${caseForm(shown, { action: 'stop', label: t.script.stop, kind: 'quiet' })}
        </div>`
    }
  </section>`;
}

function ask(shown: Shown, question: Question): Markup {
  const { t } = shown;
  const source = shown.source?.questions.find((one) => one.id === question.id);
  const type = question.kind === 'options' ? 'checkbox' : 'radio';
  const options = question.options.map((option) => {
    const meant = source?.options.find((one) => one.id === option.id)?.text;
    return html`<label class="option">
      <input type="${type}" name="options" value="${option.id}" />
      <span
        ><span ${inLanguage(shown, option)}>${option.text}</span
        >${meant && html` <small>${meant}</small>`}</span
      >
    </label>`;
  });
  const fields = html`${named(question)}
    <fieldset>
      <legend>
        <span ${inLanguage(shown, question)}>${question.text}</span>
        ${source && html`<small>${source.text}</small>`}
      </legend>
      <p class="small">
        ${t.script.why}: <span ${inLanguage(shown, question)}>${question.why}</span>
        ${source && html`<small>${source.why}</small>`}
      </p>
      ${options}
    </fieldset>
    <label
      >${t.script.ownWords}<textarea name="words" maxlength="4000" rows="3" dir="auto"></textarea>
    </label>`;
  return caseForm(shown, { action: 'answer', label: t.script.save, kind: 'strong' }, fields);
}

/** Before anything was asked the opening; later what belongs to the stage, and what is always true. */
function toSay(shown: Shown, question: Question | undefined): Markup | string {
  const { script: of, file } = shown.opened;
  const { intake } = file;
  const begun = intake.answers.length > 0 || intake.skipped.length > 0;
  const always = of.lines.filter((line) => line.says !== undefined);
  const lines = begun
    ? [...new Set([...(question ? linesAt(of, intake, question.stage) : []), ...always])]
    : opening(of, intake);
  const meanings = new Map(
    [...(shown.source?.opening ?? []), ...(shown.source?.lines ?? [])].map((one) => [
      one.id,
      one.text,
    ]),
  );
  const list = html`<ul class="say">
    ${lines.map((line) => {
      const meant = meanings.get(line.id);
      return html`<li>
        <span ${inLanguage(shown, line)}>${line.text}</span
        >${meant && html` <small>${meant}</small>`}
      </li>`;
    })}
  </ul>`;
  if (!begun) return list;
  return html`<details>
    <summary>${shown.t.script.toSay}</summary>
    ${list}
  </details>`;
}

function inLanguage({ opened }: Shown, { language }: Pick<Line, 'language'>): Markup {
  const locale = language ?? opened.script.locale;
  return html`lang="${locale}" dir="${directionOf(locale)}"`;
}

function named(question: Question): Markup {
  return html`<input type="hidden" name="questionId" value="${question.id}" />`;
}
