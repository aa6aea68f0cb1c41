import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SegmentedMessage } from 'sms-segments-calculator';
import { City, linkOf, pause, quick } from '../support/city.ts';

const sari = '+628111000101';
const budi = '+628111000201';
const ratna = '+628111000401';

let city: City;
let trip = 0;
const nextTrip = () => `trip-${(trip += 1)}`;

before(async () => {
  city = await City.open();
});
after(() => city.close());

test('a press becomes an SMS on the primary’s phone in under a second', async () => {
  const pressed = Date.now();
  const answer = await city.press('rider-fast', {
    pressId: 'p1',
    service: 'GoRide',
    tripId: nextTrip(),
  });
  assert.deepEqual([answer.tier, answer.status, answer.presses], [1, 'open', 1]);
  assert.match(answer.alertId, /^alr_/);
  assert.ok(answer.emergencyNumbers.some((one) => one.number === '110'));
  const sms = await city.sms(sari, 1, 1_000);
  assert.ok(Date.parse(sms.at) - pressed < 1_000);
  assert.equal(sms.senderId, 'SIAGA');
  await city.call('POST', `${linkOf(sms)}/resolve`);
});

test('the text contract holds for every service, category and locale', async () => {
  await city.putPolicy(1, quick(600));
  await city.putPolicy(2, quick(600));
  await city.putPolicy(3, quick(600));
  const categories = [undefined, 'harassment', 'crash', 'other', 'lost_item'];
  for (const service of ['GoRide', 'GoCar', 'Go“Böx”🙂 http://evil.example']) {
    for (const category of categories) {
      for (const locale of ['id', 'en', 'zh', 'ar']) {
        const body = {
          pressId: 'p',
          service,
          category,
          locale,
          tripId: nextTrip(),
          contact: { name: 'Sita Rahma' },
        };
        await city.press('rider-text', body);
      }
    }
  }
  await pause(500);
  const phones = (await (await fetch(`${city.local.url}/_local/phones`)).json()) as {
    messages: { text: string }[];
  }[];
  const texts = phones.flatMap((phone) => phone.messages.map((sms) => sms.text));
  assert.equal(texts.length, 1 + 3 * 5 * 4);
  for (const text of texts) {
    const message = new SegmentedMessage(text);
    assert.deepEqual([message.segmentsCount, message.encodingName], [1, 'GSM-7'], text);
    assert.match(text, /^SIAGA T[123] \w+.* \d\d:\d\d WIB \w+ http:\/\/localhost:\d+\/p\/[\w-]+$/);
    assert.doesNotMatch(text, /Sita|harass|crash|lost|\+62|evil/i);
    assert.equal(text.match(/:\/\//g)?.length, 1);
  }
});

test('nobody takes it and the secondary has it after the wait; taking it stops the rest', async () => {
  await city.putPolicy(1, quick(1));
  const sent = (await city.inbox(sari)).length;
  const alert = await city.press('rider-wait', {
    pressId: 'p1',
    service: 'GoCar',
    tripId: nextTrip(),
  });
  const first = await city.sms(sari, sent + 1);
  const second = await city.sms(budi);
  const gap = Date.parse(second.at) - Date.parse(first.at);
  assert.ok(gap >= 900 && gap < 3_000, `the secondary was paged after ${gap} ms`);

  const taken = await city.call('POST', `${linkOf(second)}/acknowledge`);
  assert.equal(taken.status, 303);
  await pause(2_500);
  assert.equal((await city.inbox(ratna)).length, 0);
  const view = await city.alert(alert.alertId);
  assert.deepEqual([view.status, view.owner.name], ['acknowledged', 'Budi Santoso']);

  const late = await city.call('POST', `${linkOf(first)}/acknowledge`);
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Budi Santoso/);
  const again = await city.call('POST', `${linkOf(second)}/acknowledge`);
  assert.equal(again.status, 303);
});

test('a GET of the link changes nothing, and personal facts show only after taking', async () => {
  await city.putPolicy(1, quick(600));
  const sent = (await city.inbox(sari)).length;
  const tripId = nextTrip();
  const alert = await city.press('rider-get', {
    pressId: 'p1',
    service: 'GoRide',
    tripId,
    silent: true,
    location: { lat: -6.175392, lng: 106.827153 },
  });
  const link = linkOf(await city.sms(sari, sent + 1));
  const untouched = await city.alert(alert.alertId);
  const pages = await Promise.all(Array.from({ length: 5 }, () => city.call('GET', link)));
  const page = await pages[0]!.text();
  assert.equal(pages[0]!.headers.get('cache-control'), 'no-store');
  assert.deepEqual(await city.alert(alert.alertId), untouched);
  assert.match(page, /SENYAP/);
  assert.doesNotMatch(page, new RegExp(`${tripId}|6\\.175|rider-get`));
  await city.call('POST', `${link}/acknowledge`);
  const taken = await (await city.call('GET', `${link}?lang=en`)).text();
  assert.match(taken, new RegExp(tripId));
  assert.match(taken, /-6\.17539/);
});

test('every wrong link gets the same answer', async () => {
  const [first] = await city.inbox(sari);
  const token = linkOf(first!).slice(3);
  const wrong = [
    `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    `${'A'.repeat(22)}${token.slice(22)}`,
    token.slice(0, 22) + 'AAAAAAAA' + token.slice(30),
    'x',
    '..%2f..%2fetc',
  ];
  const answers = await Promise.all(
    wrong.map(async (one) => {
      const response = await city.call('GET', `/p/${one}`);
      return `${response.status} ${await response.text()}`;
    }),
  );
  assert.equal(new Set(answers).size, 1);
  assert.match(answers[0]!, /^404 /);
});

test('declining hands the page on at once, and releasing pages somebody else', async () => {
  await city.putPolicy(1, quick(600));
  const [anna, bert] = [(await city.inbox(sari)).length, (await city.inbox(budi)).length];
  const alert = await city.press('rider-decline', {
    pressId: 'p1',
    service: 'GoRide',
    tripId: nextTrip(),
  });
  const link = linkOf(await city.sms(sari, anna + 1));
  await city.call('POST', `${link}/decline`);
  const second = linkOf(await city.sms(budi, bert + 1, 2_000));
  await city.call('POST', `${second}/acknowledge`);
  await city.call('POST', `${second}/release`);
  await city.sms(ratna, 1, 2_000);
  assert.equal((await city.alert(alert.alertId)).status, 'open');
});

test('a hundred parallel presses of twenty ids on ten trips are ten alerts, and no SMS goes out twice', async () => {
  await city.putPolicy(1, quick(600));
  const earlier = (await city.inbox(sari)).length;
  const trips = Array.from({ length: 10 }, nextTrip);
  const presses = Array.from({ length: 100 }, (_, index) => ({
    pressId: `id-${index % 20}`,
    tripId: trips[index % 10]!,
    service: 'GoRide',
  }));
  const twice = presses.flatMap((press) => [press, press]);
  const answers = await Promise.all(twice.map((press) => city.press('rider-many', press)));
  const ids = new Set(answers.map((answer) => answer.alertId));
  assert.equal(ids.size, 10);
  await pause(1_000);
  for (const id of ids) {
    const view = await city.alert(id);
    assert.equal(view.presses, 2);
    assert.equal(view.pages.length, 1);
  }
  const texts = (await city.inbox(sari)).slice(earlier).map((sms) => sms.text);
  assert.equal(texts.length, 10);
  assert.equal(new Set(texts).size, 10);
});

test('the same press gets the same answer, also after the alert has been taken', async () => {
  const body = { pressId: 'same', service: 'GoRide', tripId: nextTrip() };
  const sent = (await city.inbox(sari)).length;
  const first = await city.press('rider-same', body);
  await city.call('POST', `${linkOf(await city.sms(sari, sent + 1))}/acknowledge`);
  assert.deepEqual(await city.press('rider-same', body), first);
});

test('the lane of a raised alert pages its own team at once', async () => {
  await city.putPolicy(2, quick(600));
  const sent = (await city.inbox(sari)).length;
  const alert = await city.press('rider-raise', {
    pressId: 'p',
    service: 'GoRide',
    category: 'other',
    tripId: nextTrip(),
  });
  assert.equal(alert.tier, 2);
  const raised = await city.staff('POST', `/alerts/${alert.alertId}/raise`, {
    reason: 'she said he followed her',
  });
  assert.equal(raised.status, 200);
  const sms = await city.sms(sari, sent + 1, 2_000);
  assert.match(sms.text, /^SIAGA T1 /);
});

test('an alert that was taken goes back to paging when nothing happens', async () => {
  await city.putPolicy(1, { ...quick(600), acknowledgeTimeoutSeconds: 1 });
  const [first, second] = [(await city.inbox(sari)).length, (await city.inbox(budi)).length];
  await city.press('rider-idle', { pressId: 'p', service: 'GoRide', tripId: nextTrip() });
  await city.call('POST', `${linkOf(await city.sms(sari, first + 1))}/acknowledge`);
  await city.sms(budi, second + 1, 4_000);
});

test('a phone that has opted out costs no wait', async () => {
  await city.putPolicy(1, quick(600));
  await fetch(`${city.local.url}/_local/phones/${sari}`, {
    method: 'PUT',
    body: '{"optedOut":true}',
  });
  const sent = (await city.inbox(budi)).length;
  const alert = await city.press('rider-out', {
    pressId: 'p',
    service: 'GoRide',
    tripId: nextTrip(),
  });
  await city.sms(budi, sent + 1, 2_000);
  await fetch(`${city.local.url}/_local/phones/${sari}`, {
    method: 'PUT',
    body: '{"optedOut":false}',
  });
  const { pages } = await city.alert(alert.alertId);
  assert.deepEqual(
    pages.map((page: { result: string }) => page.result),
    ['failed', 'sent'],
  );
});

test('from press to acknowledged there are at most nine calls of AWS, the SMS and page views aside', async () => {
  await city.putPolicy(1, quick(600));
  await city.stopSchedules();
  const sent = (await city.inbox(sari)).length;
  await fetch(`${city.local.url}/_local/calls`, { method: 'DELETE' });
  await city.press('rider-count', { pressId: 'p', service: 'GoRide', tripId: nextTrip() });
  const link = linkOf(await city.sms(sari, sent + 1));
  await pause(300);
  await fetch(`${city.local.url}${link}/acknowledge`, { method: 'POST', redirect: 'manual' });
  const total = (await city.calls()).reduce((sum, call) => sum + call.count, 0);
  assert.equal(total - 1, 9);
});

test('no log holds a number, a name, a position or a trip', () => {
  const dir = join(city.local.dataDir, 'logs');
  const logs = readdirSync(dir)
    .map((file) => readFileSync(join(dir, file), 'utf8'))
    .join('');
  assert.match(logs, /step taken/);
  assert.doesNotMatch(logs, /\+?62811|Sari|Budi|Ratna|-6\.175|trip-\d|rider-|followed/);
});
