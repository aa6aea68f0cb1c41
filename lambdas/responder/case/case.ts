import { html } from 'hono/html';
import type { Alert } from '../../domain/alert.ts';
import type { Region } from '../../domain/referral/regions.ts';
import type { Script } from '../../domain/script/schema.ts';
import type { OpenedCase } from '../../open-case.ts';
import type { Markup, PageOf } from '../page.ts';
import type { Language } from '../texts.ts';
import { consents } from './consents.ts';
import { contact } from './contact.ts';
import { referral } from './referral.ts';
import { script } from './script.ts';
import { type CaseTexts, caseTexts } from './texts.ts';
import { trail } from './trail.ts';
import { tripFacts } from './trip.ts';
import { words } from './words.ts';

/** A case as the page's parts need it. */
export interface Shown {
  opened: OpenedCase;
  page: PageOf;
  language: Language;
  t: CaseTexts;
  /** The script in the page's language, where the person's is another. */
  source?: Script;
  /** The name of who did something, as the page calls them. */
  nameOf(by: string): string;
}

/** What shows where a case should be and cannot be shown. */
export type Closed = 'unrecorded' | 'unreadable';

/** Whether and how somebody may get in touch, and what was said: it comes before anything to do. */
export function caseFirst(shown: Shown | Closed, language: Language): Markup {
  if (shown === 'unrecorded' || shown === 'unreadable') {
    return html`<p class="warning caution" role="alert">${caseTexts[language][shown]}</p>`;
  }
  return html`${contact(shown)} ${words(shown)}`;
}

/** What the trip knows, and where the person is. */
export function caseFacts(shown: Shown): Markup {
  return html`${tripFacts(shown)} ${trail(shown)}`;
}

/** What may be asked next, and what was agreed to. */
export function caseCourse(shown: Shown): Markup {
  return html`${script(shown)} ${consents(shown)}`;
}

export function caseHelp(shown: Shown): Markup | string {
  return referral(shown);
}

/** Where the person is: as their phone says, else as the platform knows of the trip. */
export function regionOf({ page, opened }: Shown): Region {
  return page.alert.region ?? opened.trip.trip?.region ?? {};
}

export function namesIn(alert: Alert, person: string): (by: string) => string {
  const names = new Map(alert.pages.map((one) => [one.responderId, one.name]));
  if (alert.owner) names.set(alert.owner.responderId, alert.owner.name);
  return (by) => (by === 'reporter' ? person : (names.get(by) ?? by));
}

/** A form of the case: it goes to the link's own address and comes back to where it was. */
export function caseForm(
  { page, language }: Shown,
  of: { action: string; label: string; kind: 'strong' | 'plain' | 'quiet' | 'small' },
  fields: Markup | string = '',
): Markup {
  return html`<form method="post" action="${page.path}/${of.action}?lang=${language}">
    ${fields}<button class="${of.kind}">${of.label}</button>
  </form>`;
}
