import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { dayIn, type Team } from '../../lambdas/domain/team.ts';
import { City, linkOf, pause, quick } from '../support/city.ts';

const day = 86_400_000;
const sari = '+628111000101';
const budi = '+628111000201';
const ratna = '+628111000401';

let city: City;
let demo: Team;
let trip = 0;

before(async () => {
  city = await City.open();
  demo = (await (await city.staff('GET', '/teams/1')).json()) as Team;
  await city.putPolicy(1, quick(600));
});
after(() => city.close());

/** The demo team with the certificates of some members replaced. */
function withCertificates(
  held: Record<string, Partial<Team['members'][number]['certificates'][0]>>,
) {
  const members = demo.members.map((member) => {
    const change = held[member.responderId];
    return change
      ? { ...member, certificates: member.certificates.map((one) => ({ ...one, ...change })) }
      : member;
  });
  return { ...demo, members };
}

const localDay = (daysFromNow: number) => dayIn(demo.timeZone, Date.now() + daysFromNow * day);

async function press(service: string) {
  return city.press('rider', { pressId: 'p', service, tripId: `rota-${(trip += 1)}` });
}

async function numberOf(phone: string): Promise<number> {
  return (await city.inbox(phone)).length;
}

test('a certificate counts through its last day in the team’s zone, and not a day longer', async () => {
  await city.putTeam(1, withCertificates({ 'primary-1': { expiresOn: localDay(0) } }));
  await press('GoRide');
  await city.sms(sari, 1);

  await city.putTeam(1, withCertificates({ 'primary-1': { expiresOn: localDay(-1) } }));
  const alert = await press('GoRide');
  await city.sms(budi, 1, 2_000);
  assert.equal(await numberOf(sari), 1);
  const { timeline } = (await city.alert(alert.alertId)) as {
    timeline: { what: string; by?: string }[];
  };
  const passed = timeline.find((entry) => entry.what === 'passed_over');
  assert.equal(passed?.by, 'primary-1');
});

test('a certificate for GoCar alone is paged for GoCar and not for GoRide', async () => {
  await city.putTeam(1, withCertificates({ 'primary-1': { services: ['GoCar'] } }));
  const [before1, before2] = [await numberOf(sari), await numberOf(budi)];
  await press('GoRide');
  await city.sms(budi, before2 + 1);
  assert.equal(await numberOf(sari), before1);
  await press('GoCar');
  await city.sms(sari, before1 + 1);
  assert.equal(await numberOf(budi), before2 + 1);
});

test('with everybody’s certificate ended the lead’s phone rings at once, and the topic says why', async () => {
  const ended = { expiresOn: localDay(-1) };
  const ids = demo.members.map((member) => member.responderId);
  await city.putTeam(1, withCertificates(Object.fromEntries(ids.map((id) => [id, ended]))));
  const [leads, others] = [await numberOf(ratna), await numberOf(sari)];
  const alert = await press('GoRide');
  await city.sms(ratna, leads + 1, 2_000);
  assert.equal(await numberOf(sari), others);
  const view = (await city.alert(alert.alertId)) as {
    timeline: { what: string; by?: string }[];
    pages: { responderId: string }[];
  };
  assert.deepEqual(
    view.timeline.slice(-2).map((entry) => [entry.what, entry.by]),
    [
      ['last_resort', 'lead-1'],
      ['paged', 'lead-1'],
    ],
  );
  const events = await city.topic(1);
  const event = events.find((one) => one.alertId === alert.alertId);
  assert.deepEqual([event?.type, event?.pages], ['nobody_on_call', 1]);
});

test('a PUT of a rota with a hole is stored, and answered with the hole', async () => {
  const [primary] = demo.rotations;
  const rota = {
    ...demo,
    rotations: [primary!],
    overrides: [
      {
        rotation: 'primary',
        responderId: '',
        start: new Date(Date.now() + day).toISOString(),
        end: new Date(Date.now() + 2 * day).toISOString(),
      },
    ],
  };
  const { headers } = await city.staff('GET', '/teams/1');
  const ifMatch = { 'if-match': headers.get('etag')! };
  const put = await city.staff('PUT', '/teams/1', rota, ifMatch);
  assert.equal(put.status, 200);
  const { warnings } = (await put.json()) as { warnings: Record<string, unknown>[] };
  const holes = warnings.filter((one) => one.kind === 'hole' && one.step === 0);
  const { start: from, end: to } = rota.overrides[0]!;
  const hole = { kind: 'hole', step: 0, page: 'primary', from, to, reason: 'nobody_on_call' };
  assert.deepEqual(
    holes,
    ['GoCar', 'GoRide'].map((service) => ({ ...hole, service })),
  );

  const asked = `tier=1&from=${from}&to=${to}`;
  const coverage = await city.staff('GET', `/coverage?${asked}`);
  const { holes: found } = (await coverage.json()) as { holes: { page: string }[] };
  assert.equal(found.filter((one) => one.page === 'primary').length, 2);
});

test('coverage names the field that is wrong, and what is allowed', async () => {
  for (const [query, field] of [
    ['from=2026-01-01T00:00:00Z', 'tier'],
    ['tier=1&from=yesterday', 'from'],
    ['tier=1&from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00Z', 'to'],
    ['tier=1&from=2026-01-01T00:00:00Z&to=2026-04-02T00:00:01Z', 'to'],
  ] as const) {
    const response = await city.staff('GET', `/coverage?${query}`);
    const { errors } = (await response.json()) as { errors: { field: string }[] };
    assert.deepEqual([response.status, errors[0]?.field], [400, field], query);
  }
});

test('a policy that cannot page anybody is refused with each of its steps', async () => {
  const response = await city.staff('PUT', '/policies/1', quick(5, ['nights', 'days']));
  const { errors } = (await response.json()) as { errors: { field: string }[] };
  assert.equal(response.status, 400);
  assert.deepEqual(
    errors.map((one) => one.field),
    ['steps[0].page', 'steps[1].page'],
  );
  const untrained = { ...quick(5), requiredCourses: [] };
  assert.equal((await city.staff('PUT', '/policies/1', untrained)).status, 400);
});

test('what a tier requires is policy: another course drops who lacks it, without a deploy', async () => {
  await city.putTeam(1, {
    ...demo,
    members: demo.members.map((member) =>
      member.responderId === 'secondary-1'
        ? {
            ...member,
            certificates: [
              ...member.certificates,
              { ...member.certificates[0]!, course: 'first-aid' },
            ],
          }
        : member,
    ),
  });
  await city.putPolicy(1, { ...quick(600), requiredCourses: ['sensitive-cases', 'first-aid'] });
  const [primary, secondary] = [await numberOf(sari), await numberOf(budi)];
  await press('GoRide');
  await city.sms(budi, secondary + 1);
  assert.equal(await numberOf(sari), primary);
});

test('who has taken enough this week is asked after the next one', async () => {
  await city.putTeam(1, demo);
  await city.putPolicy(1, { ...quick(600), takenPerWeek: 1 });
  const [primary, secondary] = [await numberOf(sari), await numberOf(budi)];
  await press('GoRide');
  const link = linkOf(await city.sms(sari, primary + 1));
  assert.equal((await city.call('POST', `${link}/acknowledge`)).status, 303);
  await pause(200);
  await press('GoRide');
  await city.sms(budi, secondary + 1);
  assert.equal(await numberOf(sari), primary + 1);
});

test('a certificate that ends in two weeks is told on the topic of its tier, once', async () => {
  // Where it is day by now: warnings wait for the morning of the team.
  const offset = 13 - new Date().getUTCHours();
  const timeZone = `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  const team = (await (await city.staff('GET', '/teams/2')).json()) as Team;
  const expiresOn = dayIn(timeZone, Date.now() + 14 * day);
  const members = team.members.map((member, index) =>
    index === 2
      ? { ...member, certificates: member.certificates.map((one) => ({ ...one, expiresOn })) }
      : member,
  );
  await city.putTeam(2, { ...team, members, timeZone });
  await city.run('rota');
  await city.run('rota');
  const events = (await city.topic(2)).filter((one) => one.type === 'certificates_end');
  const told = events.map(({ course, daysLeft, responderIds }) => [course, daysLeft, responderIds]);
  assert.deepEqual(told, [['sensitive-cases', 14, ['stand-by-2']]]);
});

test('who stands in for somebody is told by SMS, and so is who is relieved, where they wish', async () => {
  const team = (await (await city.staff('GET', '/teams/3')).json()) as Team;
  const wishing = team.members.map((member) => ({ ...member, handoffNotices: true }));
  const [primary, , standBy] = wishing;
  await city.putTeam(3, { ...team, members: wishing });
  await city.run('rota');
  const span = { start: new Date().toISOString(), end: new Date(Date.now() + day).toISOString() };
  const override = { rotation: 'primary', responderId: standBy!.responderId, ...span };
  await city.putTeam(3, { ...team, members: wishing, overrides: [override] });
  await city.run('rota');
  await city.run('rota');
  const texts = async (phone: string) => (await city.inbox(phone)).map((one) => one.text);
  const [relieved, begun] = [await texts(primary!.phone), await texts(standBy!.phone)];
  assert.deepEqual([relieved.length, begun.length], [1, 1]);
  assert.match(relieved[0]!, /^SIAGA T3 primary: giliran Anda selesai \d\d:\d\d WIB$/);
  assert.match(begun[0]!, /^SIAGA T3 primary: giliran Anda mulai \d\d:\d\d WIB sampai /);
  await city.putTeam(3, team);
});

test('a responder subscribes to their shifts by a link, until the supervisor renews the links', async () => {
  const asked = { as: 'primary-2', scope: 'staff' };
  const links = (await (await city.call('GET', '/v1/staff/calendars?tier=2', asked)).json()) as {
    team: { url: string };
    responders: { responderId: string; url: string }[];
  };
  assert.deepEqual(
    links.responders.map((one) => one.responderId),
    ['primary-2'],
  );
  const paths = [links.team, links.responders[0]!].map((one) => new URL(one.url).pathname);
  const read = async (path: string) => {
    const answer = await city.call('GET', path);
    const text = await answer.text();
    if (answer.status !== 200) return [answer.status];
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    assert.doesNotMatch(text, /\+?62811/);
    return [...new Set(events.map((one) => one.summary))].toSorted();
  };
  assert.deepEqual(await read(paths[1]!), ['Siaga T2 primary']);
  assert.deepEqual(await read(paths[0]!), [
    'Agus Pratama: Siaga T2 primary',
    'Dewi Lestari: Siaga T2 secondary',
  ]);
  const renewal = '/v1/staff/calendars/2/renew';
  assert.equal((await city.call('POST', renewal, asked)).status, 403);
  assert.equal((await city.staff('POST', '/calendars/2/renew')).status, 200);
  for (const path of paths) assert.deepEqual(await read(path), [404]);
});

test('two supervisors who write at once lose nothing: the second reads what the first wrote', async () => {
  const read = await city.staff('GET', '/teams/3');
  const team = (await read.json()) as Team;
  const write = async (name: string) => {
    for (let tries = 1; ; tries += 1) {
      const now = await city.staff('GET', '/teams/3');
      const current = (await now.json()) as Team;
      const extra = { ...team.members[0]!, responderId: name, phone: '+6281230001234' };
      const changed = { ...current, members: [...current.members, extra] };
      const ifMatch = { 'if-match': now.headers.get('etag')! };
      const put = await city.staff('PUT', '/teams/3', changed, ifMatch);
      if (put.status === 200) return tries;
      assert.equal(put.status, 412);
    }
  };
  const names = ['supervisor-a', 'supervisor-b', 'supervisor-c', 'supervisor-d'];
  const tries = await Promise.all(names.map(write));
  assert.ok(Math.max(...tries) > 1, 'nobody lost a race, so this shows nothing');
  const stored = (await (await city.staff('GET', '/teams/3')).json()) as Team;
  const ids = stored.members.map((member) => member.responderId);
  for (const name of names) assert.ok(ids.includes(name), name);
});
