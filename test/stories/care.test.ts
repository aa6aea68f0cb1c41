import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, linkOf, quick } from '../support/city.ts';

const sari = '+628111000101';
const budi = '+628111000201';
const words = 'dia pegang-pegang saya di lampu merah';

let city: City;
let number = 0;

before(async () => {
  city = await City.open();
  await city.putPolicy(1, quick(600));
});
after(() => city.close());

/** An alert of a trip that the platform knows, and the link of the primary. */
async function paged(reporter: string, body: Record<string, unknown> = {}) {
  const tripId = `care-${(number += 1)}`;
  const sent = (await city.inbox(sari)).length;
  const trip = {
    service: 'GoRide',
    riderId: reporter,
    driverId: 'driver-care',
    vehicle: { plate: 'B 4321 CD' },
    startedAt: new Date(Date.now() - 600_000).toISOString(),
  };
  const of = { as: 'platform', scope: 'trips:write', body: trip };
  assert.equal((await city.call('PUT', `/v1/trips/${tripId}`, of)).status, 204);
  const { alertId } = await city.press(reporter, {
    pressId: 'p',
    service: 'GoRide',
    tripId,
    ...body,
  });
  return { alertId, tripId, link: linkOf(await city.sms(sari, sent + 1)) };
}

const page = async (link: string) => (await city.call('GET', `${link}?lang=en`)).text();
const send = (link: string, action: string, form: Record<string, string> = {}) =>
  city.call('POST', `${link}/${action}?lang=en`, {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const asked = (text: string) => /name="questionId" value="(\w+)"/.exec(text)?.[1];

test('one responder asks half the script and releases, and the next goes on where it was left', async () => {
  const { alertId, tripId, link } = await paged('rider-half');
  const report = { reportId: 'r', service: 'GoRide', tripId, details: words };
  assert.equal(
    (await city.call('POST', '/v1/reports', { as: 'rider-half', body: report })).status,
    202,
  );
  const points = [0, 1, 2].map((step) => ({ lat: -6.2 - step / 1000, lng: 106.8123 }));
  const path = `/v1/alerts/${alertId}/locations`;
  await city.call('POST', path, { as: 'rider-half', body: { points } });

  const closed = await page(link);
  assert.doesNotMatch(closed, new RegExp(`${words}|B 4321 CD|106\\.81|<svg|questionId`));
  assert.deepEqual(await (await city.staff('GET', `/alerts/${alertId}/reads`)).json(), {
    reads: [],
  });

  assert.equal((await send(link, 'acknowledge')).status, 303);
  const taken = await page(link);
  assert.match(taken, new RegExp(words));
  assert.match(taken, /B 4321 CD[\s\S]*<polyline/);
  const first = asked(taken)!;
  const answer = { questionId: first, words: 'aman, tapi pelan-pelan' };
  assert.equal((await send(link, 'answer', answer)).status, 303);
  assert.equal((await send(link, 'answer', answer)).status, 303);
  const second = asked(await page(link))!;
  await send(link, 'skip', { questionId: second });
  const third = asked(await page(link))!;

  const sent = (await city.inbox(budi)).length;
  assert.equal((await send(link, 'release')).status, 303);
  assert.doesNotMatch(await page(link), new RegExp(words));
  const next = linkOf(await city.sms(budi, sent + 1));
  assert.doesNotMatch(await page(next), /aman, tapi pelan-pelan/);
  assert.equal((await send(next, 'acknowledge')).status, 303);
  const seen = await page(next);
  assert.equal(seen.split('aman, tapi pelan-pelan').length, 2, 'told, and told once');
  assert.equal(asked(seen), third);
  assert.ok(new Set([first, second, third]).size === 3);

  const { reads } = (await (await city.staff('GET', `/alerts/${alertId}/reads`)).json()) as {
    reads: { by: string; why: string }[];
  };
  assert.equal(new Set(reads.map((one) => one.by)).size, 2);
  assert.ok(reads.length >= 4 && reads.every((one) => one.why === 'has the alert'));
  const opened = await city.staff('GET', `/alerts/${alertId}/case?reason=audit`);
  const sealed = (await opened.json()) as { said: { details: string }[]; answers: object[] };
  assert.deepEqual([sealed.said[0]!.details, sealed.answers.length], [words, 1]);
  assert.doesNotMatch(JSON.stringify(await city.alert(alertId)), /pegang|pelan/);
});

test('a consent that is taken back stops the step that rested on it', async () => {
  const { link } = await paged('rider-consent');
  await send(link, 'acknowledge');
  const police = { kind: 'police' };
  assert.equal((await send(link, 'step', police)).status, 409);
  await send(link, 'consent', { ...police, given: 'yes' });
  assert.equal((await send(link, 'step', police)).status, 303);
  await send(link, 'consent', { ...police, given: 'no' });
  assert.equal((await send(link, 'step', police)).status, 409);
  assert.equal((await send(link, 'resolve', { outcome: 'handed_to_police' })).status, 409);
});

test('a case whose reading cannot be recorded is not shown, and the responder can still act', async () => {
  const { link, tripId } = await paged('rider-unrecorded');
  const report = { reportId: 'r', service: 'GoRide', tripId, details: words };
  await city.call('POST', '/v1/reports', { as: 'rider-unrecorded', body: report });
  await send(link, 'acknowledge');
  await city.faults([
    { service: 'dynamodb', action: 'PutItem', function: 'responder', mode: 'before' },
  ]);
  const text = await page(link);
  await city.call('DELETE', '/_local/faults');
  assert.match(text, /could not be recorded/);
  assert.doesNotMatch(text, new RegExp(words));
  assert.match(await page(link), new RegExp(words));
});
