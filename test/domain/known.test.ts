import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Said } from '../../lambdas/domain/case.ts';
import { knowing } from '../../lambdas/domain/known.ts';
import { may } from '../../lambdas/domain/script/consent.ts';
import { contactVerdict } from '../../lambdas/domain/script/contact-verdict.ts';
import { answer, start } from '../../lambdas/domain/script/intake.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { readWishes } from '../../lambdas/domain/wishes.ts';
import { alertOf, night } from '../support/alerts.ts';

const script = scriptFor({});
const said = (at: number, more: Partial<Said>): Said => ({
  alertId: 'alr_x',
  key: String(at),
  at,
  kind: 'report',
  locale: 'id',
  ...more,
});
const now = { at: night, timeZone: 'Asia/Jakarta' };

test('wishes of presses and reports are known, and the later one counts', () => {
  const one = said(night, { contact: { channel: 'call', safeWord: ' Melati ' } });
  const two = said(night + 1, {
    preferences: { gender: 'female', companion: 'own' },
    contact: { channel: 'chat' },
  });
  const { situation } = knowing(start(), { alert: alertOf(), said: [one, two] });
  assert.deepEqual(situation.contact.channels, ['chat']);
  assert.deepEqual(
    [situation.stopWord, situation.responderGender, situation.companion],
    ['Melati', 'female', 'own'],
  );
});

test('what was answered counts over what was sent before it, and not over what came after', () => {
  const by = { at: night + 10, by: 'ana' };
  const answered = answer(script, start(), { questionId: 'safe_channel', options: ['chat'] }, by);
  const at = (time: number) => [said(time, { contact: { channel: 'sms' } })];
  const channels = (time: number) =>
    knowing(answered, { alert: alertOf(), said: at(time) }).situation.contact.channels;
  assert.deepEqual([channels(night), channels(night + 20)], [['chat'], ['sms']]);
});

test('an alert that is silent or under duress stays silent, whatever is answered', () => {
  const by = { at: night, by: 'ana' };
  const talks = answer(script, start(), { questionId: 'safe_now', options: ['talk'] }, by);
  const reachable = [said(night - 1, { contact: { channel: 'chat', safeHours: 'any' } })];
  for (const alert of [alertOf({ silent: true }), { ...alertOf(), duress: true }]) {
    const verdict = contactVerdict(knowing(talks, { alert, said: reachable }), now);
    assert.deepEqual(verdict, { channels: [], because: 'silent' });
  }
  const free = contactVerdict(knowing(talks, { alert: alertOf(), said: reachable }), now);
  assert.deepEqual(free, { channels: ['chat'] });
});

test('who names calls as safe agrees to be called, until they say otherwise', () => {
  const call = said(night, { contact: { channel: 'phone' } });
  const chat = said(night + 1, { contact: { channel: 'chat' } });
  const consents = (...all: Said[]) => knowing(start(), { alert: alertOf(), said: all }).consents;
  assert.deepEqual([may(consents(call), 'call'), may(consents(call, chat), 'call')], [true, false]);
  assert.equal(may(consents(), 'call'), false);
  const twice = knowing(knowing(start(), { alert: alertOf(), said: [call] }), {
    alert: alertOf(),
    said: [call],
  });
  assert.equal(twice.consents.length, 1);
});

test('what cannot be read as a wish is none', () => {
  assert.deepEqual(readWishes(undefined, { gender: 'any', language: 5 }), {});
  assert.deepEqual(readWishes({ responderGender: 'male' }, { language: 'EN-gb' }), {
    responderGender: 'male',
    language: 'en',
  });
});
