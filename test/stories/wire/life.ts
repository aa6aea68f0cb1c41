import assert from 'node:assert/strict';
import { alertIdOf } from '../../../lambdas/domain/ids.ts';
import { type City, linkOf, pause } from '../../support/city.ts';
import type { Category, Tier } from '../../../lambdas/domain/policy.ts';
import type { Watch } from './watch.ts';

/** Longest that a client tries, and that a page may take: a sweep and what it meets on its way (ms). */
const patience = 45_000;

/** One of each tier; the lanes share the work, since a flood in one of them is another story. */
const categories: Record<Tier, Category> = { 1: 'harassment', 2: 'other', 3: 'dispute' };

/** No more requests at once than a machine that is busy can answer in time. */
let free = 12;
const waiting: (() => void)[] = [];

/** The life of one alert, told by those who call the API: they try until they are answered. */
export class Life {
  readonly name: string;
  readonly alertId: string;
  /** What stands in each call about this alert. */
  readonly marks: string[];
  /** The answers that were no success. */
  readonly refusals: { path: string; status: number; type: string | null; body: string }[] = [];
  /** To each press. */
  readonly answers: Record<string, unknown>[] = [];
  takenAt = Infinity;
  readonly city: City;
  readonly watch: Watch;
  private readonly tripId: string;
  private readonly reporter: string;

  private readonly category: string;

  constructor(name: string, { city, watch, tier }: { city: City; watch: Watch; tier: Tier }) {
    this.name = name;
    this.category = categories[tier];
    this.city = city;
    this.watch = watch;
    this.tripId = `trip of ${name}`;
    this.reporter = `reporter of ${name}`;
    this.alertId = alertIdOf(this.reporter, { tripId: this.tripId, pressId: '' });
    this.marks = [this.alertId.slice('alr_'.length), this.tripId];
  }

  private get what() {
    return { service: 'GoRide', tripId: this.tripId, category: this.category };
  }

  tellTrip(): Promise<unknown> {
    const startedAt = new Date(Date.now() - 600_000).toISOString();
    const body = { service: 'GoRide', riderId: this.reporter, driverId: 'driver', startedAt };
    const path = `/v1/trips/${encodeURIComponent(this.tripId)}`;
    return this.ask('PUT', path, { as: 'platform', scope: 'trips:write', body });
  }

  async press(pressId: string): Promise<Record<string, unknown>> {
    const contact = { name: 'Sita' };
    const body = { pressId, ...this.what, contact };
    const answer = await this.ask('POST', '/v1/alerts', { as: this.reporter, body });
    this.answers.push(answer);
    return answer;
  }

  report(): Promise<unknown> {
    const body = { reportId: 'r', ...this.what, details: 'x' };
    return this.ask('POST', '/v1/reports', { as: this.reporter, body });
  }

  locations(): Promise<unknown> {
    const body = { points: [{ lat: -6.2, lng: 106.8 }] };
    return this.ask('POST', `/v1/alerts/${this.alertId}/locations`, { as: this.reporter, body });
  }

  cancel(): Promise<unknown> {
    const body = { pressId: 'c' };
    return this.ask('POST', `/v1/alerts/${this.alertId}/cancel`, { as: this.reporter, body });
  }

  ownView(): Promise<unknown> {
    return this.ask('GET', `/v1/alerts/${this.alertId}`, { as: this.reporter });
  }

  async staff(action: string, body: object = {}): Promise<void> {
    await this.ask('POST', `/v1/staff/alerts/${this.alertId}/${action}`, { ...boss, body });
    if (action === 'acknowledge') this.takenAt = Date.now();
  }

  view(): Promise<Record<string, unknown>> {
    return this.ask('GET', `/v1/staff/alerts/${this.alertId}`, boss);
  }

  /** Until somebody's phone has rung, and the alert knows of it. */
  async paged(): Promise<void> {
    for (const end = Date.now() + patience; ; await pause(250)) {
      assert.ok(Date.now() < end, `${this.name}: nobody was paged`);
      if (this.watch.about(this.alertId).length === 0) continue;
      const { pages } = (await this.view()) as { pages: { result: string }[] };
      if (pages.some((page) => page.result === 'sent')) return;
    }
  }

  get link(): string {
    return linkOf(this.watch.about(this.alertId)[0]!);
  }

  openLink(): Promise<unknown> {
    return this.ask('GET', this.link);
  }

  async byLink(action: string, body: object = {}): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await this.ask('POST', `${this.link}/${action}`, { body, headers });
    if (action === 'acknowledge') this.takenAt = Date.now();
  }

  /** Again and again while the answer is an error of ours; any other refusal is wrong. */
  private async ask(
    method: string,
    path: string,
    of: Parameters<City['call']>[2] = {},
  ): Promise<Record<string, unknown>> {
    for (const end = Date.now() + patience; ; await pause(200)) {
      const answer = await gently(() => this.city.call(method, path, of));
      const body = await answer.text();
      const { status } = answer;
      if (status < 400) return body.startsWith('{') ? (JSON.parse(body) as never) : {};
      this.refusals.push({ path, status, type: answer.headers.get('content-type'), body });
      assert.ok(status >= 500, `${this.name}: ${method} ${path} gets ${status} ${body}`);
      assert.ok(Date.now() < end, `${this.name}: ${method} ${path} still gets ${status} ${body}`);
    }
  }
}

const boss = { as: 'boss', scope: 'staff staff:admin' };

async function gently<Result>(what: () => Promise<Result>): Promise<Result> {
  if (free === 0) await new Promise<void>((go) => waiting.push(go));
  else free -= 1;
  try {
    return await what();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}
