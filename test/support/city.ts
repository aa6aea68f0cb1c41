import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { noteUsed } from '../permissions/used.ts';
import { type Local, startLocal } from '../../local/start.ts';
import { Witness } from './witness.ts';

export interface Sms {
  at: string;
  text: string;
  senderId: string | null;
}

/** A running local stack, told as a story: who presses, whose phone rings, who takes it. */
export class City {
  readonly local: Local;
  readonly witness: Witness;
  private readonly tokens = new Map<string, string>();
  private presses = 0;

  constructor(local: Local, witness = new Witness()) {
    this.local = local;
    this.witness = witness;
  }

  static async open(dataDir = mkdtempSync(join(tmpdir(), 'siaga-'))): Promise<City> {
    const witness = new Witness();
    return new City(await startLocal({ dataDir }), witness);
  }

  /** Every story ends with a look at what machines and bystanders have read of its people. */
  async close(): Promise<void> {
    try {
      await noteUsed(this.local.url);
    } finally {
      await this.end();
    }
  }

  private async end(): Promise<void> {
    try {
      await this.witness.end(this.local);
    } finally {
      rmSync(this.local.dataDir, { recursive: true, force: true });
    }
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
    const { as: sub, scope = 'alerts:write' } = of;
    const token = sub === undefined ? undefined : await this.token(sub, scope);
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
    const body = typeof of.body === 'string' ? of.body : JSON.stringify(of.body);
    const response = await fetch(`${this.local.url}${path}`, {
      method,
      headers,
      redirect: 'manual',
      ...(of.body !== undefined && { body }),
    });
    this.witness.saw({ path, sub, scope, token, body: of.body }, response);
    return response;
  }

  async press(reporter: string, body: Record<string, unknown>) {
    // Where each press is, to the metre: no log may tell.
    this.presses += 1;
    const location = { lat: -6.175392 - this.presses / 1e4, lng: 106.827153 + this.presses / 1e4 };
    const sent = { location, ...body };
    const response = await this.call('POST', '/v1/alerts', { as: reporter, body: sent });
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

  /** From now on nothing scheduled runs but what is asked for, so that calls can be counted. */
  async stopSchedules(): Promise<void> {
    await fetch(`${this.local.url}/_local/schedules`, { method: 'DELETE' });
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
