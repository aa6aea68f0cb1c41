/** A template's conditions, worked out from its parameters' defaults. */
export class Conditions {
  private readonly written: Readonly<Record<string, unknown>>;
  private readonly resolve: (value: unknown) => unknown;

  /** `resolve` works out the intrinsics within a condition. */
  constructor(written: Record<string, unknown>, resolve: (value: unknown) => unknown) {
    this.written = written;
    this.resolve = resolve;
  }

  holds(name: string): boolean {
    if (!Object.hasOwn(this.written, name)) {
      throw new Error(`the template asks for the condition ${name}, which it lacks`);
    }
    return this.evaluate(this.written[name]);
  }

  private evaluate(condition: unknown): boolean {
    const [[name, argument] = []] = Object.entries(condition as Record<string, unknown>);
    const each = () => (argument as unknown[]).map((one) => this.evaluate(one));
    switch (name) {
      case 'Condition':
        return this.holds(argument as string);
      case 'Fn::Equals': {
        const [left, right] = argument as [unknown, unknown];
        return String(this.resolve(left)) === String(this.resolve(right));
      }
      case 'Fn::And':
        return each().every(Boolean);
      case 'Fn::Or':
        return each().some(Boolean);
      case 'Fn::Not':
        return !each()[0];
      default:
        throw new Error(`the condition function ${name} is not worked out locally`);
    }
  }
}
