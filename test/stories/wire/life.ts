import assert from 'node:assert/strict';
import { alertIdOf } from '../../../lambdas/domain/ids.ts';
import { type City, linkOf, pause } from '../../support/city.ts';
import type { Category, Tier } from '../../../lambdas/domain/policy.ts';
import { type Answer, boss, insist, patience } from './insist.ts';
import type { Watch } from './watch.ts';

/** One of each tier; the lanes share the work, since a flood in one of them is another story. */
const categories: Record<Tier, Category> = { 1: 'harassment', 2: 'other', 3: 'dispute' };

/** What a person says. */
export const words = 'dia bernyanyi dengan keras';

/** The life of one alert, told by those who call the API: they try until they are answered. */
export class Life {
  readonly name: string;
  readonly alertId: string;
  /** What stands in each call about this alert. */
  readonly marks: string[];
  /** The answers that were no success. */
  readonly refusals: Answer[] = [];
  /** To each press. */
  readonly answers: Record<string, unknown>[] = [];
  takenAt = Infinity;
  readonly city: City;
  readonly watch: Watch;
  private readonly tripId: string;
  private readonly reporter: string;

  private readonly category: string;
  private readonly tier: Tier;

  constructor(name: string, { city, watch, tier }: { city: City; watch: Watch; tier: Tier }) {
    this.name = name;
    this.tier = tier;
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

  report(told: object = {}): Promise<unknown> {
    const body = { reportId: 'r', ...this.what, details: words, ...told };
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

  own(what: 'consents' | 'check-in' | 'erase', body: object = {}): Promise<unknown> {
    return this.ask('POST', `/v1/alerts/${this.alertId}/${what}`, { as: this.reporter, body });
  }

  async staff(action: string, body: object = {}): Promise<void> {
    await this.ask('POST', `/v1/staff/alerts/${this.alertId}/${action}`, { ...boss, body });
    this.sees(action);
  }

  view(): Promise<Record<string, unknown>> {
    return this.ask('GET', `/v1/staff/alerts/${this.alertId}`, boss);
  }

  /** Its words and who has read them; the reading itself is recorded. */
  async opened(): Promise<{ sealed: Record<string, unknown>; reads: unknown[] }> {
    const path = `/v1/staff/alerts/${this.alertId}`;
    const sealed = await this.ask('GET', `${path}/case?reason=story`, boss);
    const { reads } = await this.ask('GET', `${path}/reads`, boss);
    return { sealed, reads: reads as unknown[] };
  }

  /** Until the words stand so often in the case; what the table did not take comes by the queue. */
  async heard(times: number): Promise<void> {
    for (const end = Date.now() + patience; ; await pause(500)) {
      const { sealed } = await this.opened();
      const count = JSON.stringify(sealed).split(words).length - 1;
      if (count === times) return;
      assert.ok(Date.now() < end, `${this.name}: told ${times} times and kept ${count} times`);
    }
  }

  /** Until somebody's phone has rung so many times, and the alert knows of it. */
  async paged(responderId = `primary-${this.tier}`, times = 1): Promise<void> {
    for (const end = Date.now() + patience; ; await pause(150)) {
      assert.ok(Date.now() < end, `${this.name}: ${responderId} was not paged`);
      if (this.watch.about(this.alertId).length === 0) continue;
      const { pages } = (await this.view()) as { pages: { responderId: string; result: string }[] };
      const theirs = pages.filter((page) => page.responderId === responderId);
      if (theirs.filter((page) => page.result === 'sent').length >= times) return;
    }
  }

  /** Of whoever was paged first. */
  get link(): string {
    const [first] = this.watch.about(this.alertId).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    return linkOf(first!);
  }

  openLink(): Promise<unknown> {
    return this.ask('GET', this.link);
  }

  async byLink(action: string, body: object = {}): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    await this.ask('POST', `${this.link}/${action}`, { body, headers });
    this.sees(action);
  }

  private sees(action: string): void {
    if (action === 'acknowledge') this.takenAt = Date.now();
    if (action === 'release' || action === 'raise') this.takenAt = Infinity;
  }

  private async ask(
    method: string,
    path: string,
    of: Parameters<City['call']>[2] = {},
  ): Promise<Record<string, unknown>> {
    const { name } = this;
    const failed = (answer: Answer) => void this.refusals.push(answer);
    const { body } = await insist(this.city, [method, path], { ...of, name, failed });
    return body.startsWith('{') ? (JSON.parse(body) as never) : {};
  }
}
