import { Throttle } from './throttle.ts';

/** Faults that the front door injects into the functions' calls, for tests and for trying out. */
const services = ['dynamodb', 'sqs', 'sns', 'lambda'] as const;
const modes = ['before', 'after', 'timeout', 'throttle', 'crash'] as const;

const fields = [
  'service',
  'action',
  'function',
  'region',
  'mode',
  'about',
  'skip',
  'probability',
  'times',
  'perSecond',
  'seed',
];

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
  /** Strikes calls alone whose body holds one of these texts, such as an alert's id. */
  about?: string[];
  /** How many of the calls that it could strike it lets pass first. */
  skip?: number;
  /** From 0 to 1; always where absent. */
  probability?: number;
  /** How often it strikes at most; for ever where absent. */
  times?: number;
  /** Lets so many calls a second pass and strikes the others: a limit of rate. */
  perSecond?: number;
  /** Makes the same calls fail again in the same order. */
  seed?: number;
}

export interface Call {
  function: string;
  service: string;
  action: string;
  region: string;
  body?: Buffer;
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

interface Armed {
  fault: Fault;
  left: number;
  skip: number;
  rate?: Throttle;
  random: () => number;
}

export class Faults {
  private armed: Armed[] = [];

  /**
   * Replaces all faults. Throws a FaultError that names the first field that is wrong, a function
   * that is none of `functions` among them: such a fault would never strike, and nobody would know.
   */
  set(body: unknown, functions: readonly string[]): void {
    this.armed = read(body, functions);
  }

  /** As `set`, but what was there before stays, with what it has left. */
  add(body: unknown, functions: readonly string[]): void {
    const added = read(body, functions);
    this.armed = [...this.armed.filter((one) => one.left > 0), ...added];
  }

  /** Those that can strike yet, each with the `times` that it has left. */
  list(): Fault[] {
    return this.armed
      .filter((one) => one.left > 0)
      .map(({ fault, left }) => (fault.times === undefined ? fault : { ...fault, times: left }));
  }

  clear(): void {
    this.armed = [];
  }

  /** How this call has to fail at an instant (epoch ms), if it has to. */
  strike(call: Call, now: number): FaultMode | undefined {
    for (const one of this.armed) {
      const { fault } = one;
      if (one.left <= 0 || fault.service !== call.service) continue;
      if (fault.action !== undefined && fault.action !== call.action) continue;
      if (fault.function !== undefined && fault.function !== call.function) continue;
      if (fault.region !== undefined && fault.region !== call.region) continue;
      if (fault.about !== undefined && !isAbout(fault.about, call)) continue;
      if (one.skip > 0) {
        one.skip -= 1;
        continue;
      }
      if (one.rate?.isFull(now) === false) continue;
      if (one.random() >= (fault.probability ?? 1)) continue;
      one.left -= 1;
      return fault.mode;
    }
    return undefined;
  }
}

function read(body: unknown, functions: readonly string[]): Armed[] {
  if (!Array.isArray(body)) throw new FaultError('body', 'an array of faults');
  return body.map((one, index) => {
    const fault = readFault(one, index, functions);
    const { times: left = Infinity, skip = 0, perSecond, seed = index + 1 } = fault;
    const rate = perSecond === undefined ? undefined : new Throttle(perSecond);
    return { fault, left, skip, rate, random: seeded(seed) };
  });
}

function isAbout(texts: string[], { body }: Call): boolean {
  return texts.some((text) => body?.includes(text));
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
  const { about, skip, probability, times, perSecond, seed } = fault;
  const isText = (one: unknown) => typeof one === 'string' && one !== '';
  const texts = Array.isArray(about) && about.length > 0 && about.every(isText);
  check('about', about === undefined || texts, 'an array of texts that are not empty');
  check(
    'skip',
    skip === undefined || (Number.isInteger(skip) && skip >= 0),
    'a whole number from 0',
  );
  const chance = typeof probability === 'number' && probability >= 0 && probability <= 1;
  check('probability', probability === undefined || chance, 'a number from 0 to 1');
  check(
    'times',
    times === undefined || (Number.isInteger(times) && times > 0),
    'a whole number from 1',
  );
  const isRate = typeof perSecond === 'number' && perSecond >= 1;
  check('perSecond', perSecond === undefined || isRate, 'a number from 1');
  check('seed', seed === undefined || Number.isInteger(seed), 'a whole number');
  for (const field of Object.keys(fault)) {
    if (!fields.includes(field))
      throw new FaultError(`${at}.${field}`, `one of ${fields.join(', ')}`);
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
