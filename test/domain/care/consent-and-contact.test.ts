import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide } from '../../../lambdas/domain/escalation.ts';
import {
  type ConsentEntry,
  consentFor,
  grant,
  may,
  stillAllowed,
  withdraw,
} from '../../../lambdas/domain/script/consent.ts';
import { mayContact } from '../../../lambdas/domain/script/contact-guard.ts';
import type { ContactPreferences } from '../../../lambdas/domain/script/contact-preferences.ts';
import { answer, start } from '../../../lambdas/domain/script/intake.ts';
import { chosenResponders } from '../../../lambdas/domain/script/responder-choice.ts';
import { consentKinds, scriptSchema } from '../../../lambdas/domain/script/schema.ts';
import { alertOf, member, night } from '../../support/alerts.ts';
import { scriptOf } from './shipped.ts';

const jakarta = { timeZone: 'Asia/Jakarta' };
/** 03:12 in Jakarta */
const atNight = { ...jakarta, at: night };

test('rule 10: consent before each step: default no, recorded, and it can be withdrawn', () => {
  for (const kind of consentKinds) {
    const none: ConsentEntry[] = [];
    assert.equal(may(none, kind), false);
    const given = grant(none, kind, { at: 1, by: 'reporter' });
    assert.deepEqual(consentFor(given, kind), { kind, given: true, at: 1, by: 'reporter' });
    for (const other of consentKinds) assert.equal(may(given, other), other === kind);
    const withdrawn = withdraw(given, kind, { at: 2, by: 'ana' });
    assert.equal(may(withdrawn, kind), false);
    assert.deepEqual(withdrawn, [...given, { kind, given: false, at: 2, by: 'ana' }]);
  }
});

test('rule 10: a withdrawal stops what it covered and nothing else', () => {
  const recorded = { at: 1, by: 'reporter' };
  const given = grant(grant([], 'check_in', recorded), 'referral', recorded);
  const planned = [
    { consent: 'check_in', id: 1 },
    { consent: 'referral', id: 2 },
  ] as const;
  assert.equal(stillAllowed(given, planned).length, 2);
  assert.deepEqual(stillAllowed(withdraw(given, 'check_in', recorded), planned), [planned[1]]);
});

test('rule 10: only the option that agrees gives consent, and own words alone never do', () => {
  const script = scriptOf();
  const asked = (given: { options?: string[]; words?: string }) =>
    answer(script, start(), { questionId: 'share', ...given }, { at: 1, by: 'ana' }).consents;
  assert.equal(may(asked({ options: ['yes'] }), 'share'), true);
  assert.equal(may(asked({ options: ['not_now'] }), 'share'), false);
  assert.equal(may(asked({ words: 'ya, mungkin' }), 'share'), false);
});

test('rule 17: unknown means that nobody gets in touch first', () => {
  const call = { channel: 'call' as const, ...atNight };
  const because = (preferences: ContactPreferences) => {
    const result = mayContact(preferences, call);
    return result.allowed ? 'allowed' : result.because;
  };
  assert.equal(because({}), 'channel_unknown');
  assert.equal(because({ channels: ['sms'], safeHours: 'any' }), 'channel_unsafe');
  assert.equal(because({ channels: ['call'] }), 'hours_unknown');
  assert.equal(because({ channels: ['call'], safeHours: 'any' }), 'allowed');
  assert.equal(because({ channels: ['call'], safeHours: 'any', silent: true }), 'silent');
});

test('rule 17: safe hours are the person’s own, over midnight too', () => {
  const preferences: ContactPreferences = {
    channels: ['chat'],
    safeHours: [{ from: '22:00', to: '04:00' }],
  };
  const allowed = (at: string, timeZone = 'Asia/Jakarta') =>
    mayContact(preferences, { channel: 'chat', at: Date.parse(at), timeZone }).allowed;
  assert.equal(allowed('2026-03-01T20:12:00Z'), true); // 03:12
  assert.equal(allowed('2026-03-01T21:00:00Z'), false); // 04:00
  assert.equal(allowed('2026-03-01T15:00:00Z'), true); // 22:00
  assert.equal(allowed('2026-03-01T14:59:00Z'), false); // 21:59
  assert.equal(allowed('2026-03-01T20:12:00Z', 'Asia/Jayapura'), false); // 05:12
});

test('rule 17: a voice message is left only where calls and voice messages are both allowed', () => {
  const voicemail = { channel: 'voicemail' as const, ...atNight };
  const preferences: ContactPreferences = { channels: ['call'], safeHours: 'any' };
  assert.equal(mayContact(preferences, voicemail).allowed, false);
  assert.equal(mayContact({ ...preferences, voicemail: true }, voicemail).allowed, true);
  const texts: ContactPreferences = { channels: ['sms'], safeHours: 'any', voicemail: true };
  assert.equal(mayContact(texts, voicemail).allowed, false);
});

test('rule 18: when a call drops, nobody calls back unless that was agreed', () => {
  const again = { channel: 'call' as const, ...atNight, afterDroppedCall: true };
  const base: ContactPreferences = { channels: ['call', 'chat'], safeHours: 'any' };
  const calls = (ifCallDrops?: ContactPreferences['ifCallDrops']) =>
    mayContact({ ...base, ifCallDrops }, again).allowed;
  assert.equal(calls(), false);
  assert.equal(calls('wait_for_me'), false);
  assert.equal(calls('message'), false);
  assert.equal(calls('call_back'), true);
  const texts = { ...again, channel: 'chat' as const };
  assert.equal(mayContact({ ...base, ifCallDrops: 'message' }, texts).allowed, true);
  assert.equal(mayContact({ ...base, ifCallDrops: 'wait_for_me' }, texts).allowed, false);
  assert.equal(mayContact(base, { ...again, afterDroppedCall: false }).allowed, true);
});

test('rule 20: the person may choose the responder’s gender and a companion', () => {
  const script = scriptOf();
  const recorded = { at: 1, by: 'reporter' };
  const wish = { questionId: 'responder_gender', options: ['female'] };
  const wished = answer(script, start(), wish, recorded);
  const company = { questionId: 'companion', options: ['own'] };
  assert.equal(answer(script, wished, company, recorded).situation.companion, 'own');

  const team = [
    member('ana', { gender: 'perempuan', languages: ['id'] }),
    member('budi', { gender: 'male', languages: ['id', 'en'] }),
    member('citra', { gender: 'Female', languages: ['en'] }),
  ];
  const names = (wishes: Parameters<typeof chosenResponders>[1], of = team) =>
    chosenResponders(of, wishes).map(({ responderId }) => responderId);
  assert.deepEqual(names(wished.situation), ['ana', 'citra']);
  assert.deepEqual(names({ ...wished.situation, language: 'en' }), ['citra']);
  assert.deepEqual(names({}), ['ana', 'budi', 'citra']);
  assert.deepEqual(names(wished.situation, [team[1]!]), ['budi']);
});

test('rule 23: no question stands before help: a page goes out with none answered', () => {
  const alert = alertOf({ category: undefined, tripId: undefined });
  assert.deepEqual(decide(alert, { alertId: alert.alertId, turn: alert.turn }, night), {
    do: 'page',
  });
  assert.equal(alert.dueAt, night);
  const required = scriptOf();
  Object.assign(required.questions[0]!, { required: true });
  assert.equal(scriptSchema.safeParse(required).success, false);
});
