import { pause } from '../support/city.ts';
import type { Caller } from './caller.ts';
import { Life } from './life.ts';
import { lives } from './lives.ts';
import type { Phones } from './phones.ts';

const categories = ['harassment', 'other', 'dispute'] as const;
const stories = Object.values(lives);
/** Between two alerts of one person (ms). */
const breath = 150;
/** How often the phones are looked at (ms). */
const glance = 200;

/** People who live one alert after another, whatever happens to the stack. */
export class Crowd {
  readonly lives: Life[] = [];
  private over = false;
  private gone = false;
  private readonly by: { caller: Caller; phones: Phones };
  private readonly people: Promise<void>[];
  private readonly looking: Promise<void>;

  constructor(by: { caller: Caller; phones: Phones }, people: number) {
    this.by = by;
    this.people = Array.from({ length: people }, () => this.live());
    // Whoever has failed is heard when all go home.
    for (const person of this.people) person.catch(() => {});
    this.looking = this.look();
  }

  /**
   * Nobody begins another alert once each kind was begun; fulfils when all are as their people leave
   * them, and rejects where somebody still tries in vain after `patience` (ms).
   */
  async goHome(patience: number): Promise<void> {
    this.over = true;
    this.by.caller.until = Date.now() + patience;
    await Promise.all(this.people);
    this.gone = true;
    await this.looking;
  }

  /** Nobody tries any more, whatever is left undone. */
  disperse(): void {
    this.over = true;
    this.gone = true;
    this.by.caller.until = 0;
  }

  private async live(): Promise<void> {
    // Where a busy machine lets little happen between two kills, the rest is lived after them.
    while (!this.over || this.lives.length < stories.length) {
      const number = this.lives.length;
      const of = { tripId: `trip-${number}`, category: categories[number % categories.length]! };
      const life = new Life(of, this.by);
      this.lives.push(life);
      await stories[number % stories.length]!(life);
      await pause(breath);
    }
  }

  private async look(): Promise<void> {
    while (!this.gone) {
      await this.by.phones.look();
      await pause(glance);
    }
  }
}
