import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { next } from '../../lambdas/domain/alert.ts';
import { alertCode } from '../../lambdas/domain/ids.ts';
import { linkToken, queueToken } from '../../lambdas/domain/link.ts';
import { newPace } from '../../lambdas/domain/pacing.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { member, night } from '../support/alerts.ts';
import { Phone } from './phone.ts';

const key = 'q'.repeat(43);
const token = queueToken(1, key, 'ana');
let phone: Phone;
beforeEach(() => {
  phone = new Phone();
  phone.memory.paces.set(1, { ...newPace(key), pacedUntil: night });
});

async function open(of = token, language = 'en') {
  const response = await phone.app.request(`/q/${of}?lang=${language}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test('what waits is listed oldest first, each with its own link, and nothing about anybody', async () => {
  const late = phone.paged({ tripId: 'late' }, { openedAt: night - 1_000 });
  const early = phone.paged({ tripId: 'early' }, { openedAt: night - 60_000 });
  const { status, text, headers } = await open();
  assert.equal(status, 200);
  assert.equal(headers.get('cache-control'), 'no-store');
  const places = [early, late].map((alert) => text.indexOf(linkToken(alert, 'ana')));
  assert.ok(places[0]! > 0 && places[0]! < places[1]!);
  assert.ok(text.includes(alertCode(early.alertId)) && text.includes('2 calls'));
  for (const personal of ['rider-1', 'trip', member('ana').name, member('ana').phone]) {
    assert.ok(!text.includes(personal), personal);
  }
});

test('it works in Indonesian, and needs no script', async () => {
  phone.paged();
  const { text } = await open(token, 'id');
  assert.match(text, /<html lang="id">/);
  assert.match(text, /Antrean panggilan/);
  assert.ok(!text.includes('<script'));
});

test('a link of the list opens the alert for this responder', async () => {
  const alert = phone.paged();
  const [, path] = /href="(\/p\/[^"]+)"/.exec((await open()).text)!;
  assert.equal((await phone.app.request(path!)).status, 200);
  assert.ok(path!.includes(linkToken(alert, 'ana')));
});

test('what is taken, ended, of another tier, or kept from this responder is not in the list', async () => {
  const budi = { responderId: 'budi', name: 'Budi' };
  const taken = phone.paged({ tripId: 'taken' });
  phone.memory.put(respond(taken, { do: 'acknowledge' }, budi, night).alert);
  const ended = phone.paged({ tripId: 'ended' });
  phone.memory.put(respond(ended, { do: 'resolve', outcome: 'safe' }, budi, night).alert);
  phone.paged({ tripId: 'other', category: 'lost_item' });
  const secret = phone.paged({ tripId: 'secret' });
  const out = { do: 'keep_out', responderId: 'ana', reason: 'knows them' } as const;
  phone.memory.put(respond(secret, out, budi, night).alert);
  const { text } = await open();
  assert.ok(text.includes('No call is waiting.') && !text.includes('/p/'));
});

test('a link of a digest opens what paged its responder, and nothing once the flood is long over', async () => {
  const theirs = phone.paged({ tripId: 'theirs' });
  const other = phone.paged({ tripId: 'other' });
  phone.memory.put(next(other, { pages: [] }));
  const { text } = await open();
  assert.ok(text.includes(linkToken(theirs, 'ana')) && !text.includes(linkToken(other, 'ana')));
  phone.memory.now = night + 6 * 3_600_000 + 1;
  const late = await open();
  assert.deepEqual([late.status, late.text], [404, (await open('x'.repeat(25))).text]);
});

test('there is one answer for every wrong link', async () => {
  phone.paged();
  const wrong = (await open('x'.repeat(25))).text;
  const tried = [
    queueToken(2, key, 'ana'),
    queueToken(1, 'r'.repeat(43), 'ana'),
    queueToken(1, key, 'nobody'),
    token.slice(0, -1),
    `${token}x`,
    'ä',
  ];
  for (const one of tried) {
    const { status, text } = await open(encodeURIComponent(one));
    assert.equal(status, 404);
    assert.equal(text, wrong);
  }
  phone.memory.paces.clear();
  assert.equal((await open()).text, wrong);
});

test('no token that was made up opens it', async () => {
  const anything = fc.string({
    unit: fc.constantFrom(...Array.from('123AaZz-_09')),
    minLength: 25,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(anything, async (one) => {
      if (one !== token) assert.equal((await open(one)).status, 404);
    }),
    { numRuns: 200 },
  );
});

test('opening it changes nothing', async () => {
  const alert = phone.paged();
  await open();
  assert.deepEqual(phone.now(alert), JSON.parse(JSON.stringify(alert)));
  assert.deepEqual([phone.memory.did, phone.memory.hints], [[], []]);
});
