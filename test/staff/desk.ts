import type { Hono } from 'hono';
import { staffApp, type StaffPorts } from '../../lambdas/staff/app.ts';
import { Memory } from '../support/memory.ts';

export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- the contract's shape, asserted on by tests
  body: any;
  /** The fields that the errors name, sorted. */
  fields: string[];
}

/** The staff API, and what it acts on. Whoever calls is named in each call. */
export class Desk {
  readonly memory = new Memory();
  readonly app: Hono;
  private keys = 0;

  constructor(more: Partial<StaffPorts> = {}) {
    const { documentStore: documents, caseStore: cases, ...ports } = this.memory;
    const links = { linkBase: 'https://siaga.example', newLinkKey: () => this.newLinkKey() };
    const callers = {
      subOf: (env: unknown) => (env as { sub: string }).sub,
      holdsScope: (env: unknown, scope: string) =>
        (env as { scopes: string[] }).scopes.includes(scope),
    };
    this.app = staffApp({ ...ports, documents, cases, ...links, ...more }, callers);
  }

  /** 256 bits, other ones each time. */
  private newLinkKey(): string {
    this.keys += 1;
    return Buffer.alloc(32, this.keys).toString('base64url');
  }

  get(path: string, as: { sub?: string; scopes?: string[] } = {}): Promise<Answer> {
    return this.call('GET', path, as);
  }

  post(path: string, body: unknown = {}, sub = 'boss'): Promise<Answer> {
    return this.call('POST', path, { body, sub });
  }

  put(path: string, body: unknown, ifMatch?: string): Promise<Answer> {
    return this.call('PUT', path, { body, ifMatch });
  }

  private async call(
    method: string,
    path: string,
    of: { body?: unknown; sub?: string; scopes?: string[]; ifMatch?: string } = {},
  ): Promise<Answer> {
    const text = typeof of.body === 'string' ? of.body : JSON.stringify(of.body);
    const response = await this.app.request(
      `/v1/staff${path}`,
      {
        method,
        ...(of.body !== undefined && { body: text }),
        ...(of.ifMatch !== undefined && { headers: { 'if-match': of.ifMatch } }),
      },
      { sub: of.sub ?? 'boss', scopes: of.scopes ?? ['staff', 'staff:admin'] },
    );
    const body = (await response.json()) as { errors?: { field: string; detail: string }[] };
    const fields = (body.errors ?? []).map((one) => one.field).toSorted();
    return { status: response.status, headers: response.headers, body, fields };
  }
}
