import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, linkOf, pause, quick, type Sms } from '../support/city.ts';

const sari = '+628111000101';
const presses = 300;
/** As many at a time. */
const hands = 20;

const ways = ['before', 'after', 'timeout', 'throttle', 'crash'];

let city: City;

before(async () => {
  city = await City.open();
  await city.putPolicy(1, quick(600));
});
after(() => city.close());

const isDigest = ({ text }: Sms) => linkOf({ text } as Sms).startsWith('/q/');

/** The newest digest that a phone got, as soon as there is one. */
async function digest(phone: string, withinMs: number): Promise<Sms> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(500)) {
    const found = (await city.inbox(phone)).findLast(isDigest);
    if (found !== undefined) return found;
  }
  throw new Error(`no digest on ${phone} within ${withinMs} ms`);
}

test('300 press at once while SNS takes 5 SMS a second: none is refused, and one digest tells of all that waits', async (t) => {
  // An event for a topic names no phone number.
  const about = ['PhoneNumber'];
  const limit = { service: 'sns', action: 'Publish', mode: 'throttle', perSecond: 5, about };
  // What the pagers agree on goes wrong, too.
  const pace = { function: 'pager', service: 'dynamodb', action: 'PutItem', about: ['"PACE"'] };
  const struck = ways
    .filter((mode) => mode !== 'crash')
    .map((mode) => ({ ...pace, mode, times: 1 }));
  await city.faults([limit, ...struck]);
  const alertIds = new Set<string>();
  let next = 0;
  const press = async () => {
    while (next < presses) {
      const tripId = `trip-${(next += 1)}`;
      const { alertId } = await city.press('rider', { pressId: 'p', service: 'GoRide', tripId });
      alertIds.add(alertId);
    }
  };
  await Promise.all(Array.from({ length: hands }, press));
  assert.equal(alertIds.size, presses);
  await city.sms(sari);

  const sms = await digest(sari, 120_000);
  assert.match(sms.text, /^SIAGA T1 GoRide \d\d:\d\d WIB \w{4} (\+\d+ )?MENUNGGU http\S+$/);
  const queue = await city.call('GET', linkOf(sms));
  assert.equal(queue.status, 200);
  const listed = (await queue.text()).match(/\/p\/[\w-]{46}/g) ?? [];
  assert.equal(new Set(listed).size, 50);
  const taken = await city.call('POST', `${listed[0]}/acknowledge`);
  assert.equal(taken.status, 303);
  const left = await (await city.call('GET', linkOf(sms))).text();
  assert.ok(!left.includes(listed[0]!), 'what somebody has taken waits no more');

  assert.deepEqual(await unstruck(), [limit], 'all else has gone wrong');
  const told = (await city.inbox(sari)).length;
  t.diagnostic(`${told} SMS for ${presses} presses`);
  assert.ok(told < presses / 2, `${told} SMS for ${presses} presses`);
});

test('the page behind a digest opens, though each call that it makes goes wrong first', async () => {
  const link = linkOf(await digest(sari, 1));
  const reads = [
    ['GetItem', '"PACE"'],
    ['Query', 'dueShard'],
    ['BatchGetItem', 'ALERT#'],
  ] as const;
  for (const mode of ways) {
    const reader = { function: 'responder', service: 'dynamodb' };
    const faults = reads.map(([action, text]) => ({
      ...reader,
      action,
      about: [text],
      mode,
      times: 1,
    }));
    await city.faults(faults);
    let answer = await city.call('GET', link);
    for (let tries = 1; answer.status >= 500; tries += 1) {
      assert.ok(tries < 10, `${mode}: still ${answer.status}`);
      answer = await city.call('GET', link);
    }
    assert.match(await answer.text(), /\/p\/[\w-]{46}/);
    assert.deepEqual(await unstruck(), [], `${mode}: each went wrong`);
  }
});

/** The faults that have not struck. */
async function unstruck(): Promise<unknown> {
  return (await fetch(`${city.local.url}/_local/faults`)).json();
}
