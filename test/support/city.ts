import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { type Local, startLocal } from '../../local/start.ts';

export interface Sms {
  at: string;
  text: string;
  senderId: string | null;
}

/** A running local stack, told as a story: who presses, whose phone rings, who takes it. */
export class City {
  readonly local: Local;
  private readonly tokens = new Map<string, string>();

  constructor(local: Local) {
    this.local = local;
  }

  static async open(dataDir = mkdtempSync(join(tmpdir(), 'siaga-'))): Promise<City> {
    return new City(await startLocal({ dataDir }));
  }

  async close(): Promise<void> {
    await this.local.close();
    rmSync(this.local.dataDir, { recursive: true, force: true });
  }

  async token(sub: string, scope: string): Promise<string> {
    const key = `${sub} ${scope}`;
    const known = this.tokens.get(key);
    if (known !== undefined) return known;
    const response = await fetch(`${this.local.url}/_local/token`, {
      method: 'POST',
      body: JSON.stringify({ sub, scope }),
    });
    const { access_token: token } = (await response.json()) as { access_token: string };
    this.tokens.set(key, token);
    return token;
  }

  /** Calls the API; a string body goes out as it is. */
  async call(
    method: string,
    path: string,
    of: { as?: string; scope?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const headers: Record<string, string> = { ...of.headers };
    if (of.as !== undefined) {
      headers.authorization = `Bearer ${await this.token(of.as, of.scope ?? 'alerts:write')}`;
    }
    const body = typeof of.body === 'string' ? of.body : JSON.stringify(of.body);
    return fetch(`${this.local.url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(of.body !== undefined && { body }),
    });
  }

  async press(reporter: string, body: Record<string, unknown>) {
    const response = await this.call('POST', '/v1/alerts', { as: reporter, body });
    assert.equal(response.status, 202);
    return (await response.json()) as {
      alertId: string;
      tier: number;
      status: string;
      receivedAt: string;
      presses: number;
      emergencyNumbers: { number: string }[];
    };
  }

  async staff(method: string, path: string, body?: unknown, headers?: Record<string, string>) {
    return this.call(method, `/v1/staff${path}`, {
      as: 'boss',
      scope: 'staff staff:admin',
      body,
      headers,
    });
  }

  // eslint-disable-next-line typescript/no-explicit-any -- the contract's shape, asserted on by tests
  async alert(alertId: string): Promise<any> {
    return (await this.staff('GET', `/alerts/${alertId}`)).json();
  }

  async putPolicy(tier: number, policy: EscalationPolicy): Promise<void> {
    assert.equal((await this.staff('PUT', `/policies/${tier}`, policy)).status, 200);
  }

  async putTeam(tier: number, team: Team): Promise<void> {
    const { headers } = await this.staff('GET', `/teams/${tier}`);
    const ifMatch = { 'if-match': headers.get('etag')! };
    assert.equal((await this.staff('PUT', `/teams/${tier}`, team, ifMatch)).status, 200);
  }

  async inbox(phone: string): Promise<Sms[]> {
    const response = await fetch(`${this.local.url}/_local/phones/${phone}`);
    return response.ok ? ((await response.json()) as { messages: Sms[] }).messages : [];
  }

  /** The n-th SMS (from 1) of a phone, as soon as it is there. */
  async sms(phone: string, nth = 1, withinMs = 5_000): Promise<Sms> {
    const end = Date.now() + withinMs;
    for (;;) {
      const sms = (await this.inbox(phone))[nth - 1];
      if (sms !== undefined) return sms;
      assert.ok(Date.now() < end, `no SMS number ${nth} on ${phone} within ${withinMs} ms`);
      await pause(20);
    }
  }

  /** What the topic of a tier told machines, oldest first. */
  async topic(tier: number): Promise<Record<string, unknown>[]> {
    const topics = (await (await fetch(`${this.local.url}/_local/topics`)).json()) as {
      topic: string;
      messages: { message: string }[];
    }[];
    const ofTier = topics.find((one) => one.topic.includes(`Tier${tier}`));
    return ofTier!.messages.map((one) => JSON.parse(one.message) as Record<string, unknown>);
  }

  /** Runs a scheduled function now, and waits until it has run. */
  async run(name: string): Promise<void> {
    const url = `${this.local.url}/_local/schedules/${name}`;
    assert.equal((await fetch(url, { method: 'POST' })).status, 204);
  }

  async faults(faults: unknown): Promise<Response> {
    return fetch(`${this.local.url}/_local/faults`, {
      method: 'PUT',
      body: JSON.stringify(faults),
    });
  }

  async calls(): Promise<{ function: string; service: string; action: string; count: number }[]> {
    return (await fetch(`${this.local.url}/_local/calls`)).json() as never;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The path of the link in an SMS. */
export function linkOf(sms: Sms): string {
  return new URL(sms.text.split(' ').at(-1)!).pathname;
}

/** A policy for people in a hurry: each step waits this long. */
export function quick(
  waitSeconds: number,
  pages = ['primary', 'secondary', 'lead'],
): EscalationPolicy {
  return {
    steps: pages.map((page) => ({ page, waitSeconds })),
    repeat: { rounds: 1 },
    acknowledgeTimeoutSeconds: 60,
  };
}
