import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readPress } from '../../lambdas/press/read.ts';

const caller = { reporterId: 'rider-1', requestId: 'request-1' };
const read = (body: unknown) => readPress({ text: JSON.stringify(body), base64: false }, caller);

test('a whole press is read without a warning', () => {
  const answer = read({
    pressId: 'p1',
    service: 'GoRide',
    tripId: 't1',
    role: 'rider',
    category: 'harassment',
    silent: true,
    location: { lat: -6.2, lng: 106.8, accuracy: 5, at: '2026-03-01T20:12:00Z' },
    pressedAt: '2026-03-01T20:12:00+07:00',
    locale: 'en-GB',
    contact: { channel: 'chat' },
  });
  assert.deepEqual(answer.refused, undefined);
  assert.deepEqual('warnings' in answer && answer.warnings, []);
  assert.equal('facts' in answer && answer.facts?.locale, 'en');
});

test('fields of a newer app are ignored without a word', () => {
  const answer = read({ pressId: 'p1', service: 'GoRide', mood: 'afraid', nested: { a: 1 } });
  assert.deepEqual('warnings' in answer && answer.warnings, []);
});

test('a field that makes no sense is named with what is allowed, and the press counts without it', () => {
  const answer = read({
    pressId: 'p1',
    service: 'GoRide',
    category: 'zebra',
    role: 'pilot',
    locale: 7,
  });
  assert.ok('facts' in answer && answer.facts);
  assert.equal(answer.facts.category, undefined);
  assert.deepEqual(answer.warnings.map((one) => one.field).toSorted(), [
    'category',
    'locale',
    'role',
  ]);
});

test('a missing pressId is replaced by the id of the request, which no other call shares', () => {
  const answer = read({ service: 'GoRide' });
  assert.ok('facts' in answer && answer.facts);
  assert.equal(answer.facts.pressId, 'request request-1');
});

test('turned away is only what cannot be read, what is over 16 kB, and a location off the globe', () => {
  for (const text of [undefined, '', 'help', '[]', '"x"', 'null', '{"a":']) {
    assert.equal(readPress({ text, base64: false }, caller).refused, 400, String(text));
  }
  assert.equal(read({ pressId: 'p', service: 'x', details: 'x'.repeat(16_400) }).refused, 413);
  assert.equal(read({ pressId: 'p', service: 'x', location: { lat: 91, lng: 0 } }).refused, 400);
  assert.equal(
    read({ pressId: 'p', service: 'x', location: { lat: 0, lng: -180.5 } }).refused,
    400,
  );
});

test('whatever else an app sends is a press', () => {
  const anything = fc.record(
    {
      pressId: fc.anything(),
      service: fc.anything(),
      tripId: fc.anything(),
      role: fc.anything(),
      category: fc.anything(),
      silent: fc.anything(),
      contact: fc.anything(),
      locale: fc.anything(),
      pressedAt: fc.anything(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anything, (body) => {
      const text = JSON.stringify(body, (_, value: unknown) =>
        typeof value === 'bigint' ? 1 : value,
      );
      if (Buffer.byteLength(text) > 16_384) return;
      const answer = readPress({ text, base64: false }, caller);
      assert.equal(answer.refused, undefined);
      assert.ok(
        'facts' in answer && answer.facts.pressId.length > 0 && answer.facts.service.length > 0,
      );
    }),
  );
});

test('a body in base64 is read like any other', () => {
  const text = Buffer.from('{"pressId":"p1","service":"GoCar"}').toString('base64');
  const answer = readPress({ text, base64: true }, caller);
  assert.equal('facts' in answer && answer.facts?.service, 'GoCar');
});

const wishing = (body: object) => {
  const answer = read({ pressId: 'p1', service: 'GoRide', ...body });
  assert.ok('facts' in answer && answer.facts);
  const { silent, contactKnown } = answer.facts;
  return { silent, contactKnown, warned: answer.warnings.map((one) => one.field) };
};

test('silence is silence wherever a press wishes it', () => {
  for (const field of ['contact', 'preferences']) {
    const wished = wishing({ [field]: { silent: true } });
    assert.deepEqual(wished, { silent: true, contactKnown: undefined, warned: [] });
    assert.equal(wishing({ silent: false, [field]: { silent: true } }).silent, true);
    assert.equal(wishing({ silent: true, [field]: { silent: false } }).silent, true);
    assert.equal(wishing({ [field]: { silent: false } }).silent, false);
    assert.equal(wishing({ [field]: { silent: null } }).silent, false);
  }
});

test('a way to be reached is known from channel or channels, of contact or preferences', () => {
  for (const field of ['contact', 'preferences']) {
    for (const ways of [{ channel: 'chat' }, { channels: ['chat', 'sms'] }, { channels: 'sms' }]) {
      const wished = wishing({ [field]: ways });
      assert.deepEqual(wished, { silent: false, contactKnown: true, warned: [] });
    }
    assert.equal(wishing({ [field]: { channels: [] } }).contactKnown, undefined);
    assert.equal(wishing({ [field]: { safeHours: 'any' } }).contactKnown, undefined);
  }
});

test('what cannot be used of contact and preferences is named, and silence counts as wished', () => {
  const contact = { silent: 'yes', channel: 7, channels: {} };
  const preferences = { silent: 1, channels: [{}, 'chat'] };
  assert.deepEqual(wishing({ contact, preferences }), {
    silent: true,
    contactKnown: true,
    warned: [
      'contact.silent',
      'contact.channel',
      'contact.channels',
      'preferences.silent',
      'preferences.channels',
    ],
  });
  const neither = wishing({ contact: 'silent', preferences: [] });
  assert.deepEqual(neither.warned, ['contact', 'preferences']);
});
