import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import type { FieldError } from '../../lambdas/visible-error.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';
import { type Access, openAccess } from './access.ts';

/** A tier as the server has it now; the ETags are what a change is made on condition of. */
export interface Snapshot {
  tier: Tier;
  team: Team;
  teamTag: string;
  policy: EscalationPolicy;
  policyTag: string;
}

/** The server's refusal of a document, with the fields that it names. */
export class Refusal extends Error {
  readonly fields: FieldError[];

  constructor(detail: string, fields: FieldError[]) {
    super(detail);
    this.fields = fields;
  }
}

/** What GET says of a document that nobody has stored. */
export const neverStored = '"0"';

const patience = 30_000;

/** The staff API, as far as rosters go. */
export class RosterServer {
  private readonly terminal: Terminal;
  private readonly access: Access;

  constructor(terminal: Terminal, access: Access) {
    this.terminal = terminal;
    this.access = access;
  }

  static async open(terminal: Terminal, url: string | undefined): Promise<RosterServer> {
    return new RosterServer(terminal, await openAccess(terminal, url));
  }

  get url(): string {
    return this.access.url;
  }

  async snapshot(tier: Tier): Promise<Snapshot> {
    const [team, policy] = await Promise.all([
      this.ask('GET', `teams/${tier}`),
      this.ask('GET', `policies/${tier}`),
    ]);
    return {
      tier,
      team: team.body as Team,
      teamTag: team.tag,
      policy: policy.body as EscalationPolicy,
      policyTag: policy.tag,
    };
  }

  /** The server's answer, or undefined where somebody else changed the document meanwhile. */
  async put(path: string, document: object, ifMatch: string): Promise<unknown> {
    const { status, body } = await this.ask('PUT', path, { document, ifMatch });
    return status === 412 ? undefined : body;
  }

  private async ask(
    method: string,
    path: string,
    change?: { document: object; ifMatch: string },
  ): Promise<{ status: number; tag: string; body: unknown }> {
    const response = await this.send(method, path, change);
    const body: unknown = await response.json().catch(() => undefined);
    const { status } = response;
    if (status === 412) return { status, tag: '', body: undefined };
    if (!response.ok) throw this.refused(status, body);
    const tag = response.headers.get('etag');
    if (typeof body !== 'object' || body === null || tag === null) {
      throw new Stop('server', `${this.url} is not a Siaga staff API: its answer is none of one`);
    }
    return { status, tag, body };
  }

  private async send(
    method: string,
    path: string,
    change?: { document: object; ifMatch: string },
  ): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.access.token}` };
    if (change !== undefined) {
      headers['if-match'] = change.ifMatch;
      headers['content-type'] = 'application/json';
    }
    try {
      return await this.terminal.fetch(`${this.url}/v1/staff/${path}`, {
        method,
        headers,
        // A token is meant for this address and for no other.
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
        ...(change !== undefined && { body: JSON.stringify(change.document) }),
      });
    } catch (error) {
      const unsure =
        change === undefined ? '' : '; whether it was stored is not known, so run again';
      throw new Stop('server', `${this.url} does not answer (${reason(error)})${unsure}`);
    }
  }

  private refused(status: number, body: unknown): Error {
    const { detail, errors = [] } = (body ?? {}) as { detail?: string; errors?: FieldError[] };
    if (status === 401) return new Stop('server', `the token is not accepted: ${this.access.hint}`);
    if (status === 403) return new Stop('server', 'the token lacks the scope staff or staff:admin');
    if (status === 400) return new Refusal(detail ?? 'not valid', errors);
    return new Stop('server', `the server answered ${status}: ${detail ?? 'nothing more'}`);
  }
}

/** `ECONNREFUSED` says more than "fetch failed". */
function reason(error: unknown): string {
  const { message, cause } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}
