import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { alertOf, member, night, team } from '../support/alerts.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
  for (const tier of [1, 2, 3] as const) desk.memory.setTeam(tier, team());
});

const open = (tripId = 'trip-1', category?: 'other' | 'dispute') =>
  desk.memory.put(alertOf({ tripId, category, reporterId: 'rider-secret' }));
const idsOf = (body: { alerts: { alertId: string }[] }) =>
  body.alerts.map((one) => one.alertId).toSorted();

test('the board lists by tier and by status, and an unknown one names its field', async () => {
  const [one, two, three] = [open('1'), open('2', 'other'), open('3', 'dispute')];
  await desk.post(`/alerts/${two.alertId}/acknowledge`);
  await desk.post(`/alerts/${three.alertId}/resolve`, { outcome: 'person_safe' });
  const shown: [query: string, alerts: { alertId: string }[]][] = [
    ['', [one, two]],
    ['?status=open', [one]],
    ['?status=acknowledged', [two]],
    ['?status=resolved', [three]],
    ['?status=cancelled', []],
    ['?tier=1', [one]],
    ['?tier=2&status=open', []],
    ['?tier=3&status=resolved', [three]],
  ];
  for (const [query, alerts] of shown) {
    const { status, body } = await desk.get(`/alerts${query}`);
    assert.equal(status, 200);
    assert.deepEqual(idsOf(body), alerts.map((alert) => alert.alertId).toSorted(), query);
  }
  for (const tier of ['0', '4', '1.0', 'one', '']) {
    const { status, fields } = await desk.get(`/alerts?tier=${tier}`);
    assert.deepEqual([status, fields], [400, ['tier']], tier);
  }
  const { status, fields } = await desk.get('/alerts?status=new');
  assert.deepEqual([status, fields], [400, ['status']]);
});

test('the view of an alert is the contract’s, and holds nothing of the reporter’s person', async () => {
  const alert = open();
  await desk.post(`/alerts/${alert.alertId}/acknowledge`, {}, 'ana');
  const { body } = await desk.get(`/alerts/${alert.alertId}`);
  const { alertId, tier, status, service, category, tripId, openedAt, presses, owner } = body;
  assert.deepEqual(
    { alertId, tier, status, service, category, tripId, openedAt, presses },
    {
      alertId: alert.alertId,
      tier: 1,
      status: 'acknowledged',
      service: 'GoRide',
      category: null,
      tripId: 'trip-1',
      openedAt: '2026-03-01T20:12:00.000Z',
      presses: 1,
    },
  );
  assert.deepEqual(owner, {
    responderId: 'ana',
    name: member('ana').name,
    since: '2026-03-01T20:12:00.000Z',
  });
  assert.equal(body.dueAt, '2026-03-01T20:17:00.000Z');
  assert.deepEqual(
    body.timeline.map((one: { at: string; what: string; by: string }) => [
      one.at,
      one.what,
      one.by,
    ]),
    [
      ['2026-03-01T20:12:00.000Z', 'opened', 'reporter'],
      ['2026-03-01T20:12:00.000Z', 'acknowledged', 'ana'],
    ],
  );
  const text = JSON.stringify(body);
  for (const secret of ['rider-secret', alert.linkKey]) assert.ok(!text.includes(secret));
});

test('an alert that is not there, an action and a route that are none are 404', async () => {
  const alert = open();
  for (const { status, headers } of [
    await desk.get('/alerts/alr_nobody'),
    await desk.post('/alerts/alr_nobody/acknowledge'),
    await desk.post(`/alerts/${alert.alertId}/fly`),
    await desk.post(`/alerts/${alert.alertId}/constructor`),
    await desk.post(`/alerts/${alert.alertId}/decline`),
    await desk.get('/nothing'),
  ]) {
    assert.equal(status, 404);
    assert.equal(headers.get('content-type'), 'application/problem+json');
  }
  assert.deepEqual(desk.memory.did, []);
});

test('of two who take it at once one has it, and the other is told who: 409', async () => {
  const { alertId } = open();
  const both = await Promise.all(
    ['ana', 'budi'].map((sub) => desk.post(`/alerts/${alertId}/acknowledge`, {}, sub)),
  );
  const [won, lost] = both.toSorted((a, b) => a.status - b.status) as [
    (typeof both)[0],
    (typeof both)[0],
  ];
  assert.deepEqual([won.status, lost.status], [200, 409]);
  assert.ok(lost.body.detail.includes(won.body.owner.name));
});

test('each action answers with the alert as it is then, and twice is as good as once', async () => {
  const steps: [action: string, body: object, seen: object][] = [
    ['acknowledge', {}, { status: 'acknowledged', tier: 2 }],
    ['notes', { text: 'calling' }, { status: 'acknowledged', tier: 2 }],
    ['lower', { tier: 3, reason: 'a lost phone' }, { status: 'acknowledged', tier: 3 }],
    ['release', {}, { status: 'open', tier: 3 }],
    ['raise', { tier: 1, reason: 'threats' }, { status: 'open', tier: 1 }],
    ['resolve', { outcome: 'person_safe' }, { status: 'resolved', tier: 1 }],
  ];
  const { alertId } = open('trip-1', 'other');
  for (const [action, body, seen] of steps) {
    const first = await desk.post(`/alerts/${alertId}/${action}`, body, 'ana');
    const { status, tier } = first.body;
    assert.deepEqual([first.status, { status, tier }], [200, seen], action);
    const again = await desk.post(`/alerts/${alertId}/${action}`, body, 'ana');
    assert.deepEqual([again.status, again.body], [200, first.body], `${action} again`);
  }
});

test('a tier that moves without being named moves once for a tap that counts twice', async () => {
  const { alertId } = open('trip-1', 'dispute');
  await desk.post(`/alerts/${alertId}/raise`);
  assert.equal((await desk.post(`/alerts/${alertId}/raise`)).body.tier, 2);
  desk.memory.now += 60_000;
  assert.equal(
    (await desk.post(`/alerts/${alertId}/raise`)).body.tier,
    1,
    'a minute later it is meant',
  );
  await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'ana');
  await desk.post(`/alerts/${alertId}/lower`, { reason: 'x' }, 'ana');
  assert.equal((await desk.post(`/alerts/${alertId}/lower`, { reason: 'x' }, 'ana')).body.tier, 2);
});

test('no responder takes or ends over the staff API what asks for a course that they lack: 409', async () => {
  const { alertId } = open();
  const eka = member('eka', { certificates: [] });
  desk.memory.setTeam(3, team({ members: [eka] }));
  for (const [action, body] of [
    ['acknowledge', {}],
    ['resolve', { outcome: 'person_safe', classification: 'threat' }],
  ] as const) {
    const refused = await desk.post(`/alerts/${alertId}/${action}`, body, 'eka');
    assert.equal(refused.status, 409, action);
    assert.match(refused.body.detail, /lack a course that tier 1 asks for/);
  }
  assert.equal(desk.memory.alert(alertId)!.owner, undefined);
  assert.equal(desk.memory.caseOf(alertId), undefined);
  assert.equal((await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'dewi')).status, 200);
});

test('a supervisor, who is in no team, takes an alert of any tier', async () => {
  const { alertId } = open();
  assert.equal((await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'boss')).status, 200);
});

test('only its owner lowers or hands back, and nothing is done to what has ended: 409', async () => {
  const { alertId } = open();
  const act = (action: string, body: object, sub: string) =>
    desk.post(`/alerts/${alertId}/${action}`, body, sub);
  assert.equal((await act('lower', { reason: 'x' }, 'ana')).status, 409, 'nobody has it');
  await act('acknowledge', {}, 'ana');
  assert.equal((await act('lower', { reason: 'x' }, 'budi')).status, 409);
  assert.equal((await act('release', {}, 'budi')).status, 409);
  assert.equal((await act('resolve', {}, 'budi')).status, 409);
  await act('resolve', {}, 'ana');
  const { version } = desk.memory.alert(alertId)!;
  for (const action of ['acknowledge', 'release', 'raise']) {
    const { status, body } = await act(action, {}, 'ana');
    assert.deepEqual([status, body.detail], [409, 'the alert is resolved'], action);
  }
  assert.equal(desk.memory.alert(alertId)!.version, version);
});

test('what an action lacks or has wrong is named, and nothing is done', async () => {
  const { alertId } = open();
  await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'ana');
  const before = desk.memory.alert(alertId);
  const wrong: [action: string, body: unknown, fields: string[]][] = [
    ['lower', {}, ['reason']],
    ['lower', { reason: ' ', tier: 0 }, ['reason', 'tier']],
    ['raise', { tier: '1' }, ['tier']],
    ['raise', { reason: 7 }, ['reason']],
    ['notes', {}, ['text']],
    ['notes', { text: 'x'.repeat(501) }, ['text']],
    ['resolve', { outcome: '' }, ['outcome']],
    ['resolve', '[]', ['body']],
    ['resolve', 'done', ['body']],
  ];
  for (const [action, body, fields] of wrong) {
    const answer = await desk.post(`/alerts/${alertId}/${action}`, body, 'ana');
    assert.deepEqual([answer.status, answer.fields], [400, fields], `${action} ${fields}`);
  }
  const large = await desk.post(`/alerts/${alertId}/notes`, { text: 'x'.repeat(17_000) }, 'ana');
  assert.equal(large.status, 413);
  assert.deepEqual(desk.memory.alert(alertId), before);
});

test('who takes an alert is counted for the week where the policy asks for it, once', async () => {
  const { alertId } = desk.memory.put({
    ...alertOf(),
    policy: {
      tier: 1,
      steps: [{ page: 'primary', waitSeconds: 30 }],
      repeat: { rounds: 1 },
      acknowledgeTimeoutSeconds: 60,
      takenPerWeek: 5,
    },
  });
  await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'ana');
  await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'ana');
  await desk.post(`/alerts/${alertId}/notes`, { text: 'x' }, 'ana');
  assert.deepEqual(desk.memory.taken, [{ tier: 1, responderId: 'ana', alertId, at: night }]);
});

test('a count that fails costs nobody their help', async () => {
  const out = { noteTaken: () => Promise.reject(new Error('out')) };
  const broken = new Desk({ workload: out });
  const { alertId } = broken.memory.put({
    ...alertOf(),
    policy: {
      tier: 1,
      steps: [{ page: 'primary', waitSeconds: 30 }],
      repeat: { rounds: 1 },
      acknowledgeTimeoutSeconds: 60,
      takenPerWeek: 5,
    },
  });
  assert.equal((await broken.post(`/alerts/${alertId}/acknowledge`, {}, 'ana')).status, 200);
  assert.equal(broken.memory.failures[0]?.message, 'alert not counted for its responder');
});

test('what happens to an alert is sent for: at once when it pages anew, at the limit when it is taken', async () => {
  const { alertId } = open('trip-1', 'other');
  await desk.post(`/alerts/${alertId}/acknowledge`, {}, 'ana');
  await desk.post(`/alerts/${alertId}/raise`, { tier: 1 }, 'budi');
  assert.deepEqual(
    desk.memory.hints.map(({ tier, hint, delaySeconds }) => [tier, hint.alertId, delaySeconds]),
    [
      [2, alertId, 900],
      [1, alertId, 0],
    ],
  );
});

test('an error that nobody expected tells nothing but an id, which the log has too', async () => {
  const load = () => Promise.reject(new Error('table out +628111000777'));
  const broken = new Desk({ store: { ...desk.memory.store, load } });
  const { status, body } = await broken.get('/alerts/alr_1');
  assert.equal(status, 500);
  assert.ok(!JSON.stringify(body).includes('+628111000777'));
  const { fields } = broken.memory.failures[0]!;
  assert.equal((fields as { requestId: string }).requestId, body.requestId);
});

test('no answer about an alert or a team may be kept by anything on the way', async () => {
  const { alertId } = open();
  for (const path of ['/alerts', `/alerts/${alertId}`, '/teams/1', '/on-call', '/nothing']) {
    assert.equal((await desk.get(path)).headers.get('cache-control'), 'no-store', path);
  }
});
