import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Alert, Page } from '../../lambdas/domain/alert.ts';
import { decide, planStep, recordStep, timeOut } from '../../lambdas/domain/escalation.ts';
import { joinPress } from '../../lambdas/domain/press.ts';
import { respond } from '../../lambdas/domain/response.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { alertOf, certificate, facts, member, night, team } from '../support/alerts.ts';

type Results = Record<string, Page['result']>;

/** Takes the next step; whoever is not named in `results` is reached. */
function step(alert: Alert, now: number, of: Team = team(), results: Results = {}) {
  const plan = planStep(alert, { team: of }, now);
  const pages = plan.recipients.map(({ responderId, name }) => ({
    responderId,
    name,
    result: results[responderId] ?? ('sent' as const),
  }));
  const paged = pages.map((page) => page.responderId);
  return { paged, plan, alert: recordStep(alert, plan, pages, now) };
}

test('the primary, the secondary, everyone and the lead are paged in turn, each after its wait', () => {
  let alert = alertOf();
  const paged: string[][] = [];
  const waits: number[] = [];
  for (let hop = 0, now = night; hop < 4; hop += 1) {
    const taken = step(alert, now);
    paged.push(taken.paged);
    waits.push((taken.alert.dueAt! - now) / 1000);
    now = taken.alert.dueAt!;
    alert = taken.alert;
  }
  assert.deepEqual(paged, [['ana'], ['budi'], ['ana', 'budi', 'citra', 'dewi'], ['dewi']]);
  assert.deepEqual(waits, [30, 30, 60, 60]);
});

test('a step that has nobody on call costs no wait', () => {
  const taken = step(alertOf(), night, team({ rotations: [team().rotations[1]!] }));
  assert.deepEqual(taken.paged, ['budi']);
  assert.equal(taken.alert.hop, 2);
  assert.ok(
    taken.alert.timeline.some((one) => one.what === 'nobody_on_call' && one.page === 'primary'),
  );
});

test('tier 1 passes over whoever has no current certificate for the service, and says so', () => {
  const gocar = { ...certificate, services: ['GoCar'] };
  const expired = { ...certificate, expiresOn: '2026-03-01' };
  const members = [
    member('ana', { certificates: [gocar] }),
    member('budi', { certificates: [expired] }),
    ...team().members.slice(2),
  ];
  const taken = step(alertOf(), night, team({ members }));
  // It is past midnight in Jakarta, so what ended on the first of March has ended.
  assert.deepEqual(taken.paged, ['citra', 'dewi']);
  const passed = taken.alert.timeline
    .filter((one) => one.what === 'passed_over')
    .map((one) => one.by);
  assert.deepEqual(passed, ['ana', 'budi', 'ana', 'budi']);
});

test('a certificate counts to the end of its last day in the zone of the team', () => {
  const last = { ...certificate, expiresOn: '2026-03-01' };
  const members = [member('ana', { certificates: [last] }), ...team().members.slice(1)];
  const beforeMidnight = Date.parse('2026-03-01T16:59:59Z');
  assert.deepEqual(step(alertOf({}, beforeMidnight), beforeMidnight, team({ members })).paged, [
    'ana',
  ]);
  assert.deepEqual(
    step(alertOf({}, beforeMidnight + 1000), beforeMidnight + 1000, team({ members })).paged,
    ['budi'],
  );
});

test('with nobody certified the lead is paged at once as the last resort, and the alarm sounds', () => {
  const members = team().members.map((one) => ({ ...one, certificates: [] }));
  const { paged, plan, alert } = step(alertOf(), night, team({ members }));
  assert.deepEqual(paged, ['dewi']);
  assert.equal(plan.nobodyOnCall, true);
  assert.ok(alert.timeline.some((one) => one.what === 'last_resort' && one.by === 'dewi'));
});

test('an empty team waits between its rounds instead of spinning, and the alarm sounds', () => {
  const empty = team({ members: [], rotations: [] });
  const { paged, plan, alert } = step(alertOf(), night, empty);
  assert.deepEqual(paged, []);
  assert.equal(plan.nobodyOnCall, true);
  assert.equal(alert.dueAt, night + 60_000);
});

test('a page that fails for good costs no wait', () => {
  const { alert } = step(alertOf(), night, team(), { ana: 'failed' });
  assert.equal(alert.dueAt, night);
  assert.equal(alert.hop, 1);
});

test('a team of wrong numbers still waits at the end of each round', () => {
  let alert = alertOf();
  const failed: Results = { ana: 'failed', budi: 'failed', citra: 'failed', dewi: 'failed' };
  for (let hop = 0; hop < 4; hop += 1) alert = step(alert, night, team(), failed).alert;
  assert.equal(alert.dueAt, night + 60_000);
});

test('a page that fails for now is tried again, for that responder alone', () => {
  const everyone = { ...alertOf(), hop: 2 };
  const first = step(everyone, night, team(), { budi: 'pending' });
  assert.equal(first.alert.hop, 2);
  assert.equal(first.alert.dueAt, night + 1_000);
  const second = step(first.alert, night + 1_000);
  assert.deepEqual(second.paged, ['budi']);
  assert.equal(second.alert.hop, 3);
  assert.equal(second.alert.pages.length, 4);
});

test('a page that keeps failing for now is given up after its retries, and the next step is taken', () => {
  let alert = alertOf();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    alert = step(alert, alert.dueAt!, team(), { ana: 'pending' }).alert;
  }
  assert.equal(alert.hop, 1);
  assert.deepEqual(
    alert.pages.map((page) => page.result),
    ['failed'],
  );
});

test('a message of an earlier turn means nothing', () => {
  const { alert } = step(alertOf(), night);
  assert.deepEqual(decide(alert, { alertId: alert.alertId, turn: 1 }, night + 99_000), {
    do: 'nothing',
  });
});

test('a message that comes early goes back with what is left of its wait', () => {
  const { alert } = step(alertOf(), night);
  const hint = { alertId: alert.alertId, turn: alert.turn };
  assert.deepEqual(decide(alert, hint, night + 10_000), { do: 'put_back', waitMs: 20_000 });
  assert.deepEqual(decide(alert, hint, night + 30_000), { do: 'page' });
});

test('paging starts at once and waits its turn, though the clock that took the press is ahead', () => {
  const ahead = alertOf({}, night + 600_000);
  assert.deepEqual(decide(ahead, { alertId: ahead.alertId, turn: 1 }, night), { do: 'page' });
  const taken = step(ahead, night).alert;
  assert.equal(taken.dueAt, night + 30_000, 'who was reached is waited for');
  assert.ok(taken.pages.every((page) => page.at >= taken.escalatedAt));
});

test('the sweeper’s message acts where something is overdue, and is dropped where it is not', () => {
  const { alert } = step(alertOf(), night);
  const hint = { alertId: alert.alertId };
  assert.deepEqual(decide(alert, hint, night + 10_000), { do: 'nothing' });
  assert.deepEqual(decide(alert, hint, night + 60_000), { do: 'page' });
});

test('an alert that is taken while its step goes out keeps its owner, and only the fact is added', () => {
  const before = alertOf();
  const plan = planStep(before, { team: team() }, night);
  const taken = respond(
    before,
    { do: 'acknowledge' },
    { responderId: 'budi', name: 'Budi' },
    night,
  ).alert;
  const after = recordStep(
    taken,
    plan,
    [{ responderId: 'ana', name: 'Ana', result: 'sent' }],
    night + 5,
  );
  assert.equal(after.status, 'acknowledged');
  assert.equal(after.turn, taken.turn);
  assert.equal(after.dueAt, taken.dueAt);
  assert.equal(after.pages.length, 1);
});

test('two pagers that take the same step move the escalation on once', () => {
  const before = alertOf();
  const plan = planStep(before, { team: team() }, night);
  const result = [{ responderId: 'ana', name: 'Ana', result: 'sent' as const }];
  const once = recordStep(before, plan, result, night);
  const twice = recordStep(once, plan, result, night + 5);
  assert.equal(twice.hop, 1);
  assert.equal(twice.turn, once.turn);
});

test('an acknowledged alert without progress goes back to paging, and who held it is asked last', () => {
  const taken = respond(
    step(alertOf(), night).alert,
    { do: 'acknowledge' },
    { responderId: 'ana', name: 'Ana' },
    night,
  ).alert;
  const hint = { alertId: taken.alertId, turn: taken.turn };
  assert.deepEqual(decide(taken, hint, night + 300_000), { do: 'time_out' });
  const again = timeOut(taken, night + 300_000);
  assert.equal(again.status, 'open');
  assert.deepEqual(step(again, night + 300_000).paged, ['budi']);
});

test('somebody who stood down is paged again rather than nobody', () => {
  const alone = team({ members: [member('ana', { roles: ['responder', 'lead'] })] });
  const taken = respond(
    alertOf(),
    { do: 'acknowledge' },
    { responderId: 'ana', name: 'Ana' },
    night,
  ).alert;
  const released = respond(
    taken,
    { do: 'release' },
    { responderId: 'ana', name: 'Ana' },
    night,
  ).alert;
  assert.deepEqual(step(released, night, alone).paged, ['ana']);
});

test('the policy is frozen at the first step, and a raise brings that of the new tier', () => {
  const quick = {
    steps: [{ page: 'primary', waitSeconds: 1 }],
    repeat: { rounds: 1 },
    acknowledgeTimeoutSeconds: 9,
  };
  const plan = planStep(alertOf({ category: 'other' }), { team: team(), policy: quick }, night);
  const alert = recordStep(alertOf({ category: 'other' }), plan, [], night);
  assert.deepEqual(planStep(alert, { team: team() }, night).policy, { ...quick, tier: 2 });
  const raised = joinPress(alert, facts({ pressId: 'p2', category: 'threat' }), {
    now: night,
    keepUntil: 0,
  });
  assert.equal(raised.tier, 1);
  assert.equal(planStep(raised, { team: team() }, night).policy.steps.length, 4);
});

test('after every step was taken the alert counts as unanswered, once in its timeline', () => {
  let alert = alertOf({ category: 'lost_item' });
  for (let now = night, hop = 0; hop < 8; hop += 1) {
    alert = step(alert, now).alert;
    now = alert.dueAt!;
  }
  assert.equal(alert.timeline.filter((one) => one.what === 'unanswered').length, 1);
  assert.equal(alert.pages.length, 4);
  assert.notEqual(alert.dueAt, undefined);
});

test('an alert that nobody takes for a year still fits into one item of the table', () => {
  let alert = alertOf();
  const many = team({
    members: Array.from({ length: 300 }, (_, index) =>
      member(`r${index}`, { roles: ['responder', 'lead'] }),
    ),
  });
  for (let hop = 0; hop < 500; hop += 1) alert = step(alert, night + hop * 60_000, many).alert;
  assert.ok(JSON.stringify(alert).length < 200_000);
  assert.equal(alert.timeline[0]?.what, 'opened');
});
