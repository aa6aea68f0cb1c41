import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cancel } from '../../lambdas/domain/cancel.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { joinPress } from '../../lambdas/domain/press.ts';
import { type Action, respond } from '../../lambdas/domain/response.ts';
import { alertOf, facts, night, team } from '../support/alerts.ts';

const ana = { responderId: 'ana', name: 'Ana' };
const budi = { responderId: 'budi', name: 'Budi' };
const later = night + 60_000;

function paged(category?: 'other') {
  const alert = alertOf({ category });
  const plan = planStep(alert, { team: team() }, night);
  return recordStep(alert, plan, [{ ...ana, result: 'sent' }], night);
}

test('who takes an alert first has it, and the second is told who', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  assert.equal(taken.owner?.name, 'Ana');
  const second = respond(taken, { do: 'acknowledge' }, budi, later);
  assert.equal(second.refused, 'taken');
  assert.equal(second.alert, taken);
});

test('taking an alert stops its steps and sets the limit for progress', () => {
  const before = paged();
  const taken = respond(before, { do: 'acknowledge' }, ana, later).alert;
  assert.equal(taken.status, 'acknowledged');
  assert.equal(taken.dueAt, later + 300_000);
  assert.equal(taken.turn, before.turn + 1);
});

test('every action done twice changes nothing the second time', () => {
  const actions: Action[] = [
    { do: 'acknowledge' },
    { do: 'decline' },
    { do: 'resolve', outcome: 'person_safe' },
    { do: 'notes', text: 'on my way' },
  ];
  for (const action of actions) {
    const once = respond(paged('other'), action, ana, later).alert;
    assert.equal(respond(once, action, ana, later + 5).alert, once, action.do);
  }
});

test('when the one who was paged declines, the next step is taken at once', () => {
  const declined = respond(paged(), { do: 'decline' }, ana, later).alert;
  assert.equal(declined.dueAt, later);
  const plan = planStep(declined, { team: team() }, later);
  assert.deepEqual(
    plan.recipients.map((one) => one.responderId),
    ['budi'],
  );
});

test('a decline right when the next step is due leaves it to the message that is under way', () => {
  const due = paged().dueAt!;
  for (const at of [due - 900, due, due + 900]) {
    const declined = respond(paged(), { do: 'decline' }, ana, at).alert;
    assert.deepEqual([declined.dueAt, declined.turn], [due, paged().turn]);
  }
});

test('whoever was to be told by the digest of a flood counts as asked when they decline', () => {
  const [page] = paged().pages;
  const waits = { ...paged(), pages: [{ ...page!, result: 'pending' as const }] };
  assert.equal(respond(waits, { do: 'decline' }, ana, later).alert.dueAt, later);
});

test('one of many who declines does not hurry the others', () => {
  const alert = { ...alertOf(), hop: 2 };
  const plan = planStep(alert, { team: team() }, night);
  const results = plan.recipients.map((one) => ({ ...one, result: 'sent' as const }));
  const everyone = recordStep(alert, plan, results, night);
  assert.equal(respond(everyone, { do: 'decline' }, ana, later).alert.dueAt, everyone.dueAt);
});

test('only the owner hands an alert back, and then it is paged at once', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  assert.equal(respond(taken, { do: 'release' }, budi, later).refused, 'not_owner');
  const released = respond(taken, { do: 'release' }, ana, later).alert;
  assert.deepEqual([released.status, released.dueAt, released.hop], ['open', later, 0]);
  assert.equal(released.owner, undefined);
});

test('anybody raises a tier, and its own team is paged whoever held the alert', () => {
  const taken = respond(paged('other'), { do: 'acknowledge' }, ana, later).alert;
  const raised = respond(taken, { do: 'raise', reason: 'threats' }, budi, later).alert;
  assert.deepEqual([raised.tier, raised.status, raised.dueAt], [1, 'open', later]);
  assert.equal(respond(paged(), { do: 'raise' }, ana, later).alert.tier, 1);
});

test('only the owner lowers a tier, with a reason that stays in the timeline', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  assert.equal(respond(taken, { do: 'lower', reason: 'x' }, budi, later).refused, 'not_owner');
  const lowered = respond(taken, { do: 'lower', reason: 'a lost phone' }, ana, later).alert;
  assert.deepEqual([lowered.tier, lowered.status], [2, 'acknowledged']);
  assert.equal(lowered.timeline.at(-1)?.text, 'a lost phone');
});

test('a note counts as progress for the owner and for nobody else', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const noted = respond(taken, { do: 'notes', text: 'calling' }, ana, later + 60_000).alert;
  assert.equal(noted.dueAt, later + 360_000);
  const other = respond(taken, { do: 'notes', text: 'seen' }, budi, later + 60_000).alert;
  assert.equal(other.dueAt, taken.dueAt);
});

test('a resolved alert has nothing left to do and takes no more actions', () => {
  const resolved = respond(paged(), { do: 'resolve', outcome: 'person_safe' }, ana, later).alert;
  assert.deepEqual([resolved.status, resolved.dueAt], ['resolved', undefined]);
  assert.equal(respond(resolved, { do: 'acknowledge' }, budi, later).refused, 'closed');
});

test('who ended an alert is not refused when they say so again, though a page was still under way', () => {
  const before = alertOf({});
  const plan = planStep(before, { team: team() }, night);
  const ended = respond(before, { do: 'resolve', outcome: 'person_safe' }, budi, later).alert;
  const late = recordStep(ended, plan, [{ ...ana, result: 'sent' }], later + 5);
  assert.equal(late.timeline.at(-1)?.by, 'ana');
  const again = respond(late, { do: 'resolve', outcome: 'person_safe' }, budi, later + 10);
  assert.deepEqual(again, { alert: late });
  const other = respond(late, { do: 'resolve', outcome: 'person_safe' }, ana, later + 10);
  assert.equal(other.refused, 'closed');
});

test('what the reporter has cancelled is refused to whoever had ended it before', () => {
  const ended = respond(paged('other'), { do: 'resolve', outcome: 'not_reached' }, ana, later);
  const another = facts({ category: 'other', pressId: 'another' });
  const received = { now: later + 5, keepUntil: later };
  const open = joinPress(ended.alert, another, received);
  const cancelled = cancel(open, { pressId: 'safe', duress: false }, later + 10);
  assert.equal(cancelled.status, 'cancelled');
  const again = respond(cancelled, { do: 'resolve', outcome: 'not_reached' }, ana, later + 15);
  assert.equal(again.refused, 'closed');
});

test('a note that is sent twice is kept once, though somebody else has noted something in between', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const noted = respond(taken, { do: 'notes', text: 'calling' }, ana, later).alert;
  const other = respond(noted, { do: 'notes', text: 'watching' }, budi, later + 5).alert;
  assert.deepEqual(respond(other, { do: 'notes', text: 'calling' }, ana, later + 10), {
    alert: other,
  });
});

test('the same words a minute later are a note of their own, and progress', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const note = { do: 'notes', text: 'still calling' } as const;
  const noted = respond(taken, note, ana, later).alert;
  const again = respond(noted, note, ana, later + 60_000).alert;
  assert.equal(again.timeline.filter(({ what }) => what === 'noted').length, 2);
  assert.equal(again.dueAt, later + 360_000);
});

test('a note that has an id is kept once however late it comes again, after the end and an erasure, too', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const note = { do: 'notes', text: 'calling', noteId: '7' } as const;
  const noted = respond(taken, note, ana, later).alert;
  assert.equal(respond(noted, note, ana, later + 600_000).alert, noted);
  const ended = respond(noted, { do: 'resolve', outcome: 'person_safe' }, ana, later).alert;
  assert.deepEqual(respond(ended, note, ana, later + 600_000), { alert: ended });
  const timeline = ended.timeline.map((entry) => ({ ...entry, text: undefined }));
  const erased = { ...ended, timeline };
  assert.deepEqual(respond(erased, note, ana, later), { alert: erased });
});

test('other words under an id that is known are a note all the same, and so are another person’s', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const first = { do: 'notes', text: 'calling', noteId: '7' } as const;
  const noted = respond(taken, first, ana, later).alert;
  const other = respond(noted, { ...first, text: 'no answer' }, ana, later).alert;
  const theirs = respond(other, first, budi, later).alert;
  assert.equal(theirs.timeline.filter(({ what }) => what === 'noted').length, 3);
});

test('notes have an end, so that an alert stays one item of the table', () => {
  let alert = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  for (let note = 0; note < 100; note += 1) {
    alert = respond(alert, { do: 'notes', text: `note ${note}` }, ana, later).alert;
  }
  assert.equal(respond(alert, { do: 'notes', text: 'one more' }, ana, later).refused, 'full');
});

test('whatever is done is one transition: the version moves on by one or stands', () => {
  const actions: Action[] = [
    { do: 'acknowledge' },
    { do: 'decline' },
    { do: 'release' },
    { do: 'raise' },
    { do: 'lower', reason: 'calm' },
    { do: 'resolve', outcome: 'safe' },
    { do: 'notes', text: 'called' },
  ];
  const by = fc.constantFrom(
    { responderId: 'ana', name: 'Ana' },
    { responderId: 'budi', name: 'B' },
  );
  const life = fc.array(fc.tuple(fc.constantFrom(...actions), by), { maxLength: 12 });
  const property = fc.property(life, (steps) => {
    let alert = alertOf({ category: 'dispute' });
    for (const [index, [action, responder]] of steps.entries()) {
      const { alert: after } = respond(alert, action, responder, night + index * 1_000);
      assert.ok(after === alert || after.version === alert.version + 1, action.do);
      alert = after;
    }
  });
  fc.assert(property);
});

test('who has a conflict of interest is neither paged, not even as the last resort, nor let act', () => {
  const kept = respond(
    paged(),
    { do: 'keep_out', responderId: 'dewi', reason: 'knows the driver' },
    { responderId: 'boss', name: 'Boss' },
    later,
  ).alert;
  const untrained = team({ members: team().members.map((one) => ({ ...one, certificates: [] })) });
  const plan = planStep(kept, { team: untrained }, later);
  assert.deepEqual(plan.recipients, []);
  const dewi = { responderId: 'dewi', name: 'Dewi' };
  assert.equal(respond(kept, { do: 'acknowledge' }, dewi, later).refused, 'kept_out');
});

test('an owner with a conflict of interest loses the alert, and it is paged at once', () => {
  const taken = respond(paged(), { do: 'acknowledge' }, ana, later).alert;
  const said = { do: 'keep_out', responderId: 'ana', reason: 'knows the driver' } as const;
  const { alert } = respond(taken, said, budi, later + 1_000);
  assert.deepEqual([alert.status, alert.owner, alert.dueAt], ['open', undefined, later + 1_000]);
  assert.deepEqual(alert.keptOut, ['ana']);
});
