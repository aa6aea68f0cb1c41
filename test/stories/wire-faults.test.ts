import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, pause, quick } from '../support/city.ts';
import {
  allHows,
  type Call,
  callsOf,
  type Case,
  type Fault,
  faultsOf,
  type How,
  keyOf,
  mostTelling,
  nameOf,
  someHows,
  sweepers,
  toldOf,
} from './wire/cases.ts';
import { check } from './wire/checks.ts';
import { Life } from './wire/life.ts';
import { Watch } from './wire/watch.ts';

/** Every way in which each call can go wrong is `npm run faults`. */
const every = process.env.FAULTS === 'all';
const hows = every ? allHows : someHows;

/** More often than one run of the sweeper tries. */
const lost: How[] = [
  ['before', 24],
  ['throttle', 24],
  ['after', 24],
  ['crash', 1],
];
const query = { function: 'sweeper', service: 'dynamodb', action: 'Query' };

let city: City;
before(async () => {
  city = await City.open();
  const policy = { ...quick(600), acknowledgeTimeoutSeconds: 600, takenPerWeek: 1_000 };
  for (const tier of [1, 2, 3]) await city.putPolicy(tier, policy);
});
after(() => city.close());

test('whatever call of an alert’s life goes wrong, it is paged, told truly, and silent once taken', async (t) => {
  const calm = new Watch(city, { sweeping: false });
  const found = await callsOf(city, calm);
  const calls = every ? found : mostTelling(found);
  const crashes = calls.map((call): Case => ({ ...call, mode: 'crash', times: 1 }));
  // A pager that dies takes the pages with it that its other alerts are just getting.
  const dying = await inTurn(crashes.filter(isPagers), calm);
  const sweeping = new Watch(city, { sweeping: true });
  const others = Object.groupBy(
    crashes.filter((one) => !isPagers(one)),
    (one) => one.function,
  );
  const died = await Promise.all(Object.values(others).map((some) => inTurn(some!, sweeping)));

  // Nobody can look for what is overdue just now, and then somebody can.
  await arm(lost.map(([mode, times]) => ({ ...query, mode, times })));
  const rest = hows.flatMap(([mode, times]) => calls.map((call) => ({ ...call, mode, times })));
  const all = [...rest, ...sweepers([...hows, ['crash', 1]])];
  const lived = [...dying, ...died.flat(), ...(await live(all, sweeping))];
  for (const one of lived) await t.test(nameOf(one.of), () => one.done);
  await Promise.all([calm.close(), sweeping.close()]);
  await t.test('every call was struck in every way', () => allStruck(lived));
  await t.test(
    'a sweeper that cannot look says so, and its next run finds what was left',
    async () => {
      assert.ok(sweeping.failedSweeps > 0);
      const listed = await (await fetch(`${city.local.url}/_local/faults`)).json();
      const left = (listed as Partial<Fault>[]).filter((fault) => fault.action === query.action);
      assert.deepEqual(left, []);
    },
  );
});

/** A worker that dies takes with it all that it is doing, so one after the other. */
async function inTurn(cases: Case[], watch: Watch): Promise<Lived[]> {
  const lived: Lived[] = [];
  for (const one of cases) lived.push(...(await live([one], watch)));
  return lived;
}

interface Lived {
  of: Case;
  done: Promise<void>;
  struck: boolean;
}

/** Lets lives begin, each with its fault, and gives them back once all faults have struck. */
async function live(cases: Case[], watch: Watch): Promise<Lived[]> {
  const born = cases.map((of) => {
    const { tier } = toldOf(of);
    return { of, life: new Life(nameOf(of), { city, watch, tier }) };
  });
  await arm(born.flatMap(({ of, life }) => faultsOf(of, life)));
  const over = new Set<Case>();
  const lived = born.map(({ of, life }) => {
    const done = tell(of, life);
    done.catch(() => {}).finally(() => over.add(of));
    return { of, done, id: life.marks[0]! };
  });
  for (;;) {
    const left = await unstruck();
    if (lived.every(({ of, id }) => !left.has(id) || over.has(of))) {
      return lived.map(({ of, done, id }) => ({ of, done, struck: !left.has(id) }));
    }
    await pause(50);
  }
}

async function arm(faults: Omit<Fault, 'about' | 'skip'>[]): Promise<void> {
  armed.push(...faults);
  const body = JSON.stringify(faults);
  const answer = await fetch(`${city.local.url}/_local/faults`, { method: 'POST', body });
  assert.equal(answer.status, 200);
}

/** All faults that there ever were. */
const armed: Partial<Fault>[] = [];

/** The alerts that have a fault which has not struck at all. */
async function unstruck(): Promise<Set<string>> {
  const answer = await fetch(`${city.local.url}/_local/faults`);
  const listed = (await answer.json()) as Partial<Fault>[];
  const known = new Set(armed.map((fault) => JSON.stringify(fault)));
  const whole = listed.filter((fault) => known.has(JSON.stringify(fault)));
  return new Set(whole.flatMap(({ about = [] }) => about.slice(0, 1)));
}

async function tell(of: Case, life: Life): Promise<void> {
  const told = toldOf(of);
  await told.before(life);
  await told.told(life);
  await life.watch.look();
  await check(life, told, { faults: of.times, died: of.mode === 'crash' });
}

function isPagers(call: Call): boolean {
  return call.function === 'pager';
}

/** Documents that are everybody's, such as the team, are read in calls that no alert stands in. */
function allStruck(lived: Lived[]): void {
  const missed = lived.filter((one) => !one.struck && !one.of.action.includes('GetItem'));
  assert.deepEqual(
    missed.map(({ of }) => nameOf(of)),
    [],
  );
  const ways = new Map<string, Set<string>>();
  for (const { of } of lived) ways.set(keyOf(of), ways.get(keyOf(of)) ?? new Set());
  for (const { of, struck } of lived) if (struck) ways.get(keyOf(of))!.add(of.mode);
  assert.ok(ways.size > 18, [...ways.keys()].join(', '));
  for (const [call, modes] of ways) assert.equal(modes.size, 5, `${call}: ${[...modes].join()}`);
}
