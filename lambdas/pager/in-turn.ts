/** Does what has the same name one after another, and everything else at once. */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  /** What comes before it may fail: it has its turn all the same. */
  do<Outcome>(name: string, what: () => Promise<Outcome>): Promise<Outcome> {
    const before = this.last.get(name);
    const outcome = before === undefined ? what() : before.then(what, what);
    this.last.set(name, outcome);
    return outcome;
  }
}
