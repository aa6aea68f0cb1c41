import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { certificate, member, team } from '../support/alerts.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

const put = (body: unknown, ifMatch = '"0"') => desk.put('/teams/1', body, ifMatch);
const refusedFields = async (body: unknown) => {
  const { status, fields, body: problem } = await put(body);
  assert.equal(status, 400);
  assert.ok(problem.errors.every((one: { detail: string }) => one.detail.length > 0));
  return fields;
};

test('a team that nobody has written is an empty one with the version 0', async () => {
  const { status, headers, body } = await desk.get('/teams/2');
  assert.deepEqual([status, headers.get('etag')], [200, '"0"']);
  assert.deepEqual(body.members, []);
});

test('a team is read as it was written, under the ETag that the write gave', async () => {
  const written = await put(team());
  assert.deepEqual([written.status, written.headers.get('etag')], [200, '"1"']);
  const read = await desk.get('/teams/1');
  assert.deepEqual([read.headers.get('etag'), read.body], ['"1"', team()]);
  assert.equal((await put(team(), 'W/"1"')).headers.get('etag'), '"2"', 'a proxy may weaken it');
});

test('without If-Match a team is 428, with an old one 412, with none of ours 400', async () => {
  assert.equal((await desk.put('/teams/1', team())).status, 428);
  assert.equal((await put(team(), '"1"')).status, 412);
  await put(team());
  assert.equal((await put(team())).status, 412, 'there is one now');
  for (const tag of ['*', 'abc', '"x"', '']) {
    const { status, fields } = await put(team(), tag);
    assert.deepEqual([status, fields], [400, ['If-Match']], tag);
  }
  assert.equal((await desk.get('/teams/1')).headers.get('etag'), '"1"');
});

test('of two supervisors who write at once one is told to read it again', async () => {
  const both = await Promise.all([put(team()), put(team({ timeZone: 'Asia/Jayapura' }))]);
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [200, 412],
  );
});

test('a tier that is none is named, wherever it stands', async () => {
  for (const answer of [
    await desk.get('/teams/0'),
    await desk.put('/teams/4', team(), '"0"'),
    await desk.get('/policies/x'),
    await desk.put('/policies/01', defaultPolicies[1]),
    await desk.get('/on-call?tier=9'),
    await desk.get('/coverage'),
  ]) {
    assert.deepEqual([answer.status, answer.fields], [400, ['tier']]);
  }
});

/** What can be wrong with a member, by field. */
const wrongMembers: [field: string, value: unknown][] = [
  ['responderId', ''],
  ['responderId', 'a b'],
  ['responderId', 'x'.repeat(65)],
  ['name', ' '],
  ['phone', '08111000101'],
  ['phone', '+62 811 1000 101'],
  ['phone', '+1'],
  ['roles', 'lead'],
  ['languages', 'id'],
  ['certificates', null],
  ['nickname', 'An'],
];

for (const [field, value] of wrongMembers) {
  test(`a member whose ${field} is ${JSON.stringify(value).slice(0, 20)} is refused by that field`, async () => {
    const members = [member('budi'), { ...member('ana'), [field]: value }];
    assert.deepEqual(await refusedFields({ ...team({ rotations: [] }), members }), [
      `members[1].${field}`,
    ]);
  });
}

test('a role, a certificate and its days are named down to their place', async () => {
  const wrong = {
    ...member('ana'),
    roles: ['responder', 'boss'],
    certificates: [
      certificate,
      { ...certificate, services: 'GoRide', issuedOn: '01-01-2025', expiresOn: '2025-02-30' },
      { ...certificate, services: [], issuer: undefined, grade: 'A' },
    ],
  };
  assert.deepEqual(await refusedFields({ ...team({ rotations: [] }), members: [wrong] }), [
    'members[0].certificates[1].expiresOn',
    'members[0].certificates[1].issuedOn',
    'members[0].certificates[1].services',
    'members[0].certificates[2].grade',
    'members[0].certificates[2].issuer',
    'members[0].certificates[2].services',
    'members[0].roles[1]',
  ]);
});

const [rotation] = team().rotations;
const wrongRotations: [what: string, rotation: object, field: string][] = [
  ['a shift of nothing', { shift: {} }, 'shift'],
  ['a shift of two lengths', { shift: { days: 1, hours: 8 } }, 'shift'],
  ['a shift of half a day', { shift: { days: 0.5 } }, 'shift.days'],
  ['a shift of no hours', { shift: { hours: 0 } }, 'shift.hours'],
  ['a hand-off that is no time of day', { handoff: '24:00' }, 'handoff'],
  ['a hand-off without its zero', { handoff: '8:00' }, 'handoff'],
  ['a start that is no day', { start: '2026-13-01' }, 'start'],
  ['a start without its offset', { start: '2026-01-01T08:00:00' }, 'start'],
  ['a participant who is no member', { participants: ['ana', 'zoe'] }, 'participants[1]'],
  ['no name', { name: '' }, 'name'],
];

for (const [what, change, field] of wrongRotations) {
  test(`a rotation with ${what} is refused by that field`, async () => {
    const rotations = [{ ...rotation, ...change }];
    assert.deepEqual(await refusedFields({ ...team(), rotations }), [`rotations[0].${field}`]);
  });
}

test('twins, overrides that end before they begin, a zone that is none: each is named', async () => {
  const twins = { members: [member('ana'), member('ana')], rotations: [rotation, rotation] };
  assert.deepEqual(await refusedFields({ ...team(), ...twins }), [
    'members[1].responderId',
    'rotations[1].name',
  ]);
  const start = '2026-03-01T00:00:00+07:00';
  const overrides = [
    { rotation: 'primary', responderId: 'ana', start, end: start },
    { rotation: 'primary', responderId: 'ana', start: 'today', end: start },
  ];
  assert.deepEqual(await refusedFields({ ...team(), overrides, timeZone: 'Asia/Atlantis' }), [
    'overrides[0].end',
    'overrides[1].start',
    'timeZone',
  ]);
  assert.deepEqual(await refusedFields({}), ['members', 'rotations', 'timeZone']);
  assert.deepEqual(await refusedFields('[]'), ['body']);
  assert.equal((await desk.get('/teams/1')).headers.get('etag'), '"0"', 'nothing was stored');
});

test('a gap that is set on purpose and a team of 300 are taken; one more, or 350 kB, is not', async () => {
  const members = Array.from({ length: 301 }, (_, index) => member(`responder-${index}`));
  const rotations = [{ ...rotation!, participants: ['responder-1', ''] }];
  const full = team({ members: members.slice(0, 300), rotations });
  assert.equal((await put(full)).status, 200);
  assert.deepEqual(await refusedFields(team({ members, rotations })), ['members']);
  const heavy = { ...full, timeZone: 'x'.repeat(351 * 1024) };
  assert.equal((await put(heavy, '"1"')).status, 413);
});

test('the policy of a tier is its default until it is replaced', async () => {
  const before = await desk.get('/policies/2');
  assert.deepEqual([before.headers.get('etag'), before.body], ['"0"', defaultPolicies[2]]);
  const policy = { ...defaultPolicies[2], acknowledgeTimeoutSeconds: 60 };
  assert.equal((await desk.put('/policies/2', policy, '"0"')).status, 200);
  const after = await desk.get('/policies/2');
  assert.deepEqual([after.headers.get('etag'), after.body], ['"1"', policy]);
  assert.equal((await desk.put('/policies/2', policy, '"0"')).status, 412);
  assert.equal((await desk.put('/policies/2', policy)).headers.get('etag'), '"2"', 'or without');
});

const policy = defaultPolicies[2];
const wrongPolicies: [what: string, policy: object, fields: string[]][] = [
  ['no steps', { steps: [] }, ['steps']],
  ['a wait of nothing', { steps: [{ page: 'lead', waitSeconds: 0 }] }, ['steps[0].waitSeconds']],
  [
    'a wait of half a second',
    { steps: [{ page: 'x', waitSeconds: 0.5 }] },
    ['steps[0].waitSeconds'],
  ],
  ['a misspelt field', { steps: [{ page: 'lead', waitSeconds: 5, wait: 1 }] }, ['steps[0].wait']],
  ['no rounds', { repeat: { rounds: 0 } }, ['repeat.rounds']],
  ['rounds left open', { repeat: {} }, ['repeat.rounds']],
  ['a round that begins after the last step', { repeat: { rounds: 2, from: 3 } }, ['repeat.from']],
  [
    'no limit for progress',
    { acknowledgeTimeoutSeconds: undefined },
    ['acknowledgeTimeoutSeconds'],
  ],
  ['a limit of no alerts', { takenPerWeek: 0 }, ['takenPerWeek']],
  ['a field of its own', { pages: 'lead' }, ['pages']],
];

for (const [what, change, fields] of wrongPolicies) {
  test(`a policy with ${what} is refused by that field`, async () => {
    const answer = await desk.put('/policies/2', { ...policy, ...change });
    assert.deepEqual([answer.status, answer.fields], [400, fields]);
    assert.equal((await desk.get('/policies/2')).headers.get('etag'), '"0"');
  });
}

test('nobody untrained serves tier 1, and no policy may page nobody at all', async () => {
  const untrained = { ...defaultPolicies[1], requiredCourses: [] };
  assert.deepEqual((await desk.put('/policies/1', untrained)).fields, ['requiredCourses']);
  assert.equal((await desk.put('/policies/3', untrained)).status, 200);
  await put(team({ members: [member('ana')], rotations: [] }));
  const steps = [
    { page: 'lead', waitSeconds: 5 },
    { page: 'tertiary', waitSeconds: 5 },
  ];
  const dead = await desk.put('/policies/1', {
    ...defaultPolicies[1],
    steps,
    repeat: { rounds: 1 },
  });
  assert.deepEqual([dead.status, dead.fields], [400, ['steps[0].page', 'steps[1].page']]);
});

test('a policy that asks for a course which nobody has passed is refused by that field', async () => {
  await put(team());
  const asking = (requiredCourses: string[]) => ({ ...defaultPolicies[1], requiredCourses });
  const misspelt = await desk.put('/policies/1', asking(['sensitive-case']));
  assert.deepEqual([misspelt.status, misspelt.fields], [400, ['requiredCourses']]);
  assert.match(misspelt.body.detail, /sensitive-case/);
  assert.equal((await desk.put('/policies/1', asking(['sensitive-cases']))).status, 200);
});

test('who is on call is answered for one tier or all, at any instant', async () => {
  await put(team());
  const one = await desk.get('/on-call?tier=1&at=2026-03-01T20:12:00Z');
  assert.deepEqual(one.body, {
    tier: 1,
    at: '2026-03-01T20:12:00.000Z',
    onCall: [
      { rotation: 'primary', responderId: 'ana', name: member('ana').name },
      { rotation: 'secondary', responderId: 'budi', name: member('budi').name },
    ],
  });
  const all = await desk.get('/on-call');
  assert.deepEqual(
    all.body.teams.map((each: { tier: number; onCall: [] }) => [each.tier, each.onCall.length]),
    [
      [1, 2],
      [2, 0],
      [3, 0],
    ],
  );
  assert.deepEqual((await desk.get('/on-call?at=noon')).fields, ['at']);
});

test('coverage is asked for an interval that has a length, and not for years', async () => {
  const coverage = (query: string) => desk.get(`/coverage?tier=1&${query}`);
  assert.deepEqual((await coverage('from=soon')).fields, ['from']);
  assert.deepEqual((await coverage('from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z')).fields, [
    'to',
  ]);
  assert.deepEqual((await coverage('from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z')).fields, [
    'to',
  ]);
  await put(team({ members: [], rotations: [] }));
  const { body } = await coverage(
    'from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z&service=GoRide',
  );
  assert.deepEqual(
    body.holes.map((hole: { page: string; reason: string }) => [hole.page, hole.reason]),
    ['primary', 'secondary', 'everyone', 'lead'].map((page) => [page, 'nobody_on_call']),
  );
});
