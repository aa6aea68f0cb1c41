import { type City, pause } from '../../support/city.ts';
import { Life } from './life.ts';
import { lives, type Told } from './lives.ts';
import type { Strait } from './straits.ts';
import type { Watch } from './watch.ts';

export interface Call {
  function: string;
  service: string;
  action: string;
  /** Any where absent. */
  region?: string;
}

/** One call of a life that goes wrong, `times` times in a row; its tries count one each. */
export interface Case extends Call {
  life: string;
  /** Which of its calls, from 0. */
  nth: number;
  mode: Mode;
  times: number;
  /** What makes it be called at all, where it is not called in every life. */
  strait?: Strait;
  /** Lived once more, since its call was not made: a busy machine may answer too late by itself. */
  again?: true;
}

export type Mode = 'before' | 'after' | 'timeout' | 'throttle' | 'crash';
export type How = readonly [mode: Mode, times: number];

const modes = ['before', 'after', 'timeout', 'throttle'] as const;

export const crash: How = ['crash', 1];
/** Once, and the SDK's next try mends it. */
export const once = modes.map((mode): How => [mode, 1]);
/** As often as the SDK tries, so that we have to. */
export const everyTry = modes.map((mode): How => [mode, 3]);

interface Found extends Call {
  life: string;
  nth: number;
}

/** Each call that a life makes when nothing goes wrong, found by living it; and how often. */
export async function callsOf(city: City, watch: Watch): Promise<Found[]> {
  const found: Found[] = [];
  for (const [name, told] of Object.entries(lives)) {
    const life = new Life(`clean: ${name}`, { city, watch, tier: told.tier });
    await forget(city);
    await told.before(life);
    const before = new Map((await settled(city)).map((call) => [callOf(call), call.count]));
    await told.told(life);
    for (const { count, ...call } of await settled(city)) {
      for (let nth = before.get(callOf(call)) ?? 0; nth < count; nth += 1) {
        found.push({ ...call, life: name, nth });
      }
    }
  }
  return found;
}

/** Each call in each way, but for the reads of a long life that is only being waited for. */
export function inEveryWay(calls: Found[]): Case[] {
  const telling = new Set(tellingOf(calls));
  return calls
    .filter((call) => lives[call.life]!.long === undefined || telling.has(call))
    .flatMap((call) => each(call, [crash, ...once, ...everyTry]));
}

function isRead({ action }: Call): boolean {
  return /Get|Query/.test(action);
}

/** All writes, sends and publishes, and of the reads of a kind the first and the last of a life. */
function tellingOf(calls: Found[]): Found[] {
  const like = (one: Found) =>
    calls.filter((two) => callOf(two) === callOf(one) && two.life === one.life);
  return calls.filter((one) => !isRead(one) || [like(one)[0], like(one).at(-1)].includes(one));
}

/**
 * The greater part: of long lives, which are there for what others do not call, that goes wrong in each
 * way once, and each other write and send that is not the pager's in the next way.
 */
export function mostTelling(calls: Found[]): Case[] {
  const nextWays = [...once, everyTry[0]!];
  const known = new Set<string>();
  return tellingOf(calls).flatMap((call, index) => {
    const isNew = !known.has(callOf(call));
    if (isNew || lives[call.life]!.long === undefined) {
      known.add(callOf(call));
      return each(call, [crash, ...nextWays]);
    }
    return isRead(call) || call.function === 'pager'
      ? []
      : each(call, [nextWays[index % nextWays.length]!]);
  });
}

export function each(one: Omit<Case, 'mode' | 'times'>, hows: readonly How[]): Case[] {
  return hows.map(([mode, times]) => ({ ...one, mode, times }));
}

export function callOf({ function: fn, service, action, region = '' }: Call): string {
  return `${fn} ${service} ${action} ${region}`.trimEnd();
}

export function nameOf(one: Case): string {
  const how: Record<Mode, string> = {
    before: 'fails before its effect',
    after: 'fails after its effect',
    timeout: 'hangs',
    throttle: 'is throttled',
    crash: 'is the last thing that its worker does',
  };
  const times = one.times === 1 ? '' : `, ${one.times} times`;
  const when = one.strait === undefined ? '' : ` ${one.strait.when}`;
  const again = one.again ? ', once more' : '';
  return `${one.life}: ${callOf(one)} ${one.nth + 1}${when} ${how[one.mode]}${times}${again}`;
}

export function toldOf(one: Case): Told {
  return lives[one.life]!;
}

/** The faults of a case, its own last. */
export function faultsOf(one: Case, life: Life): Fault[] {
  const { function: fn, service, action, region, mode, times, nth: skip, strait } = one;
  const own = { function: fn, service, action, mode, times, skip };
  const first: Omit<Fault, 'about'>[] = strait?.first ?? [];
  return [...first, region === undefined ? own : { ...own, region }].map((fault) => ({
    ...fault,
    about: life.marks,
  }));
}

export interface Fault extends Call {
  mode: Mode;
  times: number;
  skip?: number;
  about: string[];
}

async function forget(city: City): Promise<void> {
  await fetch(`${city.local.url}/_local/calls`, { method: 'DELETE' });
}

/** The calls so far, once no more of them come. */
async function settled(city: City) {
  for (let before = ''; ; await pause(150)) {
    const calls = await city.calls();
    const now = JSON.stringify(calls);
    if (now === before) return calls;
    before = now;
  }
}
