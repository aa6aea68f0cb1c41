import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  claim,
  claimHolds,
  digestEvery,
  type Held,
  isPaced,
  isRunningOut,
  judge,
  keepPacing,
  linksWork,
  newPace,
  type Pace,
  pileUp,
  recordSms,
  startPacing,
} from '../../lambdas/domain/pacing.ts';
import { night } from '../support/alerts.ts';

const responderId = 'ana';
const key = 'q'.repeat(43);
const calm = newPace(key);
const newKey = () => 'n'.repeat(43);
const flood = startPacing(calm, { paged: new Map([[responderId, night]]), newKey }, night);
const held = (partial: Partial<Held> = {}): Held => ({
  responderId,
  step: 0,
  digests: 0,
  looks: 0,
  dueAt: night + digestEvery,
  ...partial,
});

test('in ordinary times every page is an SMS of its own', () => {
  for (const pace of [undefined, calm, { ...flood, pacedUntil: night }]) {
    assert.deepEqual(judge(pace, { responderId }, night), { do: 'send' });
  }
});

test('whom nobody has paged in a flood gets the first page at once, and whoever claims it sends it', () => {
  const who = { responderId: 'budi' };
  assert.deepEqual(judge(flood, who, night), { do: 'claim', as: 'page', digests: 0 });
  const claimed = claim(flood, 'budi', night);
  assert.equal(judge(claimed, who, night + claimHolds - 1).do, 'wait');
  assert.equal(judge(claimed, who, night + claimHolds).do, 'claim', 'its pager is taken for dead');
});

test('what comes after the first page waits for the digest, which covers all that waits by then', () => {
  const later = night + 10_000;
  const verdict = judge(flood, { responderId }, later);
  assert.deepEqual(verdict, { do: 'wait', until: night + digestEvery, digests: 0 });
  const due = night + digestEvery;
  assert.deepEqual(judge(flood, { responderId, held: held() }, due), {
    do: 'claim',
    as: 'digest',
    digests: 0,
  });
  const of = { responderId, kind: 'digest', result: 'sent' } as const;
  const told = recordSms(claim(flood, responderId, due), of, due);
  const covered = { do: 'covered', result: 'sent' };
  assert.deepEqual(judge(told, { responderId, held: held() }, due), covered);
  assert.equal(judge(told, { responderId, held: held({ digests: 1 }) }, due).do, 'wait');
});

test('the first page of a flood is no digest, so it covers nothing that waits', () => {
  const of = { responderId, kind: 'page', result: 'sent' } as const;
  const paged = recordSms(claim(flood, responderId, night), of, night);
  assert.equal(judge(paged, { responderId, held: held() }, night + 1).do, 'wait');
});

test('a number that SNS will not have costs nothing that waits any more time', () => {
  const of = { responderId, kind: 'page', result: 'failed' } as const;
  const failed = recordSms(claim(flood, responderId, night), of, night);
  const covered = { do: 'covered', result: 'failed' };
  assert.deepEqual(judge(failed, { responderId }, night + 1), covered);
  assert.deepEqual(judge(failed, { responderId, held: held() }, night + 1), covered);
});

test('what waits is told of in the end whatever the clocks of the pagers say', () => {
  fc.assert(
    fc.property(fc.integer({ min: -600_000, max: 600_000 }), (ahead) => {
      const skewed = startPacing(
        calm,
        { paged: new Map([[responderId, night + ahead]]), newKey },
        night + ahead,
      );
      const one = held({ looks: 2 });
      assert.equal(judge(skewed, { responderId, held: one }, night).do, 'claim');
      const { do: what, ...more } = judge(skewed, { responderId, held: held() }, night);
      if (what === 'wait') assert.ok((more as { until: number }).until <= night + digestEvery);
    }),
  );
});

test('a flood lasts as long as it is kept going, and a minute more', () => {
  assert.ok(isPaced(flood, night + 2 * digestEvery - 1));
  assert.ok(!isPaced(flood, night + 2 * digestEvery));
  assert.ok(!isRunningOut(flood, night + digestEvery / 2));
  assert.ok(isRunningOut(flood, night + digestEvery / 2 + 1));
  assert.ok(isPaced(keepPacing(flood, night + digestEvery), night + 3 * digestEvery - 1));
});

test('a second flood neither forgets the digests of the first nor counts one more', () => {
  const of = { responderId, kind: 'digest', result: 'sent' } as const;
  const told = recordSms(flood, of, night);
  const paged = new Map([[responderId, night + 1]]);
  const again = startPacing(told, { paged, newKey }, night + 1);
  assert.equal(again.responders[responderId]!.digests, 1);
  assert.equal(again.key, key, 'links of the first go on to work');
});

test('links of a flood run out, and another flood does not bring them back', () => {
  const hours = (count: number) => flood.pacedUntil + count * 3_600_000;
  assert.deepEqual([linksWork(flood, hours(6)), linksWork(flood, hours(6) + 1)], [true, false]);
  const begin = (at: number) => startPacing(flood, { paged: new Map(), newKey }, at).key;
  assert.deepEqual([begin(hours(6)), begin(hours(7))], [key, newKey()]);
});

/** What one pager tells the others. */
function hearing(pace: Pace, pages: number, now: number, to = responderId): Pace {
  return pileUp(pace, new Map([[to, pages]]), { paged: new Map([[to, now]]), newKey }, now);
}

test('pages that pagers tell one another of pile up, shrink by ten a second, and begin a flood', () => {
  const half = hearing(calm, 50, night);
  assert.equal(isPaced(half, night), false);
  assert.equal(isPaced(hearing(half, 60, night), night), true);
  assert.equal(isPaced(hearing(half, 60, night + 100), night + 100), false, 'it has shrunk');
  assert.equal(isPaced(hearing(half, 60, night, 'budi'), night), false, 'to each their own');
  const [before, begun] = [
    hearing(half, 59, night),
    hearing(hearing(half, 59, night), 10, night + 900),
  ];
  assert.deepEqual([before.version, begun.version], [2, 3]);
  assert.equal(isPaced(begun, night + 900), true);
});

test('a pager whose clock is behind makes no pile grow', () => {
  const half = hearing(calm, 60, night);
  assert.equal(isPaced(hearing(half, 49, night - 600_000), night - 600_000), false);
});
