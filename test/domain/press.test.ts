import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decide, planStep, recordNews, recordStep } from '../../lambdas/domain/escalation.ts';
import { alertIdOf } from '../../lambdas/domain/ids.ts';
import { joinPress, knownPress } from '../../lambdas/domain/press.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { alertOf, facts, night, team } from '../support/alerts.ts';

const ana = { responderId: 'ana', name: 'Ana' };
const at = (now: number) => ({ now, keepUntil: now + 1e10 });

function paged() {
  const alert = alertOf();
  const plan = planStep(alert, { team: team() }, night);
  return recordStep(alert, plan, [{ ...ana, result: 'sent' }], night);
}

test('one alert id for one reporter and trip, another for any other', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (one, two, trip, other) => {
      const id = alertIdOf(one, { tripId: trip, pressId: 'a' });
      assert.match(id, /^alr_[\w-]{22}$/);
      assert.equal(alertIdOf(one, { tripId: trip, pressId: 'b' }), id);
      if (one !== two) assert.notEqual(alertIdOf(two, { tripId: trip, pressId: 'a' }), id);
      if (trip !== other) assert.notEqual(alertIdOf(one, { tripId: other, pressId: 'a' }), id);
      assert.notEqual(alertIdOf(one, { pressId: trip }), id);
    }),
  );
});

test('another press joins the alert and is counted, and the first keeps its own answer', () => {
  const joined = joinPress(alertOf(), facts({ pressId: 'press-2' }), at(night + 1_000));
  assert.equal(joined.pressCount, 2);
  assert.equal(knownPress(joined, 'press-1')?.count, 1);
  assert.equal(knownPress(joined, 'press-2')?.count, 2);
  assert.equal(knownPress(joined, 'press-3'), undefined);
});

test('a repeated press hurries an unanswered escalation on, at most every ten seconds', () => {
  const alert = paged();
  const soon = joinPress(alert, facts({ pressId: 'press-2' }), at(night + 9_000));
  assert.equal(soon.dueAt, alert.dueAt);
  const later = joinPress(alert, facts({ pressId: 'press-2' }), at(night + 10_000));
  assert.equal(later.dueAt, night + 10_000);
});

test('a press on an alert that is taken leaves it with its owner, who is told', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, night).alert;
  const later = night + 60_000;
  const joined = joinPress(taken, facts({ pressId: 'press-2' }), at(later));
  assert.deepEqual([joined.status, joined.owner], [taken.status, taken.owner]);
  const hint = { alertId: joined.alertId, turn: joined.turn };
  assert.deepEqual(decide(joined, hint, later), { do: 'tell_owner' });

  const told = recordNews(joined, joined, 'sent', later);
  assert.deepEqual([told.timeline.at(-1)?.what, told.timeline.at(-1)?.by], ['owner_told', 'ana']);
  assert.equal(told.dueAt, taken.dueAt);
});

test('an owner is told at most every ten seconds, and again where the SMS failed for now', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, night).alert;
  const soon = joinPress(taken, facts({ pressId: 'press-2' }), at(night + 9_999));
  assert.equal(soon.turn, taken.turn);
  const joined = joinPress(taken, facts({ pressId: 'press-2' }), at(night + 10_000));
  const again = recordNews(joined, joined, 'pending', night + 10_000);
  assert.deepEqual([again.news, again.dueAt], [true, night + 11_000]);
  const told = recordNews(again, joined, 'sent', night + 11_000);
  assert.deepEqual([told.news, told.turn], [true, again.turn], 'an earlier turn settles nothing');
  assert.equal(told.timeline.at(-1)?.what, 'owner_told', 'but what was sent is in the timeline');
  assert.equal(recordNews(again, joined, 'pending', night + 11_000), again);
});

test('a press after the end opens the alert again and pages at once', () => {
  const resolved = respond(paged(), { do: 'resolve', outcome: 'person_safe' }, ana, night).alert;
  const again = joinPress(resolved, facts({ pressId: 'press-2' }), at(night + 60_000));
  assert.deepEqual([again.status, again.dueAt, again.hop], ['open', night + 60_000, 0]);
});

test('a press never lowers the tier and never takes silence back', () => {
  const joined = joinPress(
    alertOf({ silent: true }),
    facts({ pressId: 'b', category: 'lost_item' }),
    at(night),
  );
  assert.deepEqual([joined.tier, joined.silent], [1, true]);
});

test('a thousand presses of one thumb stay one alert that fits into its item', () => {
  let alert = alertOf();
  for (let press = 0; press < 1_000; press += 1) {
    alert = joinPress(alert, facts({ pressId: `again-${press}` }), at(night + press));
  }
  assert.equal(alert.pressCount, 1_001);
  assert.ok(JSON.stringify(alert).length < 100_000);
});
