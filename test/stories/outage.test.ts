import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, linkOf, pause, quick } from '../support/city.ts';

const sari = '+628111000101';
const budi = '+628111000201';

let city: City;

before(async () => {
  city = await City.open();
  await city.putPolicy(1, quick(3));
  await city.run('pager');
});
after(() => city.close());

const press = (tripId: string) => ({ pressId: 'p', service: 'GoRide', tripId });

async function heal(where = city): Promise<void> {
  await fetch(`${where.local.url}/_local/faults`, { method: 'DELETE' });
}

async function sentTo(phone: string): Promise<number> {
  return (await city.inbox(phone)).length;
}

test('a table that is out from the first second of a stack keeps nobody from being paged within 5 s', async (t) => {
  const fresh = await City.open();
  t.after(() => fresh.close());
  await fresh.faults([{ service: 'dynamodb', mode: 'before' }]);
  const started = Date.now();
  await fresh.press('rider-first', press('first of all'));
  await fresh.sms(sari, 1, 5_000 - (Date.now() - started));
  await heal(fresh);
  t.diagnostic(`SMS after ${Date.now() - started} ms`);
});

test('a press that was stored just before the table went out is paged within 5 s all the same', async (t) => {
  const sent = await sentTo(sari);
  await city.faults([{ service: 'dynamodb', function: 'pager', mode: 'before' }]);
  const started = Date.now();
  const { alertId } = await city.press('rider-in-time', press('in time'));
  await city.sms(sari, sent + 1, 5_000 - (Date.now() - started));
  t.diagnostic(`SMS after ${Date.now() - started} ms`);
  await heal();
  await city.staff('POST', `/alerts/${alertId}/resolve`, {});
});

// What hangs comes first: from then on a function remembers for a while that the queue is out.
for (const mode of ['timeout', 'before', 'throttle'] as const) {
  test(`a queue that is out (${mode}) keeps nobody from being paged within 5 s`, async () => {
    const sent = await sentTo(sari);
    await city.faults([{ service: 'sqs', mode }]);
    const started = Date.now();
    const alert = await city.press('rider-no-queue', press(`no queue ${mode}`));
    await city.sms(sari, sent + 1, 5_000 - (Date.now() - started));
    await heal();
    await city.staff('POST', `/alerts/${alert.alertId}/resolve`, {});
  });
}

test('while the queue is out the next step comes from the sweeper, which passes it by too', async () => {
  await city.faults([{ service: 'sqs', mode: 'before' }]);
  const [onSari, onBudi] = [await sentTo(sari), await sentTo(budi)];
  const { alertId } = await city.press('rider-no-queue', press('no queue for long'));
  await city.sms(sari, onSari + 1);
  // The step waits 3 s, and the sweeper leaves an alert alone that has been due for less than 10.
  const isPaged = async () => {
    await fetch(`${city.local.url}/_local/schedules/sweeper`, { method: 'POST' });
    return (await sentTo(budi)) > onBudi;
  };
  assert.ok(await eventually(isPaged, 20_000));
  assert.equal(await sentTo(sari), onSari + 1, 'who did not answer is not paged again');
  const link = linkOf((await city.inbox(budi)).at(-1)!);
  assert.equal((await city.call('POST', `${link}/acknowledge`)).status, 303);
  await heal();
  const { pages, status } = (await city.alert(alertId)) as { pages: unknown[]; status: string };
  assert.deepEqual([pages.length, status], [2, 'acknowledged']);
});

test('while the queue is out, a report, a decline and a raise page at once all the same', async () => {
  await city.faults([{ service: 'sqs', mode: 'before' }]);
  const [onSari, onBudi] = [await sentTo(sari), await sentTo(budi)];
  const report = { reportId: 'r', service: 'GoRide', tripId: 'reported', category: 'harassment' };
  const reported = await city.call('POST', '/v1/reports', { as: 'rider-reports', body: report });
  assert.equal(reported.status, 202);
  const link = linkOf(await city.sms(sari, onSari + 1));
  await city.call('POST', `${link}/decline`);
  await city.sms(budi, onBudi + 1);

  const other = { ...press('raised'), category: 'other' };
  const raised = await city.press('rider-raised', other);
  const reason = 'she said he followed her';
  await city.staff('POST', `/alerts/${raised.alertId}/raise`, { reason });
  await city.sms(sari, onSari + 2);
  await heal();
  const { alertId } = (await reported.json()) as { alertId: string };
  for (const one of [alertId, raised.alertId]) {
    await city.staff('POST', `/alerts/${one}/resolve`, {});
  }
});

for (const mode of ['timeout', 'before', 'throttle'] as const) {
  test(`an SNS that is out (${mode}) in its region keeps nobody from being paged within 5 s`, async () => {
    const earlier = await sentTo(sari);
    await city.faults([{ service: 'sns', region: 'ap-southeast-3', mode }]);
    const started = Date.now();
    const { alertId } = await city.press('rider-no-sns', press(`no SNS ${mode}`));
    const sms = await city.sms(sari, earlier + 1, 5_000 - (Date.now() - started));
    assert.equal(sms.senderId, 'SIAGA');
    assert.ok(await eventually(async () => (await city.alert(alertId)).pages.length > 0));
    const [page] = (await city.alert(alertId)).pages as { result: string }[];
    assert.equal(page?.result, 'sent');
    await heal();
    await city.staff('POST', `/alerts/${alertId}/resolve`, {});
  });
}

for (const mode of ['before', 'timeout', 'throttle'] as const) {
  test(`a table that is out (${mode}) keeps nobody from being paged within 5 s`, async () => {
    const [onSari, onBudi] = [await sentTo(sari), await sentTo(budi)];
    await city.faults([{ service: 'dynamodb', mode }]);
    const started = Date.now();
    const alert = await city.press('rider-outage', press(`out ${mode}`));
    assert.deepEqual([alert.status, alert.tier, alert.presses], ['open', 1, 1]);
    await city.sms(sari, onSari + 1, 5_000 - (Date.now() - started));
    await city.sms(budi, onBudi + 1, 12_000);
    await heal();

    const link = linkOf((await city.inbox(budi)).at(-1)!);
    const taken = await eventually(async () => {
      const answer = await city.call('POST', `${link}/acknowledge`);
      return answer.status === 303;
    });
    assert.ok(taken, 'the link works once the table is back');
    const view = (await city.alert(alert.alertId)) as { status: string; pages: unknown[] };
    assert.equal(view.status, 'acknowledged');
    assert.ok(view.pages.length >= 2);
  });
}

test('words told while the table is out are taken at once, and kept when it is back', async () => {
  const onSari = await sentTo(sari);
  const asked = await askInOwnWords('Apa yang perlu kami ketahui?');
  await city.faults([{ service: 'dynamodb', mode: 'before' }]);
  const wishing = { ...press('wishes in an outage'), contact: { channel: 'chat' } };
  const tries = 6;
  const ids = new Set<string>();
  for (let nth = 0; nth < tries; nth += 1)
    ids.add((await city.press('rider-wishes', wishing)).alertId);
  assert.equal(ids.size, 1);
  const report = {
    reportId: 'r',
    service: 'GoRide',
    tripId: 'reported in an outage',
    details: 'pengemudi mengikuti saya 😔',
    answers: [{ questionId: 'story', words: 'sampai ke depan rumah' }],
  };
  const reported = await city.call('POST', '/v1/reports', { as: 'rider-tells', body: report });
  assert.equal(reported.status, 202);
  await city.sms(sari, onSari + 2);
  assert.ok((await sentTo(sari)) < onSari + tries, 'the same press is not paged each time');
  await heal();

  const { alertId } = (await reported.json()) as { alertId: string };
  const caseOf = async (of: string) =>
    (await city.staff('GET', `/alerts/${of}/case?reason=story`)).text();
  assert.ok(await eventually(async () => (await caseOf(alertId)).includes(report.details), 25_000));
  const isAnswered = async () => (await caseOf(alertId)).includes(report.answers[0]!.words);
  assert.ok(await eventually(isAnswered));
  assert.ok((await caseOf(alertId)).includes(asked), 'the question that was asked');
  assert.ok(await eventually(async () => (await caseOf([...ids][0]!)).includes('"chat"')));
  for (const one of [...ids, alertId]) await city.staff('POST', `/alerts/${one}/resolve`, {});
});

test('with table and queue out a press is answered 503 with the numbers, and its retry is taken', async () => {
  await city.faults([
    { service: 'dynamodb', function: 'press', mode: 'before' },
    { service: 'sqs', function: 'press', mode: 'before' },
  ]);
  const body = press('all out');
  const refused = await city.call('POST', '/v1/alerts', { as: 'rider', body });
  assert.equal(refused.status, 503);
  const { emergencyNumbers } = (await refused.json()) as { emergencyNumbers: unknown[] };
  assert.ok(emergencyNumbers.length > 1);
  await heal();
  const sent = await sentTo(sari);
  const alert = await city.press('rider', body);
  assert.equal(alert.presses, 1);
  await city.sms(sari, sent + 1);
});

/** Staff ask for the story by a script of their own. */
async function askInOwnWords(text: string): Promise<string> {
  const path = '/scripts/general?service=GoRide&locale=id';
  const read = await city.staff('GET', path);
  const script = (await read.json()) as { questions: { id: string; text: string }[] };
  script.questions.find(({ id }) => id === 'story')!.text = text;
  const put = await city.staff('PUT', path, script, { 'if-match': read.headers.get('etag')! });
  assert.equal(put.status, 200);
  return text;
}

async function eventually(holds: () => Promise<boolean>, withinMs = 15_000): Promise<boolean> {
  for (const end = Date.now() + withinMs; Date.now() < end; await pause(200)) {
    if (await holds()) return true;
  }
  return false;
}
