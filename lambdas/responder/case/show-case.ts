import type { Telemetry } from '../../ports.ts';
import { type CasePorts, openCase, UnrecordedError } from '../../open-case.ts';
import { loadScript } from '../../script-of.ts';
import { hasEnded } from '../ended.ts';
import type { Opened } from '../open-link.ts';
import type { CaseOfPage, PageOf } from '../page.ts';
import { namesIn } from './case.ts';
import { caseTexts } from './texts.ts';

export interface ShowPorts extends CasePorts {
  telemetry: Telemetry;
}

/** Whether somebody has the alert now: theirs alone is the case, and only until the alert ends. */
export function has({ alert, responder }: Opened): boolean {
  return alert.owner?.responderId === responder.responderId && !hasEnded(alert);
}

/**
 * The case for the page of whoever has the alert; undefined for everybody else, for whom nothing is
 * read and nothing recorded. A case that cannot be opened keeps nobody from the rest of the page.
 */
export async function showCase(ports: ShowPorts, page: PageOf): Promise<CaseOfPage> {
  if (!has(page)) return undefined;
  const { alert, responder, language } = page;
  const t = caseTexts[language];
  try {
    const reading = { by: responder.responderId, why: 'has the alert' };
    const opened = await openCase(ports, alert, reading);
    const { category, service } = alert;
    const isTheirs = opened.script.locale === language;
    const source = isTheirs
      ? undefined
      : await loadScript(ports, { category, service, locale: language });
    return { opened, page, language, t, source, nameOf: namesIn(alert, t.script.person) };
  } catch (error) {
    const { alertId, tier } = alert;
    ports.telemetry.fail('case not shown', error, { alertId, tier });
    return error instanceof UnrecordedError ? 'unrecorded' : 'unreadable';
  }
}
