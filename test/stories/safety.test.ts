import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, linkOf, pause, quick } from '../support/city.ts';

const sari = '+628111000101';

let city: City;
let number = 0;
const nextTrip = () => `safety-${(number += 1)}`;

before(async () => {
  city = await City.open();
  for (const tier of [1, 2, 3]) await city.putPolicy(tier, quick(600));
});
after(() => city.close());

async function cancel(reporter: string, alertId: string, body: object): Promise<Response> {
  return city.call('POST', `/v1/alerts/${alertId}/cancel`, { as: reporter, body });
}

test('a cancel under duress is answered and shown like a plain one, and pages tier 1', async () => {
  const press = (sub: string) =>
    city.press(sub, { pressId: 'p', service: 'GoCar', category: 'dispute', tripId: nextTrip() });
  const [plain, forced] = [await press('rider-plain'), await press('rider-forced')];
  const paged = (await city.inbox(sari)).length;

  const answers = [
    await cancel('rider-plain', plain.alertId, { pressId: 'c' }),
    await cancel('rider-forced', forced.alertId, { pressId: 'c', duress: true }),
  ];
  await city.sms(sari, paged + 1);
  const views = [
    await city.call('GET', `/v1/alerts/${plain.alertId}`, { as: 'rider-plain' }),
    await city.call('GET', `/v1/alerts/${forced.alertId}`, { as: 'rider-forced' }),
  ];
  for (const pair of [answers, views]) {
    const [one, other] = await Promise.all(pair.map(seen));
    assert.deepEqual(other, one);
  }

  const truth = (await city.alert(forced.alertId)) as Record<string, unknown>;
  assert.deepEqual([truth.tier, truth.status, truth.duress, truth.silent], [1, 'open', true, true]);
  assert.equal(((await city.alert(plain.alertId)) as { status: string }).status, 'cancelled');
});

/** All that a phone can see, but for times and ids. */
async function seen(response: Response) {
  const text = (await response.text())
    .replaceAll(/alr_[\w-]+/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME');
  const headers = [...response.headers].filter(([name]) => !/^(date|apigw-requestid)$/.test(name));
  return { status: response.status, headers, text };
}

test('a cancel does not stop a page of tier 1, and the same cancel again is answered the same', async () => {
  const alert = await city.press('rider-stays', { pressId: 'p', service: 'GoRide' });
  const first = await cancel('rider-stays', alert.alertId, { pressId: 'c' });
  assert.equal(first.status, 202);
  const said = (await first.json()) as { status: string; emergencyNumbers: unknown[] };
  assert.deepEqual([said.status, said.emergencyNumbers.length > 1], ['cancelled', true]);
  assert.deepEqual(
    await (await cancel('rider-stays', alert.alertId, { pressId: 'c' })).json(),
    said,
  );
  const truth = (await city.alert(alert.alertId)) as { status: string; cancelRequested: boolean };
  assert.deepEqual([truth.status, truth.cancelRequested], ['open', true]);
});

test('another’s alert cannot be cancelled or followed', async () => {
  const alert = await city.press('rider-own', { pressId: 'p', service: 'GoRide' });
  assert.equal((await cancel('rider-else', alert.alertId, { pressId: 'c' })).status, 404);
  const points = { points: [{ lat: 0, lng: 0 }] };
  const path = `/v1/alerts/${alert.alertId}/locations`;
  assert.equal((await city.call('POST', path, { as: 'rider-else', body: points })).status, 404);
});

test('a repeated press on an alert that is taken tells its owner, by one SMS', async () => {
  const tripId = nextTrip();
  const sent = (await city.inbox(sari)).length;
  await city.press('rider-again', { pressId: 'p1', service: 'GoRide', tripId });
  const link = linkOf(await city.sms(sari, sent + 1));
  assert.equal((await city.call('POST', `${link}/acknowledge`)).status, 303);
  await pause(10_100);
  await city.press('rider-again', { pressId: 'p2', service: 'GoRide', tripId });
  await city.press('rider-again', { pressId: 'p3', service: 'GoRide', tripId });
  const news = await city.sms(sari, sent + 2);
  assert.match(news.text, /^SIAGA T1 GoRide .* KABAR BARU http/);
  assert.equal(linkOf(news), link);
  await pause(500);
  assert.equal((await city.inbox(sari)).length, sent + 2);
});

test('a report after the trip joins the alert of the same person, and opens it again', async () => {
  const tripId = nextTrip();
  const press = { pressId: 'p', service: 'GoRide', category: 'dispute', tripId };
  const alert = await city.press('rider-report', press);
  await city.staff('POST', `/alerts/${alert.alertId}/resolve`, {});
  const sent = (await city.inbox(sari)).length;
  const report = { reportId: 'r', service: 'GoRide', tripId, category: 'harassment' };
  const send = () => city.call('POST', '/v1/reports', { as: 'rider-report', body: report });
  const first = await send();
  assert.equal(first.status, 202);
  const said = (await first.json()) as Record<string, unknown>;
  assert.deepEqual(
    [said.alertId, said.tier, said.status, said.presses],
    [alert.alertId, 1, 'open', 1],
  );
  await city.sms(sari, sent + 1);
  assert.deepEqual(await (await send()).json(), said);
});

test('a report of “other” whose words tell of harassment is paged as tier 1, and shows where', async () => {
  const sent = (await city.inbox(sari)).length;
  const details = 'tadi drivernya megang2 paha saya terus';
  const body = { reportId: 'r', service: 'GoRide', tripId: nextTrip(), category: 'other', details };
  const answer = await city.call('POST', '/v1/reports', { as: 'rider-words', body });
  const { alertId, tier } = (await answer.json()) as { alertId: string; tier: number };
  assert.deepEqual([answer.status, tier], [202, 1]);
  await city.sms(sari, sent + 1);
  const view = (await city.alert(alertId)) as { timeline: { what: string; text?: string }[] };
  const triaged = view.timeline.find((entry) => entry.what === 'triaged');
  assert.match(triaged?.text ?? '', /^\w+ \(\d+-\d+/);
  assert.doesNotMatch(JSON.stringify(view), /megang|paha/);
});

test('a report whose body cannot be read is answered with the emergency numbers', async () => {
  const response = await city.call('POST', '/v1/reports', { as: 'rider-bad', body: '{' });
  assert.equal(response.status, 400);
  const said = (await response.json()) as { emergencyNumbers: unknown[]; errors: unknown[] };
  assert.ok(said.emergencyNumbers.length > 1 && said.errors.length === 1);
});

test('rider and driver have alerts of their own on one trip, linked for staff alone', async () => {
  const tripId = nextTrip();
  const facts = {
    service: 'GoCar',
    riderId: 'rider-a',
    driverId: 'driver-b',
    vehicle: { plate: 'B 1234 XYZ' },
    startedAt: new Date(Date.now() - 600_000).toISOString(),
  };
  const put = await city.call('PUT', `/v1/trips/${tripId}`, {
    as: 'platform',
    scope: 'trips:write',
    body: facts,
  });
  assert.equal(put.status, 204);
  const rider = await city.press('rider-a', { pressId: 'p', service: 'GoCar', tripId });
  const driver = await city.press('driver-b', { pressId: 'p', service: 'GoCar', tripId });
  const stranger = await city.press('rider-z', { pressId: 'p', service: 'GoCar', tripId });
  const linked = async (alertId: string) => {
    const view = (await city.alert(alertId)) as { linkedAlertIds: string[]; trip: string };
    return [view.trip, view.linkedAlertIds];
  };
  assert.deepEqual(await linked(rider.alertId), ['in_progress', [driver.alertId]]);
  assert.deepEqual(await linked(driver.alertId), ['in_progress', [rider.alertId]]);
  assert.deepEqual(await linked(stranger.alertId), ['unknown', []]);
  const path = `/v1/alerts/${driver.alertId}`;
  assert.equal((await city.call('GET', path, { as: 'rider-a' })).status, 404);
});

test('positions come in batches, out of order, and those off the globe are refused by field', async () => {
  const { alertId } = await city.press('rider-moves', { pressId: 'p', service: 'GoRide' });
  const send = (points: object[]) =>
    city.call('POST', `/v1/alerts/${alertId}/locations`, { as: 'rider-moves', body: { points } });
  const at = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
  const points = Array.from({ length: 60 }, (_, index) => ({
    lat: -6.2 + index / 1000,
    lng: 106.8,
    accuracy: 5,
    at: at(index * 7),
  }));
  assert.equal((await send(points)).status, 204);
  assert.equal((await send([{ lat: -6.1, lng: 106.8 }])).status, 204);
  const wrong = await send([points[0]!, { lat: 91, lng: 0 }]);
  const { errors } = (await wrong.json()) as { errors: { field: string }[] };
  assert.deepEqual([wrong.status, errors[0]?.field], [400, 'points[1].lat']);
});

test('anybody may fetch the question script, and an app need not fetch it twice', async () => {
  const path = '/v1/intake?service=GoRide&category=harassment&locale=ar';
  const first = await city.call('GET', path);
  const script = (await first.json()) as { dir: string; locale: string; category: string };
  assert.deepEqual([first.status, script.dir, script.category], [200, 'rtl', 'harassment']);
  assert.match(first.headers.get('cache-control')!, /public, max-age/);
  const headers = { 'if-none-match': first.headers.get('etag')! };
  assert.equal((await city.call('GET', path, { headers })).status, 304);
  assert.equal((await city.call('GET', '/v1/intake?category=nonsense')).status, 400);
});
