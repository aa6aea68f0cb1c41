import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Grant } from '../../local/grants.ts';
import { City, pause, quick } from '../support/city.ts';
import {
  callsOf,
  type Case,
  crash,
  everyTry,
  type Fault,
  type How,
  inEveryWay,
  mostTelling,
  nameOf,
  once,
} from './wire/cases.ts';
import {
  answersByQueue,
  burstErrand,
  documentErrands,
  readingErrands,
  rotaErrand,
  runErrands,
} from './wire/errands.ts';
import { Stage } from './wire/stage.ts';
import { casesOf, outages, straits, sweeps, sweepsPastTheQueue } from './wire/straits.ts';
import { unstruck } from './wire/struck.ts';
import { openTable } from './wire/table.ts';
import { Watch } from './wire/watch.ts';

/** Every way in which each call can go wrong is `npm run faults`. */
const every = process.env.FAULTS === 'all';

/** Who knows that a service is out goes another way, and knows it for as long as this (ms). */
const outageIsForgotten = 31_000;

/** More often than one run of the sweeper tries. */
const lost: How[] = [['before', 24], ['throttle', 24], ['after', 24], ['timeout', 1], crash];
const query = { function: 'sweeper', service: 'dynamodb', action: 'Query', about: ['dueShard'] };

let table: Awaited<ReturnType<typeof openTable>>;
let city: City;
before(async () => {
  table = await openTable();
  city = await City.open();
  const policy = { ...quick(600), acknowledgeTimeoutSeconds: 600, takenPerWeek: 1_000 };
  for (const tier of [1, 2, 3]) await city.putPolicy(tier, policy);
});
after(async () => {
  await city.close().finally(() => table.close());
});

test('whatever call of an alert’s life goes wrong, it is paged, told truly, and silent once taken', async (t) => {
  const watch = new Watch(city);
  t.after(() => watch.close());
  const found = await callsOf(city, watch);
  const cases = every ? inEveryWay(found) : mostTelling(found);
  const tries = every ? everyTry : everyTry.slice(0, 1);
  const hows = [...once, crash, ...tries];
  let ended = 0;
  const stage = new Stage(city, () => {
    ended += 1;
    if (every && ended % 10 === 0) process.stderr.write(`${ended} lives are over\n`);
  });
  const going = (...some: How[]) =>
    cases.filter((one) => some.some(([mode, times]) => one.mode === mode && one.times === times));

  const inOutages = casesOf([...straits, ...outages], [crash]);
  const crashes = Map.groupBy([...going(crash), ...inOutages], (one) => one.function);
  // A pager that dies takes the pages with it that its other alerts are just getting.
  const lived = await stage.inTurn(crashes.get('pager')!, watch);
  crashes.delete('pager');
  const burst = burstErrand(city, watch);
  await runErrands(city, [burst], [crash]);

  watch.beginToSweep();
  const dying = [...crashes.values()].map((some) => stage.inTurn(some, watch));
  dying.push(stage.sweepInTurn([sweeps, sweepsPastTheQueue], [...once, crash], watch));
  const busy = [
    runErrands(city, [...documentErrands(city), ...(await readingErrands(city, watch))], hows),
    runErrands(city, [rotaErrand(city, (tier) => table.endClaim(tier))], hows),
    runErrands(city, [burst], once),
    answersByQueue(city, watch),
  ];
  lived.push(...(await Promise.all(dying)).flat());
  await Promise.all(busy);

  // Nobody can look for what is overdue just now, and then somebody can.
  await stage.arm(lost.map(([mode, times]) => ({ ...query, mode, times })));
  const whileAllIsWell = [...going(...once), ...casesOf(straits, once)];
  lived.push(...(await stage.live(whileAllIsWell, watch)));
  const [first, ...others] = tries;
  lived.push(...(await stage.live([...going(first!), ...casesOf(straits, [first!])], watch)));
  lived.push(...(await stage.live(casesOf(outages, once), watch)));
  for (const how of others) {
    await Promise.allSettled(lived.map(({ done }) => done));
    await pause(outageIsForgotten);
    lived.push(...(await stage.live([...going(how), ...casesOf(straits, [how])], watch)));
    lived.push(...(await stage.live(casesOf(outages, [how]), watch)));
  }

  await Promise.allSettled(lived.map(({ done }) => done));
  const again = haveToBe(await stage.missed(lived)).map((one): Case => ({ ...one, again: true }));
  lived.push(...(await stage.inTurn(again, watch)));
  for (const one of lived) await t.test(nameOf(one.of), () => one.done);
  await t.test('of many who press at once each is paged', () => burst.paged());
  await t.test('every call was struck in every way', async () => {
    const missed = haveToBe(await stage.missed(lived)).filter((one) => one.again);
    assert.deepEqual(missed.map(nameOf), []);
  });
  await t.test(
    'a sweeper that cannot look says so, and its next run finds what was left',
    async () => {
      assert.ok(watch.failedSweeps > 0);
      const listed = await (await fetch(`${city.local.url}/_local/faults`)).json();
      assert.deepEqual(
        (listed as Fault[]).filter((fault) => fault.action === query.action),
        [],
      );
    },
  );
  await t.test(
    'whatever a role allows went wrong in every way, or it is said why not',
    async () => {
      const answer = await fetch(`${city.local.url}/_local/permissions`);
      const nothing = { calls: [], stale: [] };
      assert.deepEqual(unstruck((await answer.json()) as Grant[]), nothing);
    },
  );
});

/**
 * Of the calls that were not made those that had to be. Documents that are everybody's, such as the
 * team, are read in calls that no alert stands in; and who remembers that a queue is out goes past it.
 */
function haveToBe(missed: Set<Case>): Case[] {
  const isLeftOut = ({ action, times }: Case) =>
    /Get|Query/.test(action) || (action === 'SendMessage' && times > 1);
  return [...missed].filter((one) => !isLeftOut(one));
}
