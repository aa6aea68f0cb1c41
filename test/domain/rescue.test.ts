import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rescue } from '../../lambdas/domain/rescue.ts';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { openAlert } from '../../lambdas/domain/press.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { alertOf, facts, night, team } from '../support/alerts.ts';

const later = night + 60_000;
const ana = { responderId: 'ana', name: 'Ana' };

/** Opened by another press of the same trip while the table was out, and paged from the queue. */
function keptByQueue(key = 'q'.repeat(43), pressId = 'press-2') {
  const received = { now: night + 30_000, keepUntil: later + 1e10 };
  const opened = openAlert(facts({ pressId }), key.slice(0, 43), received);
  const plan = planStep(opened, { team: team() }, received.now);
  return recordStep(opened, plan, [{ ...ana, result: 'sent' }], received.now);
}

test('a first write that did take effect goes on where the queue has come to', () => {
  const stored = alertOf();
  const plan = planStep(stored, { team: team() }, night);
  const kept = recordStep(stored, plan, [{ ...ana, result: 'sent' }], night);
  const once = recordStep(kept, planStep(kept, { team: team() }, later), [], later);
  assert.deepEqual(rescue(stored, once, later), { ...once, version: 2 });
});

test('where the table is as far or further, nothing changes', () => {
  const stored = respond(alertOf(), { do: 'acknowledge' }, ana, night).alert;
  assert.equal(rescue(stored, alertOf(), later), stored);
});

test('who took the alert while the queue went on paging keeps it, and the pages are in the books', () => {
  const stored = respond(alertOf(), { do: 'acknowledge' }, ana, later).alert;
  const first = planStep(alertOf(), { team: team() }, night);
  const kept = recordStep(alertOf(), first, [{ ...ana, result: 'sent' }], night);
  const further = recordStep(kept, planStep(kept, { team: team() }, later), [], later);
  assert.ok(further.version > stored.version);
  const both = rescue(stored, further, later);
  assert.deepEqual([both.status, both.owner?.responderId], ['acknowledged', 'ana']);
  assert.deepEqual([both.turn, both.dueAt, both.pages], [stored.turn, stored.dueAt, kept.pages]);
  assert.equal(both.timeline.filter((entry) => entry.what === 'paged').length, 1);
  assert.equal(rescue(both, further, later), both, 'told once, it changes nothing more');
});

test('an SMS that went out is in the books, though another pager could send none and was as far', () => {
  const plan = planStep(alertOf(), { team: team() }, night);
  const stored = recordStep(alertOf(), plan, [{ ...ana, result: 'pending' }], night);
  const kept = recordStep(alertOf(), plan, [{ ...ana, result: 'sent' }], night + 1);
  assert.equal(kept.version, stored.version);
  const both = rescue(stored, kept, later);
  assert.ok(both.pages.some(({ result }) => result === 'sent'));
  assert.equal(rescue(both, kept, later), both);
});

test('a press that an earlier alert had to miss is counted, its pages are kept, and it pages anew', () => {
  const both = rescue(alertOf(), keptByQueue(), later);
  assert.deepEqual([both.version, both.pressCount, both.presses.length], [2, 2, 2]);
  assert.deepEqual([both.pages.length, both.dueAt, both.hop], [1, later, 0]);
  assert.equal(rescue(both, keptByQueue(), later), both, 'told once, it changes nothing more');
});

test('a press that nobody was paged for joins as any other, and restarts nothing', () => {
  const plan = planStep(alertOf(), { team: team() }, night);
  const stored = recordStep(alertOf(), plan, [{ ...ana, result: 'sent' }], night);
  const received = { now: night + 30_000, keepUntil: later + 1e10 };
  const kept = openAlert(facts({ pressId: 'press-2' }), 'q'.repeat(43), received);
  const soon = rescue(stored, kept, night + 5_000);
  assert.deepEqual([soon.pressCount, soon.hop, soon.turn], [2, stored.hop, stored.turn]);
  const hurried = rescue(stored, kept, night + 12_000);
  assert.deepEqual([hurried.hop, hurried.dueAt], [stored.hop, night + 12_000]);
  assert.equal(hurried.escalatedAt, stored.escalatedAt);
});

test('an alert that somebody has taken stays theirs, and they are told of the press', () => {
  const taken = respond(alertOf(), { do: 'acknowledge' }, ana, night).alert;
  const both = rescue(taken, keptByQueue(), later);
  assert.deepEqual([both.status, both.news, both.dueAt], ['acknowledged', true, later]);
});

test('a worse press raises the tier of what was stored', () => {
  const stored = alertOf({ category: 'dispute' });
  const both = rescue(stored, keptByQueue(), later);
  assert.deepEqual([both.tier, both.timeline.at(-1)?.what], [1, 'raised']);
});

test('pages of a press that the table knows are in the books, and page nobody anew', () => {
  const known = rescue(alertOf(), keptByQueue('q'.repeat(43), 'press-1'), later);
  assert.deepEqual([known.pressCount, known.pages.length, known.turn], [1, 1, alertOf().turn]);
});

const whats = (alert: Pick<Alert, 'timeline'>) => alert.timeline.map((entry) => entry.what);

test('what joins an alert has opened none: the timeline says that it was pressed, or reported', () => {
  const taken = respond(alertOf(), { do: 'acknowledge' }, ana, night).alert;
  const pressed = rescue(taken, keptByQueue(), later);
  assert.deepEqual(whats(pressed), ['opened', 'acknowledged', 'pressed', 'paged']);
  assert.equal(
    rescue(pressed, keptByQueue(), later),
    pressed,
    'told once, it changes nothing more',
  );

  const received = { now: night + 30_000, keepUntil: later + 1e10 };
  const report = { evidence: 'crash (0-4)' };
  const kept = openAlert(facts({ pressId: 'report-1', report }), 'q'.repeat(43), received);
  const reported = rescue(taken, kept, later);
  assert.deepEqual(whats(reported), ['opened', 'acknowledged', 'reported', 'triaged']);
  assert.equal(rescue(reported, kept, later), reported);
});

test('a press that the table knows already is told once, though the queue kept its retry', () => {
  const stored = alertOf();
  const retry = openAlert(facts(), 'q'.repeat(43), { now: later, keepUntil: later + 1e10 });
  assert.equal(rescue(stored, retry, later), stored);
});
