/** A service takes so many calls a second, and as many at once after a quiet second: a token bucket. */
export class Throttle {
  private readonly perSecond: number;
  private left: number;
  private at = 0;

  constructor(perSecond = Infinity) {
    this.perSecond = perSecond;
    this.left = perSecond;
  }

  /** Takes one of what is left, at an instant (epoch ms), or says that nothing is. */
  isFull(now: number): boolean {
    if (this.perSecond === Infinity) return false;
    this.left = Math.min(this.perSecond, this.left + ((now - this.at) * this.perSecond) / 1000);
    this.at = now;
    if (this.left < 1) return true;
    this.left -= 1;
    return false;
  }
}
