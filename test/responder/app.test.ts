import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { linkToken } from '../../lambdas/domain/link.ts';
import { member, night, team } from '../support/alerts.ts';
import { Phone } from './phone.ts';

let phone: Phone;
beforeEach(() => {
  phone = new Phone();
});

const day = 86_400_000;

test('a GET of the link shows the alert and writes nothing, however often it is fetched', async () => {
  const alert = phone.paged();
  for (let fetched = 0; fetched < 3; fetched += 1) {
    assert.equal((await phone.open(alert, 'ana')).status, 200);
  }
  assert.deepEqual(phone.now(alert), JSON.parse(JSON.stringify(alert)));
  assert.deepEqual([phone.memory.did, phone.memory.hints], [[], []]);
});

test('taking it makes the responder its owner, and the limit for progress is sent for', async () => {
  const alert = phone.paged();
  const { status, headers } = await phone.press(alert, 'ana', 'acknowledge');
  assert.deepEqual(
    [status, headers.get('location')],
    [303, `/p/${linkToken(alert, 'ana')}?lang=en`],
  );
  const { owner, turn } = phone.now(alert);
  assert.deepEqual(owner, { responderId: 'ana', name: member('ana').name, since: night });
  assert.deepEqual(
    phone.memory.hints.map(({ hint, delaySeconds }) => [hint.turn, delaySeconds]),
    [[turn, 300]],
  );
});

test('a note whose id cannot be one is kept all the same', async () => {
  const alert = phone.paged();
  await phone.press(alert, 'ana', 'acknowledge');
  const said = { text: 'on my way', noteId: 'no id' };
  assert.equal((await phone.press(alert, 'ana', 'notes', said)).status, 303);
  assert.equal(phone.now(alert).timeline.at(-1)?.text, said.text);
});

test('of two who take it at once one has it, and the other is told who', async () => {
  const alert = phone.paged();
  const both = await Promise.all(
    ['ana', 'budi'].map((responderId) => phone.press(alert, responderId, 'acknowledge')),
  );
  assert.deepEqual(
    both.map((one) => one.status).toSorted((a, b) => a - b),
    [303, 409],
  );
  const { owner } = phone.now(alert);
  const late = both.find((one) => one.status === 409)!;
  assert.ok(late.text.includes(owner!.name));
  assert.equal(phone.now(alert).timeline.filter((one) => one.what === 'acknowledged').length, 1);
});

test('of many who take it while the page is loaded exactly one has it', async () => {
  const alert = phone.paged();
  const everybody = ['ana', 'budi', 'citra', 'dewi'];
  const taps = Array.from({ length: 40 }, (_, index) => everybody[index % everybody.length]!);
  const answers = await Promise.all(taps.map((one) => phone.press(alert, one, 'acknowledge')));
  const { owner } = phone.now(alert);
  for (const [index, { status }] of answers.entries()) {
    assert.equal(status, taps[index] === owner!.responderId ? 303 : 409, taps[index]);
  }
});

/** Each action with the alert that it fits, by the one who has it. */
const actions: [action: string, form: Record<string, string>, taken: boolean][] = [
  ['acknowledge', {}, false],
  ['decline', {}, false],
  ['release', {}, true],
  ['raise', {}, true],
  ['raise', { tier: '1', reason: 'a weapon' }, true],
  ['notes', { text: 'on my way' }, true],
  ['resolve', { outcome: 'person_safe' }, true],
];

for (const [action, form, taken] of actions) {
  const named = [action, ...Object.keys(form)].join(' with ');
  test(`${named}: a form that is sent twice changes nothing the second time`, async () => {
    const alert = phone.paged({ category: 'dispute' });
    if (taken) await phone.press(alert, 'ana', 'acknowledge');
    const first = await phone.press(alert, 'ana', action, form);
    const after = phone.now(alert);
    assert.notDeepEqual(after, alert, 'the first time it does');
    phone.memory.now += 1_000;
    const second = await phone.press(alert, 'ana', action, form);
    assert.deepEqual([first.status, second.status], [303, 303]);
    assert.deepEqual(phone.now(alert), after);
  });
}

test('a link of before a raise takes nothing for who lacks the course, says why, and shows no case', async () => {
  const alert = phone.paged({ category: 'dispute' });
  const untrained = member('budi', { certificates: [] });
  const members = team().members.map((one) => (one.responderId === 'budi' ? untrained : one));
  phone.memory.setTeam(1, team({ members }));
  phone.memory.now += 1_000;
  await phone.press(alert, 'citra', 'raise', { tier: '1' });
  for (const [action, form] of [
    ['acknowledge', {}],
    ['resolve', { outcome: 'person_safe' }],
  ] as const) {
    const refused = await phone.press(alert, 'budi', action, form);
    assert.equal(refused.status, 409, action);
    assert.match(refused.text, /The tier was raised/);
  }
  assert.equal(phone.now(alert).status, 'open');
  assert.deepEqual(phone.memory.readings, []);
  assert.equal((await phone.press(alert, 'ana', 'acknowledge')).status, 303, 'who holds it may');
});

test('a raise in the very moment of taking it is seen', async () => {
  const alert = phone.paged({ category: 'dispute' });
  const untrained = member('ana', { certificates: [] });
  phone.memory.setTeam(1, team({ members: [untrained, member('budi')] }));
  phone.memory.now += 1_000;
  phone.memory.meanwhile = async () => {
    await phone.press(alert, 'budi', 'raise', { tier: '1' });
  };
  assert.equal((await phone.press(alert, 'ana', 'acknowledge')).status, 409);
  assert.deepEqual([phone.now(alert).tier, phone.now(alert).owner], [1, undefined]);
});

test('whoever was paged takes it without a read of the team, which costs time', async () => {
  const documents = phone.memory.documentStore;
  const read: number[] = [];
  const loadTeam = async (tier: 1 | 2 | 3) => (read.push(tier), documents.loadTeam(tier));
  const counting = new Phone({ documents: { ...documents, loadTeam } });
  const alert = counting.paged();
  const [page] = alert.pages;
  await counting.press(alert, page!.responderId, 'acknowledge');
  assert.deepEqual(read, []);
  assert.equal(counting.now(alert).status, 'acknowledged');
});

test('only its owner hands it back, and nobody does anything to one that has ended', async () => {
  const alert = phone.paged();
  await phone.press(alert, 'ana', 'acknowledge');
  for (const action of ['release', 'resolve']) {
    const refused = await phone.press(alert, 'budi', action);
    assert.equal(refused.status, 409);
    assert.ok(refused.text.includes(member('ana').name), 'and says who has it');
  }
  await phone.press(alert, 'ana', 'resolve', { outcome: 'person_safe' });
  const ended = phone.now(alert);
  for (const action of ['acknowledge', 'release', 'raise', 'decline']) {
    assert.equal((await phone.press(alert, 'budi', action)).status, 409, action);
  }
  assert.equal((await phone.press(alert, 'budi', 'notes', { text: 'x' })).status, 409);
  assert.deepEqual(phone.now(alert), ended);
});

test('a form that lacks what it needs is 400, says so, and changes nothing', async () => {
  const alert = phone.paged();
  await phone.press(alert, 'ana', 'acknowledge');
  const before = phone.now(alert);
  const wrong: [string, Record<string, string>][] = [
    ['notes', {}],
    ['notes', { text: '   ' }],
    ['notes', { text: 'x'.repeat(501) }],
    ['raise', { tier: '3' }],
    ['raise', { tier: 'high' }],
    ['resolve', { outcome: 'x'.repeat(501) }],
  ];
  for (const [action, form] of wrong) {
    const { status, text } = await phone.press(alert, 'ana', action, form);
    assert.equal(status, 400, `${action} ${JSON.stringify(form).slice(0, 40)}`);
    assert.match(text, /role="alert"/);
  }
  assert.deepEqual(phone.now(alert), before);
});

test('a body over 16 kB is 413 whatever its action, and changes nothing', async () => {
  const alert = phone.paged();
  const token = linkToken(alert, 'ana');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const { status } = await phone.post(token, 'acknowledge', `x=${'y'.repeat(16_384)}`, form);
  assert.equal(status, 413);
  assert.deepEqual(phone.now(alert), JSON.parse(JSON.stringify(alert)));
  const full = `x=${'y'.repeat(16_382)}`;
  assert.equal((await phone.post(token, 'acknowledge', full, form)).status, 303);
});

test('a body of JSON does as well as a form, and one that cannot be read is an empty one', async () => {
  const alert = phone.paged();
  const token = linkToken(alert, 'ana');
  const json = { 'content-type': 'application/json' };
  assert.equal((await phone.post(token, 'acknowledge', '{', json)).status, 303);
  assert.equal((await phone.post(token, 'notes', '{"text":"seen"}', json)).status, 303);
  assert.equal(phone.now(alert).timeline.at(-1)?.text, 'seen');
  assert.equal((await phone.post(token, 'notes', 'null', json)).status, 400);
});

test('every link that is wrong, expired or somebody else’s gets the same answer, to the byte', async () => {
  const alert = phone.paged();
  const other = phone.paged({ tripId: 'trip-2' }, { linkKey: 'o'.repeat(43) });
  const ended = phone.paged({ tripId: 'trip-3' });
  phone.memory.put({ ...ended, status: 'resolved', closedAt: night - day - 1, dueAt: undefined });
  const right = linkToken(alert, 'ana');
  const tokens = {
    'no token at all': 'x',
    'one character off': right.slice(0, -1) + (right.endsWith('A') ? 'B' : 'A'),
    'one character short': right.slice(0, -1),
    'one character more': `${right}A`,
    'of an alert that is not there': linkToken(
      { ...alert, alertId: `alr_${'z'.repeat(22)}` },
      'ana',
    ),
    'signed with the key of another alert': linkToken({ ...alert, linkKey: other.linkKey }, 'ana'),
    'of one alert with the rest of another’s':
      right.slice(0, 30) + linkToken(other, 'ana').slice(30),
    'of another responder with the MAC of one':
      linkToken(alert, 'budi').slice(0, 30) + right.slice(30),
    'of nobody whom we know': linkToken(alert, 'mallory'),
    'of an alert that ended more than a day ago': linkToken(ended, 'ana'),
    '%2e%2e%2fstaff': '%2e%2e%2fstaff',
  };
  const expected = await phone.get('AAAA');
  assert.equal(expected.status, 404);
  const seen = ({ status, headers, text }: typeof expected) => ({
    status,
    text,
    headers: [...headers],
  });
  for (const [name, token] of Object.entries(tokens)) {
    assert.deepEqual(seen(await phone.get(token)), seen(expected), `GET ${name}`);
    for (const action of ['acknowledge', 'notes', 'resolve', 'fly']) {
      const answer = await phone.post(token, action, '');
      assert.deepEqual(seen(answer), seen(expected), `POST ${action} ${name}`);
    }
  }
  assert.deepEqual(seen(await phone.post(right, 'fly', '')), seen(expected), 'no such action');
  assert.deepEqual(seen(await phone.post(right, 'toString', '')), seen(expected));
  assert.deepEqual(phone.memory.did, []);
});

test('no token that was made up opens anything', async () => {
  const alert = phone.paged();
  const right = linkToken(alert, 'ana');
  const changed = fc
    .tuple(fc.nat(right.length - 1), fc.constantFrom('A', 'z', '0', '9', '-', '_'))
    .map(([at, char]) => right.slice(0, at) + char + right.slice(at + 1))
    .filter((token) => token !== right);
  await fc.assert(
    fc.asyncProperty(fc.oneof(changed, fc.stringMatching(/^[\w-]{46}$/)), async (token) => {
      assert.equal((await phone.get(token)).status, 404);
    }),
  );
});

test('a link works for a day after the end, and for who was paged though no longer on the team', async () => {
  const alert = phone.paged();
  await phone.press(alert, 'ana', 'acknowledge');
  await phone.press(alert, 'ana', 'resolve');
  phone.memory.now = night + day;
  assert.equal((await phone.open(alert, 'ana')).status, 200);
  for (const tier of [1, 2, 3] as const) {
    phone.memory.setTeam(tier, {
      timeZone: 'Asia/Jakarta',
      members: [],
      rotations: [],
      overrides: [],
    });
  }
  assert.equal((await phone.open(alert, 'ana')).status, 200);
  phone.memory.now += 1;
  assert.equal((await phone.open(alert, 'ana')).status, 404);
});

test('a link works before its page is recorded: the SMS may be faster than the table', async () => {
  const alert: Alert = { ...phone.paged(), pages: [] };
  phone.memory.put(alert);
  assert.equal((await phone.press(alert, 'citra', 'acknowledge')).status, 303);
  assert.equal(phone.now(alert).owner?.name, member('citra').name);
});

test('no answer may be kept, framed, scripted or tell anybody where it came from', async () => {
  const alert = phone.paged();
  const broken = new Phone({
    store: { ...phone.memory.store, load: () => Promise.reject(new Error('out')) },
  });
  const answers = {
    page: await phone.open(alert, 'ana'),
    'wrong link': await phone.get('x'),
    'no such page': await phone.get('x/y/z'),
    'taken, sent on': await phone.press(alert, 'ana', 'acknowledge'),
    refused: await phone.press(alert, 'budi', 'acknowledge'),
    incomplete: await phone.press(alert, 'ana', 'notes'),
    'table out': await broken.open(alert, 'ana'),
  };
  assert.deepEqual(
    Object.values(answers).map((one) => one.status),
    [200, 404, 404, 303, 409, 400, 503],
  );
  for (const [name, { headers }] of Object.entries(answers)) {
    assert.equal(headers.get('cache-control'), 'no-store', name);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', name);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', name);
    assert.equal(headers.get('x-robots-tag'), 'noindex', name);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"]) {
      assert.ok(policy.includes(part), `${name}: ${part}`);
    }
    assert.ok(!/script-src|unsafe-eval|https?:/.test(policy), name);
    assert.equal(headers.get('set-cookie'), null, name);
  }
});

test('while the table is out the page says to try again, and the log has no token', async () => {
  const out = { ...phone.memory.store, load: () => Promise.reject(new Error('out')) };
  const broken = new Phone({ store: out });
  const alert = phone.paged();
  const { status, text } = await broken.open(alert, 'ana');
  assert.equal(status, 503);
  assert.ok(text.length > 0 && !text.includes('out'));
  const [{ message, fields } = assert.fail()] = broken.memory.failures;
  assert.ok(!JSON.stringify([message, fields]).includes(linkToken(alert, 'ana')));
});
