import fc from 'fast-check';
import type { Alert, Page } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep, timeOut } from '../../lambdas/domain/escalation.ts';
import { categories } from '../../lambdas/domain/policy.ts';
import { joinPress, openAlert, type PressFacts } from '../../lambdas/domain/press.ts';
import { type Action, respond } from '../../lambdas/domain/response.ts';
import { member, night, team } from '../support/alerts.ts';

/** Whatever an app may have sent, in any script. */
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined });
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });

const facts: fc.Arbitrary<PressFacts> = fc.record({
  reporterId: words,
  pressId: words,
  service: words,
  tripId: optional(words),
  role: optional(fc.constantFrom('rider' as const, 'driver' as const)),
  category: optional(fc.constantFrom(...categories)),
  silent: fc.boolean(),
  location: optional(
    fc.record({ lat: degrees(90), lng: degrees(180) }, { requiredKeys: ['lat', 'lng'] }),
  ),
  locale: fc.constantFrom('id', 'en'),
  pressedAt: optional(fc.constant('2026-03-01T20:12:00.000Z')),
});

type Event =
  | { kind: 'press'; facts: PressFacts }
  | { kind: 'step'; result: Page['result'] }
  | { kind: 'act'; action: Action; by: string }
  | { kind: 'timeout' };

const anyAction: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action>({ do: 'acknowledge' }, { do: 'decline' }, { do: 'release' }),
  fc.constantFrom<Action>({ do: 'raise' }, { do: 'resolve', outcome: 'person_safe' }),
  words.map((reason): Action => ({ do: 'lower', reason })),
  words.map((text): Action => ({ do: 'notes', text })),
);

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ kind: fc.constant('press' as const), facts }),
  fc.record({
    kind: fc.constant('step' as const),
    result: fc.constantFrom('sent' as const, 'failed' as const, 'pending' as const),
  }),
  fc.record({
    kind: fc.constant('act' as const),
    action: anyAction,
    by: fc.constantFrom('ana', 'budi', 'citra', 'dewi'),
  }),
  fc.constant({ kind: 'timeout' as const }),
);

/** An alert after whatever can happen to one: presses, steps, what responders do, time-outs. */
export const anyAlert: fc.Arbitrary<Alert> = fc
  .tuple(facts, fc.array(anyEvent, { maxLength: 12 }), fc.stringMatching(/^[\w-]{43}$/))
  .map(([first, events, linkKey]) => {
    let now = night;
    const received = () => ({ now, keepUntil: now + 34_560_000_123 });
    let alert = openAlert(first, linkKey, received());
    for (const one of events) {
      now += 7_001;
      alert = after(alert, one, received());
    }
    return alert;
  });

function after(alert: Alert, event: Event, received: { now: number; keepUntil: number }): Alert {
  const { now } = received;
  switch (event.kind) {
    case 'press':
      return joinPress(alert, event.facts, received);
    case 'act': {
      const { responderId, name } = member(event.by);
      return respond(alert, event.action, { responderId, name }, now).alert;
    }
    case 'timeout':
      return alert.status === 'acknowledged' ? timeOut(alert, now) : alert;
    case 'step': {
      if (alert.status !== 'open') return alert;
      const plan = planStep(alert, { team: team() }, now);
      const results = plan.recipients.map((one) => ({ ...one, result: event.result }));
      return recordStep(alert, plan, results, now);
    }
  }
}
