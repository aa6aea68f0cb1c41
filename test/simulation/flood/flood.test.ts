import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inThread } from '../threads.ts';
import { type Flood, type Flooded, floodOf } from './flood.ts';
import { floods } from './floods.ts';

const lived = async (flood: Flood): Promise<Flooded> => (await inThread({ flood })).flood!;

const most = { '100,000 presses of tier 1 in a minute': floodOf({ presses: 100_000 }) };

for (const [name, flood] of Object.entries({ ...floods, ...most })) {
  test(`${name}: nothing lost, the first page at once, few SMS`, async (t) => {
    const { broken, accepted, sms, digests } = await lived(flood);
    assert.equal(broken, undefined);
    assert.equal(accepted, flood.presses + flood.beside);
    t.diagnostic(`${accepted} presses, ${sms} SMS, ${digests} of them digests`);
  });
}

test('30,000 alerts of tier 3 leave tier 1 as fast as it is without them', async (t) => {
  const p99 = async (presses: number) => {
    const flood = floodOf({ presses, category: 'lost_item', beside: 120 });
    const { broken, toFirstSms } = await lived(flood);
    assert.equal(broken, undefined);
    assert.equal(toFirstSms.length, 120);
    return toFirstSms[Math.floor(0.99 * toFirstSms.length)]!;
  };
  const [unloaded, loaded] = [await p99(0), await p99(30_000)];
  assert.ok(loaded <= 2 * unloaded, `${loaded} ms instead of ${unloaded}`);
  t.diagnostic(`p99 from press to first SMS: ${unloaded} ms without, ${loaded} ms with`);
});

test('the same flood goes the same way', async () => {
  const flood = floods['300 presses in a second']!;
  assert.deepEqual(await lived(flood), await lived(flood));
});
