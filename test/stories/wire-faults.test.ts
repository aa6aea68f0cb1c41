import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, pause, quick } from '../support/city.ts';
import {
  callsOf,
  type Case,
  everyTry,
  type Fault,
  type How,
  keyOf,
  mostTelling,
  nameOf,
  once,
  sweepers,
} from './wire/cases.ts';
import { type Lived, Stage } from './wire/stage.ts';
import { Watch } from './wire/watch.ts';

/** Every way in which each call can go wrong is `npm run faults`. */
const every = process.env.FAULTS === 'all';

/** Who knows that a service is out goes another way, and knows it for as long as this (ms). */
const outageIsForgotten = 31_000;

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
  const tries = every ? everyTry.length : 1;
  const all = calls.length * (1 + once.length + tries) + sweepers().length;
  let ended = 0;
  const stage = new Stage(city, () => {
    ended += 1;
    if (every && ended % 10 === 0) process.stderr.write(`${ended} of ${all} lives are over\n`);
  });
  const going = (...hows: How[]) =>
    hows.flatMap(([mode, times]) => calls.map((call): Case => ({ ...call, mode, times })));

  const crashes = Map.groupBy([...going(['crash', 1])], (one) => one.function);
  // A pager that dies takes the pages with it that its other alerts are just getting.
  const lived = await stage.inTurn(crashes.get('pager')!, calm);
  crashes.delete('pager');
  crashes.get('press')!.push(...sweepers());
  const sweeping = new Watch(city, { sweeping: true });
  const dying = [...crashes.values()].map((some) => stage.inTurn(some, sweeping));
  lived.push(...(await Promise.all(dying)).flat());

  // Nobody can look for what is overdue just now, and then somebody can.
  await stage.arm(lost.map(([mode, times]) => ({ ...query, mode, times })));
  lived.push(...(await stage.live(going(...once), sweeping)));
  const [first, ...others] = everyTry;
  lived.push(...(await stage.live(going(first!), sweeping)));
  for (const how of every ? others : []) {
    await Promise.allSettled(lived.map(({ done }) => done));
    await pause(outageIsForgotten);
    lived.push(...(await stage.live(going(how), sweeping)));
  }

  for (const one of lived) await t.test(nameOf(one.of), () => one.done);
  await t.test('every call was struck in every way', async () =>
    allStruck(lived, await stage.missed(lived)),
  );
  await t.test(
    'a sweeper that cannot look says so, and its next run finds what was left',
    async () => {
      assert.ok(sweeping.failedSweeps > 0);
      const listed = await (await fetch(`${city.local.url}/_local/faults`)).json();
      assert.deepEqual(
        (listed as Fault[]).filter((fault) => fault.action === query.action),
        [],
      );
    },
  );
  await Promise.all([calm.close(), sweeping.close()]);
});

/** Documents that are everybody's, such as the team, are read in calls that no alert stands in. */
function allStruck(lived: Lived[], missed: Set<Case>): void {
  const wrong = [...missed].filter((one) => !one.action.includes('GetItem'));
  assert.deepEqual(wrong.map(nameOf), []);
  const struck = Map.groupBy(
    lived.map(({ of }) => of),
    keyOf,
  );
  assert.ok(struck.size > 18, [...struck.keys()].join(', '));
  for (const [call, cases] of struck) {
    const modes = new Set(cases.filter((one) => !missed.has(one)).map((one) => one.mode));
    assert.equal(modes.size, 5, `${call}: ${[...modes].join(', ')}`);
  }
}
