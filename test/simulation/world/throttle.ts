/** SNS takes so many SMS a second from an account, all tiers together; a token bucket. */
export class Throttle {
  private readonly aSecond: number;
  private left: number;
  private at = 0;

  constructor(aSecond = Infinity) {
    this.aSecond = aSecond;
    this.left = aSecond;
  }

  /** Takes one of what is left, at an instant (epoch ms), or says that nothing is. */
  isFull(now: number): boolean {
    if (this.aSecond === Infinity) return false;
    this.left = Math.min(this.aSecond, this.left + ((now - this.at) * this.aSecond) / 1000);
    this.at = now;
    if (this.left < 1) return true;
    this.left -= 1;
    return false;
  }
}
