/** Faults that the front door injects into the functions' calls, for tests and for trying out. */
const services = ['dynamodb', 'sqs', 'sns', 'lambda'] as const;
const modes = ['before', 'after', 'timeout', 'throttle', 'crash'] as const;

export type FaultMode = (typeof modes)[number];

export interface Fault {
  service: (typeof services)[number];
  /** Any action where absent. */
  action?: string;
  /** A function's short name; any function where absent. */
  function?: string;
  /** An AWS region, such as ap-southeast-3; any region where absent. */
  region?: string;
  mode: FaultMode;
  /** From 0 to 1; always where absent. */
  probability?: number;
  /** How often it strikes at most; for ever where absent. */
  times?: number;
  /** Makes the same calls fail again in the same order. */
  seed?: number;
}

export interface Call {
  function: string;
  service: string;
  action: string;
  region: string;
}

export class FaultError extends Error {
  readonly field: string;
  readonly allowed: string;

  constructor(field: string, allowed: string) {
    super(`${field} must be ${allowed}`);
    this.field = field;
    this.allowed = allowed;
  }
}

export class Faults {
  private armed: { fault: Fault; left: number; random: () => number }[] = [];

  /**
   * Replaces all faults. Throws a FaultError that names the first field that is wrong, a function
   * that is none of `functions` among them: such a fault would never strike, and nobody would know.
   */
  set(body: unknown, functions: readonly string[]): void {
    if (!Array.isArray(body)) throw new FaultError('body', 'an array of faults');
    this.armed = body.map((one, index) => {
      const fault = readFault(one, index, functions);
      return { fault, left: fault.times ?? Infinity, random: seeded(fault.seed ?? index + 1) };
    });
  }

  list(): Fault[] {
    return this.armed.filter((one) => one.left > 0).map((one) => one.fault);
  }

  clear(): void {
    this.armed = [];
  }

  /** How this call has to fail, if it has to. */
  strike(call: Call): FaultMode | undefined {
    for (const one of this.armed) {
      const { fault } = one;
      if (one.left <= 0 || fault.service !== call.service) continue;
      if (fault.action !== undefined && fault.action !== call.action) continue;
      if (fault.function !== undefined && fault.function !== call.function) continue;
      if (fault.region !== undefined && fault.region !== call.region) continue;
      if (one.random() >= (fault.probability ?? 1)) continue;
      one.left -= 1;
      return fault.mode;
    }
    return undefined;
  }
}

function readFault(value: unknown, index: number, functions: readonly string[]): Fault {
  const at = `[${index}]`;
  if (typeof value !== 'object' || value === null) throw new FaultError(at, 'an object');
  const fault = value as Fault;
  const check = (field: keyof Fault, holds: boolean, allowed: string) => {
    if (!holds) throw new FaultError(`${at}.${field}`, allowed);
  };
  check('service', services.includes(fault.service), `one of ${services.join(', ')}`);
  check('mode', modes.includes(fault.mode), `one of ${modes.join(', ')}`);
  const { action, function: fn, region } = fault;
  check('action', action === undefined || typeof action === 'string', 'a string, such as PutItem');
  check('function', fn === undefined || functions.includes(fn), `one of ${functions.join(', ')}`);
  const isRegion = typeof region === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region);
  check('region', region === undefined || isRegion, 'an AWS region, such as ap-southeast-3');
  const { probability, times, seed } = fault;
  const chance = typeof probability === 'number' && probability >= 0 && probability <= 1;
  check('probability', probability === undefined || chance, 'a number from 0 to 1');
  check(
    'times',
    times === undefined || (Number.isInteger(times) && times > 0),
    'a whole number from 1',
  );
  check('seed', seed === undefined || Number.isInteger(seed), 'a whole number');
  const known = ['service', 'action', 'function', 'region', 'mode', 'probability', 'times', 'seed'];
  for (const field of Object.keys(fault)) {
    if (!known.includes(field))
      throw new FaultError(`${at}.${field}`, `one of ${known.join(', ')}`);
  }
  return fault;
}

/** mulberry32: small, seedable, good enough to choose which call fails. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
