import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planStep, recordStep } from '../../../lambdas/domain/escalation.ts';
import { joinPress } from '../../../lambdas/domain/press.ts';
import type { Wishes } from '../../../lambdas/domain/wishes.ts';
import { readPress } from '../../../lambdas/press/read.ts';
import { alertOf, facts, member, night, team } from '../../support/alerts.ts';

const everyone = team({
  members: [
    member('ana', { gender: 'female', languages: ['id', 'en'] }),
    member('budi', { gender: 'male', languages: ['id'] }),
    member('citra', { gender: 'female', languages: ['id'] }),
    member('dewi', { gender: 'female', roles: ['responder', 'lead'] }),
  ],
});
/** Whom the step that a tier 1 alert takes at `hop` pages. */
const paged = (hop: number, wishes?: Wishes) =>
  planStep({ ...alertOf({ wishes }), hop }, { team: everyone }, night)
    .recipients.map((one) => one.responderId)
    .toSorted();

test('rule 20: where a step can choose, it pages whom the person would choose', () => {
  assert.deepEqual(paged(2), ['ana', 'budi', 'citra', 'dewi']);
  assert.deepEqual(paged(2, { responderGender: 'female' }), ['ana', 'citra', 'dewi']);
  assert.deepEqual(paged(2, { responderGender: 'male' }), ['budi']);
  assert.deepEqual(paged(2, { responderGender: 'female', language: 'en' }), ['ana']);
});

test('rule 20: a wish that leaves nobody pages as usual', () => {
  assert.deepEqual(paged(1, { responderGender: 'female' }), ['budi']);
  assert.deepEqual(paged(2, { language: 'fr' }), ['ana', 'budi', 'citra', 'dewi']);
});

test('rule 20: no wish takes a step away or makes one wait, and the second round pages everybody', () => {
  const wishes = fc.record(
    {
      responderGender: fc.constantFrom('female' as const, 'male' as const),
      language: fc.constantFrom('id', 'en', 'fr'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(wishes, fc.nat({ max: 8 }), (wished, hop) => {
      const plain = { ...alertOf(), hop };
      const [usual, chosen] = [plain, { ...plain, wishes: wished }].map((alert) => {
        const plan = planStep(alert, { team: everyone }, night);
        const results = plan.recipients.map((one) => ({ ...one, result: 'sent' as const }));
        return { plan, after: recordStep(alert, plan, results, night) };
      });
      assert.ok(chosen!.plan.recipients.length > 0);
      const { hop: at, dueAt, tier } = usual!.after;
      assert.deepEqual(
        [chosen!.after.hop, chosen!.after.dueAt, chosen!.after.tier],
        [at, dueAt, tier],
      );
      if (hop >= 4) assert.deepEqual(paged(hop, wished), paged(hop));
    }),
  );
});

test('rule 20: a press and a report tell the wish, and the alert holds it without a word more', () => {
  const body = {
    pressId: 'p',
    service: 'GoRide',
    contact: { channel: 'chat', gender: 'female', note: 'a word' },
    preferences: { language: 'en-GB' },
  };
  const read = readPress(
    { text: JSON.stringify(body), base64: false },
    { reporterId: 'r', requestId: 'q' },
  );
  assert.ok(read.refused === undefined);
  assert.deepEqual(read.facts.wishes, { responderGender: 'female', language: 'en' });
  const opened = alertOf({ wishes: read.facts.wishes });
  assert.ok(!JSON.stringify(opened).includes('a word'));
  const later = facts({ pressId: 'p2', wishes: { responderGender: 'male' } });
  const joined = joinPress(opened, later, { now: night, keepUntil: night });
  assert.deepEqual(joined.wishes, { responderGender: 'male', language: 'en' });
  assert.equal(alertOf().wishes, undefined);
});
