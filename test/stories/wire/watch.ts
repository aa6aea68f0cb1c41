import type { City, Sms } from '../../support/city.ts';
import { pause } from '../../support/city.ts';

/**
 * Runs the sweeper as often as this (ms), so that nobody has to wait for its minute; a pager has to be
 * done with what one run has found before the next.
 */
const sweepEvery = 4_000;

/** Looks at all phones for all lives at once, and keeps the sweeper running once it is to. */
export class Watch {
  private readonly city: City;
  private phones: { phone: string; messages: Sms[] }[] = [];
  private over = false;
  /** Runs of the sweeper that failed. */
  failedSweeps = 0;
  private readonly loops: Promise<void>[];

  constructor(city: City) {
    this.city = city;
    this.loops = [this.loop(100, () => this.look())];
  }

  beginToSweep(): void {
    this.loops.push(this.loop(sweepEvery, () => this.sweep()));
  }

  async close(): Promise<void> {
    this.over = true;
    await Promise.all(this.loops);
  }

  async look(): Promise<void> {
    const answer = await fetch(`${this.city.local.url}/_local/phones`);
    this.phones = (await answer.json()) as typeof this.phones;
  }

  /** All SMS about an alert, with the phone that each came to. */
  about(alertId: string): (Sms & { phone: string })[] {
    const link = `/p/${alertId.slice('alr_'.length)}`;
    return this.phones.flatMap(({ phone, messages }) =>
      messages.filter((one) => one.text.includes(link)).map((one) => ({ ...one, phone })),
    );
  }

  private async sweep(): Promise<void> {
    const path = '/_local/schedules/sweeper';
    const answer = await fetch(this.city.local.url + path, { method: 'POST' });
    if (answer.status !== 204) this.failedSweeps += 1;
  }

  private async loop(everyMs: number, what: () => Promise<unknown>): Promise<void> {
    while (!this.over) {
      await what();
      await pause(everyMs);
    }
  }
}
