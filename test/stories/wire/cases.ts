import { type City, pause } from '../../support/city.ts';
import { Life } from './life.ts';
import { lives, type Told } from './lives.ts';
import type { Watch } from './watch.ts';

export interface Call {
  function: string;
  service: string;
  action: string;
}

/** One call of a life that goes wrong, `times` times in a row; its tries count one each. */
export interface Case extends Call {
  life: string;
  /** Which of its calls, from 0. */
  nth: number;
  mode: Mode;
  times: number;
}

export type Mode = 'before' | 'after' | 'timeout' | 'throttle' | 'crash';
export type How = readonly [mode: Mode, times: number];

const modes = ['before', 'after', 'timeout', 'throttle'] as const;

/** Once, and the SDK's next try mends it. */
export const once = modes.map((mode): How => [mode, 1]);
/** As often as the SDK tries, so that we have to. */
export const everyTry = modes.map((mode): How => [mode, 3]);

/** Each call that a life makes when nothing goes wrong, found by living it; and how often. */
export async function callsOf(
  city: City,
  watch: Watch,
): Promise<(Call & { life: string; nth: number })[]> {
  const found: (Call & { life: string; nth: number })[] = [];
  for (const [name, told] of Object.entries(lives)) {
    const life = new Life(`clean: ${name}`, { city, watch, tier: told.tier });
    await forget(city);
    await told.before(life);
    const before = new Map((await settled(city)).map((call) => [keyOf(call), call.count]));
    await told.told(life);
    for (const { count, ...call } of await settled(city)) {
      for (let nth = before.get(keyOf(call)) ?? 0; nth < count; nth += 1) {
        found.push({ ...call, life: name, nth });
      }
    }
  }
  return found;
}

/** All writes, sends and publishes, and of the reads of a kind the first and the last of a life. */
export function mostTelling<Some extends Call & { life: string; nth: number }>(
  calls: Some[],
): Some[] {
  const isRead = ({ action }: Call) => action.includes('GetItem');
  const like = (one: Some) =>
    calls.filter((two) => keyOf(two) === keyOf(one) && two.life === one.life);
  return calls.filter((one) => !isRead(one) || [like(one)[0], like(one).at(-1)].includes(one));
}

export function keyOf({ function: fn, service, action }: Call): string {
  return `${fn} ${service} ${action}`;
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
  return `${one.life}: ${keyOf(one)} ${one.nth + 1} ${how[one.mode]}${times}`;
}

export function toldOf(one: Case): Told {
  return lives[one.life]!;
}

/** The sweeper's own: it has to find what no message speaks of, since the press died before it sent one. */
export function sweepers(): Case[] {
  const call = { function: 'sweeper', service: 'sqs', action: 'SendMessage' };
  const [life] = Object.keys(lives);
  const hows = [...once, ['crash', 1] as const];
  return hows.map(([mode, times]) => ({ ...call, life: life!, nth: 0, mode, times }));
}

/** The fault of a case, after what has to go wrong before its call is made at all. */
export function faultsOf(one: Case, life: Life): Fault[] {
  const { function: fn, service, action, mode, times, nth: skip } = one;
  const fault: Fault = { function: fn, service, action, mode, times, skip, about: life.marks };
  const unsent: Fault = { ...fault, function: 'press', mode: 'crash' };
  return fn === 'sweeper' ? [unsent, fault] : [fault];
}

export interface Fault extends Call {
  mode: Mode;
  times: number;
  skip?: number;
  about?: string[];
}

async function forget(city: City): Promise<void> {
  await fetch(`${city.local.url}/_local/calls`, { method: 'DELETE' });
}

/** The calls so far, once no more of them come. */
async function settled(city: City) {
  for (let before = ''; ; await pause(300)) {
    const calls = await city.calls();
    const now = JSON.stringify(calls);
    if (now === before) return calls;
    before = now;
  }
}
