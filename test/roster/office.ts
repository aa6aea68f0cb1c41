import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../bin/roster/run.ts';
import { writeRoster } from '../../bin/roster/write-file.ts';
import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { Desk } from '../staff/desk.ts';

/** A supervisor's office: the command, her folder, and the staff API at the other end of the line. */
export class Office {
  readonly folder = mkdtempSync(join(tmpdir(), 'siaga-roster-'));
  readonly api = new Desk();
  readonly requests: { method: string; url: string; authorization: string | null }[] = [];
  /** Given one after another when she is asked; a function happens before she answers. */
  answers: (boolean | (() => Promise<boolean>))[] = [];
  readonly questions: string[] = [];
  /** Where she types. */
  cwd = this.folder;
  env: Record<string, string> = {};
  /** Whether somebody sits at the terminal. */
  attended = true;
  /** Answers in the server's place, where it has something to say. */
  meanwhile: ((method: string, path: string) => Response | undefined) | undefined;
  out = '';
  err = '';

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the command as if it were typed, and answers with its exit code. */
  async type(...argv: string[]): Promise<number> {
    this.out = '';
    this.err = '';
    return run(argv, {
      env: this.env,
      cwd: this.cwd,
      now: () => this.api.memory.now,
      fetch: (url, init) => this.request(url, init),
      out: (text) => void (this.out += `${text}\n`),
      err: (text) => void (this.err += `${text}\n`),
      paint: (_, text) => text,
      ...(this.attended && { ask: (question) => this.answer(question) }),
    });
  }

  write(
    name: string,
    tiers: Partial<Record<Tier, { team: Team; policy?: EscalationPolicy }>>,
  ): void {
    const exported = Object.entries(tiers).map(([tier, of]) => ({
      tier: Number(tier) as Tier,
      ...of,
    }));
    this.writeText(name, writeRoster(exported, 'schema.json'));
  }

  writeText(name: string, text: string | Uint8Array): void {
    writeFileSync(join(this.folder, name), text);
  }

  stored(tier: Tier) {
    return this.api.memory.documentStore.loadTeam(tier);
  }

  storedPolicy(tier: Tier) {
    return this.api.memory.documentStore.loadPolicy(tier);
  }

  get puts(): string[] {
    const found = this.requests.filter((one) => one.method === 'PUT');
    return found.map((one) => new URL(one.url).pathname);
  }

  private async answer(question: string): Promise<boolean> {
    this.questions.push(question);
    const next = this.answers.shift();
    if (next === undefined) throw new Error(`nobody expected to be asked: ${question}`);
    return typeof next === 'boolean' ? next : next();
  }

  private async request(url: string, init: RequestInit): Promise<Response> {
    const { pathname } = new URL(url);
    const { method = 'GET' } = init;
    const authorization = new Headers(init.headers).get('authorization');
    this.requests.push({ method, url, authorization });
    const instead = this.meanwhile?.(method, pathname);
    if (instead !== undefined) return instead;
    if (pathname === '/_local/token') return Response.json({ access_token: 'local-token' });
    const { headers, body } = init;
    return this.api.app.request(pathname, { method, headers, body }, { sub: 'supervisor' });
  }
}
