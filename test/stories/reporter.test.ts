import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, linkOf, pause, quick } from '../support/city.ts';

const sari = '+628111000101';

let city: City;
let number = 0;
const nextTrip = () => `reporter-${(number += 1)}`;

before(async () => {
  city = await City.open();
  for (const tier of [1, 2, 3]) await city.putPolicy(tier, quick(600));
});
after(() => city.close());

// oxlint-disable-next-line typescript/no-explicit-any -- the contract's shapes, asserted on
type Answered = { status: number; body: any };

async function ask(method: string, path: string, as: string, body?: unknown): Promise<Answered> {
  const response = await city.call(method, path, { as, body });
  return { status: response.status, body: await response.json() };
}

async function report(as: string, body: Record<string, unknown>): Promise<Answered> {
  return ask('POST', '/v1/reports', as, { reportId: 'r', service: 'GoRide', ...body });
}

async function readCase(alertId: string) {
  const response = await city.staff('GET', `/alerts/${alertId}/case?reason=story`);
  assert.equal(response.status, 200);
  return (await response.json()) as Answered['body'];
}

test('pressed in the trip, silent: help comes, and the phone shows nothing that gives it away', async () => {
  const tripId = nextTrip();
  const facts = {
    service: 'GoCar',
    riderId: 'rider-silent',
    driverId: 'driver-silent',
    startedAt: new Date(Date.now() - 600_000).toISOString(),
  };
  const put = { as: 'platform', scope: 'trips:write', body: facts };
  assert.equal((await city.call('PUT', `/v1/trips/${tripId}`, put)).status, 204);
  const sent = (await city.inbox(sari)).length;
  const press = { pressId: 'p', service: 'GoCar', tripId, silent: true, locale: 'en' };
  const { alertId, tier } = await city.press('rider-silent', press);
  const link = linkOf(await city.sms(sari, sent + 1));
  assert.equal((await city.call('POST', `${link}/acknowledge`)).status, 303);
  const view = await ask('GET', `/v1/alerts/${alertId}`, 'rider-silent');
  assert.deepEqual(view.body, {
    alertId,
    status: 'acknowledged',
    openedAt: view.body.openedAt,
    silent: true,
    next: 'In progress.',
    locale: 'en',
    dir: 'ltr',
    translation: 'machine',
  });
  const truth = await city.alert(alertId);
  assert.deepEqual([tier, truth.trip, truth.silent], [1, 'in_progress', true]);
});

const isPaged = async (alertId: string) =>
  ((await city.alert(alertId)) as { pages: unknown[] }).pages.length > 0;

test('a forced cancel takes the same calls in the same order as a plain one', async () => {
  const steps = [];
  for (const duress of [false, true]) {
    const as = `rider-calls-${duress}`;
    const press = { pressId: 'p', service: 'GoCar', category: 'dispute', tripId: nextTrip() };
    const { alertId } = await city.press(as, press);
    // Whoever writes at the same time as the pager tries again.
    for (let tries = 0; tries < 50 && !(await isPaged(alertId)); tries += 1) await pause(100);
    await fetch(`${city.local.url}/_local/calls`, { method: 'DELETE' });
    const body = { pressId: 'c', ...(duress && { duress }) };
    const response = await city.call('POST', `/v1/alerts/${alertId}/cancel`, { as, body });
    const text = (await response.text())
      .replaceAll(alertId, 'ID')
      .replaceAll(/\d{4}-[^"]*Z/g, 'AT');
    const headers = Object.fromEntries(response.headers);
    for (const name of ['date', 'apigw-requestid']) delete headers[name];
    const calls = (await city.calls()).filter((one) => one.function === 'reporter');
    steps.push({ status: response.status, headers, text, calls });
  }
  assert.ok(steps[0]!.calls.length > 1);
  assert.deepEqual(steps[1], steps[0]);
});

test('reported as “other” after a cancelled trip, in words of harassment: paged as tier 1', async () => {
  const tripId = nextTrip();
  const facts = {
    service: 'GoRide',
    riderId: 'rider-after',
    driverId: 'driver-after',
    startedAt: new Date(Date.now() - 7_200_000).toISOString(),
    cancelledAt: new Date(Date.now() - 3_600_000).toISOString(),
  };
  const put = { as: 'platform', scope: 'trips:write', body: facts };
  assert.equal((await city.call('PUT', `/v1/trips/${tripId}`, put)).status, 204);
  const sent = (await city.inbox(sari)).length;
  const details = 'abis cancel dia chat terus ngajak ketemuan sama minta foto bugil';
  const said = await report('rider-after', { tripId, category: 'other', details });
  assert.deepEqual([said.status, said.body.tier, said.body.presses], [202, 1, 0]);
  await city.sms(sari, sent + 1);
  const truth = await city.alert(said.body.alertId);
  assert.deepEqual([truth.trip, truth.tier], ['cancelled', 1]);
  const { said: kept } = await readCase(said.body.alertId);
  assert.equal(kept[0].details, details);
});

const story = 'Ia menunggu lama di depan kantor saya';
const answers = [
  { questionId: 'safe_now', options: ['talk'] },
  { questionId: 'story', words: story },
  { questionId: 'nonsense id' },
];

test('what a report answers is not asked again, and whoever takes it reads it word for word', async () => {
  const sent = (await city.inbox(sari)).length;
  const preferences = { channels: ['chat'], safeHours: 'any', safeWord: 'kelapa muda' };
  const told = { tripId: nextTrip(), category: 'harassment', answers, preferences };
  const { status, body } = await report('rider-told', told);
  assert.deepEqual([status, body.warnings[0].field], [202, 'answers[2].questionId']);
  const link = linkOf(await city.sms(sari, sent + 1));
  assert.doesNotMatch(await (await city.call('GET', link)).text(), new RegExp(story));
  await city.call('POST', `${link}/acknowledge`);
  const page = await (await city.call('GET', link)).text();
  assert.match(page, new RegExp(story));
  const { answers: known, wishes, contact } = await readCase(body.alertId);
  assert.deepEqual(
    known.map((one: { questionId: string }) => one.questionId),
    ['safe_now', 'story'],
  );
  assert.equal(wishes.stopWord, 'kelapa muda');
  assert.deepEqual(contact.channels, ['chat']);
  assert.match(page, /name="questionId" value="\w+"/);
  // The question that is open now is none of those that were answered.
  for (const { questionId } of answers.slice(0, 2)) {
    assert.doesNotMatch(page, new RegExp(`name="questionId" value="${questionId}"`));
  }
});

test('erased words are gone for good; that they were there, and who read them, stays', async () => {
  const body = { tripId: nextTrip(), category: 'harassment', details: story, answers };
  const { alertId } = (await report('rider-erased', body)).body;
  const points = { points: [{ lat: -6.201733, lng: 106.781934 }] };
  await city.call('POST', `/v1/alerts/${alertId}/locations`, { as: 'rider-erased', body: points });
  assert.match(JSON.stringify(await readCase(alertId)), new RegExp(story));
  const path = `/alerts/${alertId}/erase`;
  const staffOnly = { as: 'clerk', scope: 'staff', body: { reason: 'asked' } };
  assert.equal((await city.call('POST', `/v1/staff${path}`, staffOnly)).status, 403);
  assert.equal((await city.staff('POST', path, {})).status, 400);
  const erased = await city.staff('POST', path, { reason: 'asked for in writing' });
  const stub = (await erased.json()) as Answered['body'];
  assert.deepEqual([erased.status, stub.by], [200, 'boss']);
  assert.deepEqual(stub.kinds, { said: 1, answers: 2, positions: 1 });
  assert.equal((await report('rider-erased', body)).status, 202);
  const left = await readCase(alertId);
  assert.doesNotMatch(JSON.stringify(left), /menunggu lama|106\.78/);
  assert.equal(left.erased.count, 4);
  const { timeline } = await city.alert(alertId);
  assert.ok(timeline.some((one: { what: string }) => one.what === 'erased'));
  const { reads } = (await (
    await city.staff('GET', `/alerts/${alertId}/reads`)
  ).json()) as Answered['body'];
  assert.equal(reads.length, 2);
});

test('a script of staff’s own is refused with the rule and the place, then accepted and served', async () => {
  const path = '/scripts/discrimination?service=GoRide&locale=en';
  const read = await city.staff('GET', path);
  const script = (await read.json()) as Answered['body'];
  const ifMatch = { 'if-match': read.headers.get('etag')! };
  const index = script.questions.findIndex((one: { id: string }) => one.id === 'story');
  const put = async (text: string) => {
    script.questions[index].text = text;
    return city.staff('PUT', path, script, ifMatch);
  };
  const refused = await put('Why did you not get off?');
  assert.equal(refused.status, 400);
  const [error] = ((await refused.json()) as Answered['body']).errors;
  assert.deepEqual([error.field, error.rule], [`questions[${index}].text`, 1]);
  const text = 'What would you like us to know?';
  assert.equal((await put(text)).status, 200);
  const intake = '/v1/intake?category=discrimination&service=GoRide&locale=en';
  const served = await city.call('GET', intake);
  const { questions } = (await served.json()) as Answered['body'];
  assert.equal(questions[index].text, text);
  assert.match(served.headers.get('cache-control')!, /max-age=300\b/);
});

test('asked afterwards where that was agreed; whoever still needs help is paged at once', async () => {
  const consents = { check_in: true };
  const body = { tripId: nextTrip(), category: 'harassment', consents, locale: 'ja' };
  const { alertId } = (await report('rider-later', body)).body;
  const own = `/v1/alerts/${alertId}`;
  assert.equal((await ask('GET', own, 'rider-later')).body.checkIn, undefined);
  await city.staff('POST', `/alerts/${alertId}/resolve`, {});
  const { checkIn } = (await ask('GET', own, 'rider-later')).body;
  assert.equal(checkIn.question, '助けは届きましたか。');
  const sent = (await city.inbox(sari)).length;
  const words = 'masih ada yang menunggu di luar';
  const said = await ask('POST', `${own}/check-in`, 'rider-later', { answer: 'need_help', words });
  assert.deepEqual([said.status, said.body.status], [202, 'open']);
  await city.sms(sari, sent + 1);
  await ask('POST', `${own}/consents`, 'rider-later', { kind: 'check_in', given: false });
  await city.staff('POST', `/alerts/${alertId}/resolve`, {});
  assert.equal((await ask('GET', own, 'rider-later')).body.checkIn, undefined);
  assert.equal((await ask('POST', `${own}/erase`, 'rider-later')).status, 202);
  assert.doesNotMatch(JSON.stringify(await readCase(alertId)), /menunggu di luar/);
});

test('the numbers to call are those of the place, and 112 never stands alone', async () => {
  const numbers = ({ emergencyNumbers }: { emergencyNumbers: { number: string }[] }) =>
    emergencyNumbers.map((one) => one.number);
  const tripId = nextTrip();
  const region = { country: 'ID', regency: '31.74' };
  const press = { pressId: 'p', service: 'GoRide', category: 'dispute', tripId, region };
  const pressed = await city.press('rider-place', press);
  const own = `/v1/alerts/${pressed.alertId}`;
  const view = await ask('GET', own, 'rider-place');
  const cancelled = await ask('POST', `${own}/cancel`, 'rider-place', { pressId: 'c' });
  for (const shown of [pressed, view.body, cancelled.body]) {
    assert.equal(numbers(shown)[0], '112');
    assert.ok(numbers(shown).includes('110') && numbers(shown).includes('129'));
  }
  const abroad = await report('rider-abroad', { tripId, region: { country: 'SG' } });
  assert.deepEqual(numbers(abroad.body).slice(0, 2), ['999', '995']);
});

test('all that was told here is looked for in logs, SMS, events and errors when the story ends', () => {
  assert.ok(city.witness.secrets.count > 30, `${city.witness.secrets.count} secrets`);
});
