import type { Hono } from 'hono';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { linkToken } from '../../lambdas/domain/link.ts';
import type { PressFacts } from '../../lambdas/domain/press.ts';
import { type ResponderPorts, responderApp } from '../../lambdas/responder/app.ts';
import { alertOf, night, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';

/** The pages behind the links, and what they act on. */
export class Phone {
  readonly memory = new Memory();
  readonly app: Hono;

  constructor(more: Partial<ResponderPorts> = {}) {
    for (const tier of [1, 2, 3] as const) this.memory.setTeam(tier, team());
    const { documentStore: documents, caseStore: cases, ...ports } = this.memory;
    this.app = responderApp({ ...ports, documents, cases, ...more });
  }

  /** An alert of which everybody on the team has got a page. */
  paged(partial: Partial<PressFacts> = {}, more: Partial<Alert> = {}): Alert {
    const opened = { ...alertOf(partial), ...more, hop: 2 };
    const plan = planStep(opened, { team: team() }, night);
    const results = plan.recipients.map((one) => ({ ...one, result: 'sent' as const }));
    return this.memory.put(recordStep(opened, plan, results, night));
  }

  now(alert: Alert): Alert {
    return this.memory.alert(alert.alertId)!;
  }

  /** Opens a responder's link, in English. */
  async open(alert: Alert, responderId: string) {
    return this.get(linkToken(alert, responderId));
  }

  async get(token: string) {
    return this.answer(await this.app.request(`/p/${token}?lang=en`));
  }

  /** Sends a form of the page behind a responder's link. */
  async press(
    alert: Alert,
    responderId: string,
    action: string,
    form: Record<string, string> = {},
  ) {
    return this.post(linkToken(alert, responderId), action, new URLSearchParams(form));
  }

  async post(
    token: string,
    action: string,
    body: string | URLSearchParams,
    headers: Record<string, string> = {},
  ) {
    const path = `/p/${token}/${action}?lang=en`;
    return this.answer(await this.app.request(path, { method: 'POST', body, headers }));
  }

  private async answer(response: Response) {
    const { status, headers } = response;
    return { status, headers, text: await response.text() };
  }
}
