import { alertIdOf } from '../../lambdas/domain/ids.ts';
import { type Tier, tierOf } from '../../lambdas/domain/policy.ts';
import { pause } from '../support/city.ts';

export interface Press {
  pressId: string;
  tripId: string;
  service: string;
  category: (typeof categories)[number];
}

/** What was accepted of one alert. */
export interface Accepted {
  alertId: string;
  tier: Tier;
  /** The presses that were answered with 202, by their ids. */
  answers: Map<string, { press: Press; answer: string }>;
}

const categories = ['harassment', 'other', 'dispute'] as const;
/** Between two presses of one person (ms). */
const breath = 150;
/** Presses on one trip. */
const pressesATrip = 3;

/** People who press and press, each until they are answered, whatever happens to the stack. */
export class Crowd {
  readonly accepted = new Map<string, Accepted>();
  /** Tries that got no answer, or an error. */
  failures = 0;
  private next = 0;
  private over = false;
  private readonly url: string;
  private readonly token: string;
  private readonly people: Promise<void>[];

  constructor(url: string, of: { token: string; people: number }) {
    this.url = url;
    this.token = of.token;
    this.people = Array.from({ length: of.people }, () => this.live());
  }

  /** Nobody begins another trip; fulfils once the last press is answered. */
  async goHome(): Promise<void> {
    this.over = true;
    await Promise.all(this.people);
  }

  private async live(): Promise<void> {
    while (!this.over) {
      const number = (this.next += 1);
      const tripId = `trip-${number}`;
      const category = categories[number % categories.length]!;
      for (let press = 0; press < 1 + (number % pressesATrip); press += 1) {
        await this.press({
          pressId: `${tripId} press ${press}`,
          service: 'GoRide',
          tripId,
          category,
        });
        await pause(breath);
      }
    }
  }

  private async press(press: Press): Promise<void> {
    const { pressId, tripId, category } = press;
    for (;;) {
      const answer = await this.send(press);
      if (answer !== undefined) {
        const alertId = alertIdOf('crowd', { tripId, pressId });
        const known = this.accepted.get(alertId);
        const alert = known ?? { alertId, tier: tierOf(category), answers: new Map() };
        this.accepted.set(alertId, alert);
        alert.answers.set(pressId, { press, answer });
        return;
      }
      this.failures += 1;
      await pause(50);
    }
  }

  /** The answer where the press was accepted. */
  async send(press: Press): Promise<string | undefined> {
    try {
      const response = await fetch(`${this.url}/v1/alerts`, {
        method: 'POST',
        headers: { authorization: `Bearer ${this.token}` },
        body: JSON.stringify(press),
        signal: AbortSignal.timeout(5_000),
      });
      const text = await response.text();
      return response.status === 202 ? text : undefined;
    } catch {
      return undefined;
    }
  }
}
