import type { Hono } from 'hono';
import type { Alert } from '../../lambdas/domain/alert.ts';
import type { CaseFile } from '../../lambdas/domain/case-file.ts';
import { erase } from '../../lambdas/erase.ts';
import { reporterApp, type ReporterPorts } from '../../lambdas/reporter/app.ts';
import { Memory } from '../support/memory.ts';

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- the contract's shape, asserted on by tests
  body: any;
  text: string;
}

/** A rider's app, and what it calls. */
export class Rider {
  readonly memory = new Memory();
  readonly ports: ReporterPorts;
  private readonly app: Hono;

  constructor() {
    const { caseStore: cases, ...ports } = this.memory;
    const newLinkKey = () => 'k'.repeat(43);
    this.ports = { ...ports, cases, newLinkKey, retention: 86_400_000 };
    this.app = reporterApp(this.ports, (env) => env as never);
  }

  async call(method: string, path: string, body?: unknown, sub = 'rider-1'): Promise<Answer> {
    const response = await this.app.request(
      `/v1${path}`,
      { method, ...(body !== undefined && { body: JSON.stringify(body) }) },
      { sub, requestId: 'request-1' },
    );
    const text = await response.text();
    return { status: response.status, text, body: text === '' ? undefined : JSON.parse(text) };
  }

  report(body: Record<string, unknown>): Promise<Answer> {
    return this.call('POST', '/reports', { service: 'GoRide', tripId: 'trip-1', ...body });
  }

  view(alertId: string): Promise<Answer> {
    return this.call('GET', `/alerts/${alertId}`);
  }

  post(alertId: string, what: string, body?: unknown): Promise<Answer> {
    return this.call('POST', `/alerts/${alertId}/${what}`, body);
  }

  /** Stored already, whatever its version. */
  has(alert: Alert): Alert {
    return this.memory.put(alert);
  }

  alert(alertId: string): Alert {
    return this.memory.alert(alertId)!;
  }

  case(alertId: string): CaseFile {
    return this.memory.caseOf(alertId)!;
  }

  erase(alertId: string, by = 'boss') {
    return erase(this.ports, this.alert(alertId), { by, reason: 'asked for in writing' });
  }
}
