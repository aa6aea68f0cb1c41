import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { City, pause, quick } from '../support/city.ts';

let city: City;
before(async () => {
  city = await City.open();
});
after(() => city.close());

test('every refusal of a press carries the emergency numbers and names the field', async () => {
  const refused = [
    { body: 'help', status: 400, field: 'body' },
    {
      body: { pressId: 'p', service: 'GoRide', x: 'y'.repeat(17_000) },
      status: 413,
      field: 'body',
    },
    {
      body: { pressId: 'p', service: 'GoRide', location: { lat: 91, lng: 0 } },
      status: 400,
      field: 'location',
    },
  ];
  for (const { body, status, field } of refused) {
    const response = await city.call('POST', '/v1/alerts', { as: 'rider', body });
    assert.equal(response.status, status);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    const problem = (await response.json()) as {
      errors: { field: string }[];
      emergencyNumbers: unknown[];
    };
    assert.equal(problem.errors[0]?.field, field);
    assert.ok(problem.emergencyNumbers.length > 1);
  }
});

test('without a token or its scope no route of the API answers', async () => {
  for (const [method, path] of [
    ['POST', '/v1/alerts'],
    ['GET', '/v1/staff/alerts'],
    ['PUT', '/v1/staff/teams/1'],
  ] as const) {
    assert.equal((await city.call(method, path, {})).status, 401);
    assert.equal((await city.call(method, path, { as: 'x', scope: 'other' })).status, 403);
  }
  const reader = await city.call('PUT', '/v1/staff/policies/1', {
    as: 'x',
    scope: 'staff',
    body: quick(5),
  });
  assert.equal(reader.status, 403);
  assert.equal((await city.call('GET', '/v1/nothing')).status, 404);
});

test('a reporter sees their own alert, first names only, and nobody else’s', async () => {
  const { alertId } = await city.press('rider-own', {
    pressId: 'p',
    service: 'GoRide',
    tripId: 't-own',
  });
  assert.equal((await city.staff('POST', `/alerts/${alertId}/acknowledge`)).status, 200);
  const own = await city.call('GET', `/v1/alerts/${alertId}`, { as: 'rider-own' });
  const view = (await own.json()) as { status: string; helper: { firstName: string } };
  assert.deepEqual([own.status, view.status, view.helper.firstName], [200, 'acknowledged', 'boss']);
  assert.equal(
    (await city.call('GET', `/v1/alerts/${alertId}`, { as: 'rider-other' })).status,
    404,
  );
});

test('a team is written with the ETag it was read with: 428 without one, 412 after a lost race', async () => {
  const read = await city.staff('GET', '/teams/3');
  const [tag, team] = [read.headers.get('etag')!, await read.json()];
  assert.equal((await city.staff('PUT', '/teams/3', team)).status, 428);
  const both = await Promise.all(
    [1, 2].map(() => city.staff('PUT', '/teams/3', team, { 'if-match': tag })),
  );
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [200, 412],
  );
});

test('a wrong team is refused with the path of each field, and an unknown field is wrong', async () => {
  const read = await city.staff('GET', '/teams/2');
  const team = (await read.json()) as { members: { phone: string }[] };
  team.members[0]!.phone = '0811';
  const wrong = { ...team, timeZone: 'Mars/Base', colour: 'red' };
  const response = await city.staff('PUT', '/teams/2', wrong, {
    'if-match': read.headers.get('etag')!,
  });
  assert.equal(response.status, 400);
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  assert.deepEqual(errors.map((one) => one.field).toSorted(), [
    'colour',
    'members[0].phone',
    'timeZone',
  ]);
});

test('the board lists what is open, what is taken and what has ended', async () => {
  const { alertId } = await city.press('rider-board', {
    pressId: 'p',
    service: 'GoCar',
    category: 'dispute',
    tripId: 't-board',
  });
  const list = async (query: string) => {
    const { alerts } = (await (await city.staff('GET', `/alerts?${query}`)).json()) as {
      alerts: { alertId: string }[];
    };
    return alerts.some((one) => one.alertId === alertId);
  };
  assert.equal(await list('status=open&tier=3'), true);
  assert.equal(await list('status=open&tier=1'), false);
  await city.staff('POST', `/alerts/${alertId}/resolve`, { outcome: 'person_safe' });
  assert.equal(await list('status=open'), false);
  assert.equal(await list('status=resolved'), true);
  assert.equal((await city.staff('GET', '/alerts?tier=4')).status, 400);
});

test('who is on call now is answered per rotation', async () => {
  const answer = (await (await city.staff('GET', '/on-call?tier=1')).json()) as {
    onCall: { rotation: string; responderId: string }[];
  };
  assert.deepEqual(
    answer.onCall.map((one) => `${one.rotation} ${one.responderId}`),
    ['primary primary-1', 'secondary secondary-1'],
  );
});

test('a pager that dies before it has published is followed by the sweeper’s', async () => {
  await city.putPolicy(3, quick(600, ['primary']));
  await city.faults([{ service: 'sqs', function: 'press', mode: 'before' }]);
  const { alertId } = await city.press('rider-sweep', {
    pressId: 'p',
    service: 'GoRide',
    category: 'lost_item',
    tripId: 't-sweep',
  });
  await fetch(`${city.local.url}/_local/faults`, { method: 'DELETE' });
  for (let waited = 0; waited < 90; waited += 1) {
    if ((await city.alert(alertId)).pages.length > 0) return;
    await pause(1_000);
  }
  assert.fail('nobody was paged within a sweep');
});
