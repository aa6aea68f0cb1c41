import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { cancel, knownCancel } from '../../lambdas/domain/cancel.ts';
import type { Category } from '../../lambdas/domain/policy.ts';
import { joinPress } from '../../lambdas/domain/press.ts';
import { type Action, respond } from '../../lambdas/domain/response.ts';
import { reporterView } from '../../lambdas/reporter/view.ts';
import { alertOf, facts, night } from '../support/alerts.ts';

const ana = { responderId: 'ana', name: 'Ana Putri' };
const plain = { pressId: 'c1', duress: false };
const forced = { pressId: 'c1', duress: true };
const later = night + 60_000;
const received = { now: later, keepUntil: later + 1e10 };
const dispute = () => alertOf({ category: 'dispute' });

test('a cancel never stops an alert of tier 1: paging goes on, and the responder is told', () => {
  const cancelled = cancel(alertOf(), plain, later);
  assert.deepEqual(
    [cancelled.status, cancelled.dueAt, cancelled.cancelRequested],
    ['open', alertOf().dueAt, true],
  );
  assert.equal(cancelled.timeline.at(-1)?.what, 'cancel_requested');

  const taken = respond(alertOf(), { do: 'acknowledge' }, ana, night).alert;
  const told = cancel(taken, plain, later);
  assert.deepEqual([told.status, told.news, told.dueAt], ['acknowledged', true, later]);
});

test('a cancel ends an alert of a lower tier', () => {
  const cancelled = cancel(dispute(), plain, later);
  assert.deepEqual([cancelled.status, cancelled.closedAt], ['cancelled', later]);
  assert.equal(cancelled.dueAt, undefined);
});

test('a cancel under duress raises the alert to tier 1, silent, and pages at once', () => {
  const raised = cancel(dispute(), forced, later);
  assert.deepEqual(
    [raised.tier, raised.status, raised.duress, raised.silent, raised.dueAt],
    [1, 'open', true, true, later],
  );
});

test('duress on an alert of tier 1 that somebody has taken leaves it in their hands and tells them', () => {
  const taken = respond(alertOf(), { do: 'acknowledge' }, ana, night).alert;
  const told = cancel(taken, forced, later);
  assert.deepEqual(
    [told.status, told.owner?.responderId, told.news],
    ['acknowledged', 'ana', true],
  );
});

test('duress opens an alert again that was resolved or had been cancelled in earnest before', () => {
  const resolved = respond(alertOf(), { do: 'resolve', outcome: 'safe' }, ana, night).alert;
  assert.equal(cancel(resolved, forced, later).status, 'open');
  const cancelled = cancel(dispute(), plain, night);
  assert.deepEqual(
    [cancel(cancelled, forced, later).status, cancelled.status],
    ['open', 'cancelled'],
  );
});

test('the same cancel again changes nothing', () => {
  for (const said of [plain, forced]) {
    const once = cancel(dispute(), said, later);
    assert.equal(cancel(once, said, later + 1), once);
  }
});

/** What the phone may say next; a report may say nothing of what it is about. */
const saying = fc.oneof(
  fc.record({
    press: fc.constantFrom<(Category | undefined)[]>(undefined, 'dispute', 'other', 'crash'),
  }),
  fc.record({ report: fc.constantFrom<(Category | undefined)[]>(undefined, 'dispute', 'crash') }),
  fc.record({ cancel: fc.nat({ max: 1 }) }),
);

const life = fc.record({
  category: fc.constantFrom<(Category | undefined)[]>(undefined, 'dispute', 'other', 'harassment'),
  taken: fc.boolean(),
  ended: fc.boolean(),
  silent: fc.boolean(),
  /** What is done for the person while their phone shows a cancelled alert. */
  helped: fc.constantFrom<Action['do'][][]>(
    [],
    ['acknowledge'],
    ['acknowledge', 'release'],
    ['acknowledge', 'resolve'],
    ['decline'],
  ),
  says: fc.array(saying),
});

const actions: Partial<Record<Action['do'], Action>> = {
  acknowledge: { do: 'acknowledge' },
  release: { do: 'release' },
  resolve: { do: 'resolve', outcome: 'person_safe' },
  decline: { do: 'decline' },
};

test('no answer and no later view tells a cancel under duress from a plain one', () => {
  const property = fc.property(life, ({ category, silent, taken, ended, helped, says }) => {
    let start: Alert = alertOf({ category, silent });
    if (taken) start = respond(start, { do: 'acknowledge' }, ana, night).alert;
    if (ended) start = respond(start, { do: 'resolve', outcome: 'safe' }, ana, night).alert;
    const seen = [plain, forced].map((first) => {
      let alert = cancel(start, first, later);
      const answers: unknown[] = [knownCancel(alert, first.pressId), reporterView(alert)];
      for (const what of helped) alert = respond(alert, actions[what]!, ana, later + 1_000).alert;
      answers.push(reporterView(alert));
      for (const [index, said] of says.entries()) {
        const now = later + 2_000 + index;
        if ('cancel' in said) {
          const pressId = `cancel-${said.cancel}`;
          alert = cancel(alert, { pressId, duress: false }, now);
          answers.push(knownCancel(alert, pressId), reporterView(alert));
          continue;
        }
        const report = 'report' in said ? {} : undefined;
        const next = 'report' in said ? said.report : said.press;
        const of = facts({ pressId: `again-${index}`, category: next, report });
        alert = joinPress(alert, of, { ...received, now });
        answers.push(alert.presses.at(-1), reporterView(alert));
      }
      return JSON.stringify(answers);
    });
    assert.equal(seen[1], seen[0]);
  });
  fc.assert(property, { numRuns: 1_000 });
});

test('after another press the phone shows what is done from then on, and not before', () => {
  const forcedOne = cancel(dispute(), forced, night);
  const taken = respond(forcedOne, { do: 'acknowledge' }, ana, night + 1).alert;
  const pressed = joinPress(taken, facts({ pressId: 'p2' }), received);
  const view: { status: Alert['status']; helper?: unknown } = reporterView(pressed);
  assert.deepEqual([pressed.status, view.status, view.helper], ['acknowledged', 'open', undefined]);

  const ended = { do: 'resolve', outcome: 'person_safe' } as const;
  const resolved = respond(pressed, ended, ana, later + 1).alert;
  assert.equal(reporterView(resolved).status, 'resolved');
});

test('a press after a cancel is a call for help like any other', () => {
  const again = joinPress(cancel(dispute(), plain, night), facts({ pressId: 'p2' }), received);
  assert.deepEqual([again.status, again.tier, again.shown?.status], ['open', 1, undefined]);
});
