import type { Alert } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { linkToken } from '../../lambdas/domain/link.ts';
import { openAlert } from '../../lambdas/domain/press.ts';
import type { Action } from '../../lambdas/domain/response.ts';
import { factsOf, take, tell as tellReporter } from './actors/reporter.ts';
import { act, tell as tellResponder } from './actors/responder.ts';
import { calmLife, type Saying } from './life.ts';
import { type Cast, knownOf, type Person, personId, teamOf } from './world/cast.ts';
import { start, type World } from './world/world.ts';

const person: Person = { certificate: 'current', number: 'fine', lead: false, does: [] };
const cast: Cast = { people: [person, person], primary: 0, secondary: 1, policy: 'brief' };
const saying: Saying = { at: 0, what: 'press', reporter: 0, trip: 0, id: 0 };
const again: Saying = { ...saying, id: 1 };

/** What these meetings are set in. */
export const setting = calmLife(cast, { says: [saying, again] });

/** The primary was paged 30 s ago and did not answer: the next step is due now. */
export function dueNow(): Alert {
  const opened = openAlert(factsOf(saying), 'k'.repeat(43), {
    now: start - 30_000,
    keepUntil: start + 1e10,
  });
  const plan = planStep(opened, { ...knownOf(cast), team: teamOf(cast) }, start - 30_000);
  const results = plan.recipients.map((one) => ({ ...one, result: 'sent' as const }));
  return recordStep(opened, plan, results, start - 30_000);
}

/** Somebody who does something to an alert, in their own worker. */
export type Actor = (world: World, alert: Alert) => void;

const pager: Actor = (world, { alertId, turn, tier }) => {
  world.onMessages(tier, [{ hint: { alertId, turn }, rounds: 1, delete: () => {} }], () => {});
};

const doubled: Actor = (world, alert) => {
  world.trouble('doubled');
  pager(world, alert);
};

/** The message of the turn after this one, should there be one so soon. */
const nextPager: Actor = (world, alert) => pager(world, { ...alert, turn: alert.turn + 1 });

const responder =
  (index: number, action: Action): Actor =>
  (world, alert) => {
    const page = { person: index, link: linkToken(alert, personId(index)) };
    world.invoke(
      'responder',
      (worker) => act(world, { worker, sentTo: [] }, page, action),
      (outcome) => {
        if (outcome !== 'died' && 'value' in outcome) {
          tellResponder(world, page, action, outcome.value);
        }
      },
    );
  };

const press: Actor = (world) => {
  world.invoke(
    'press',
    (worker) => take(world, { worker, sentTo: [] }, again),
    (outcome) => {
      if (outcome !== 'died' && 'value' in outcome) {
        tellReporter(world, undefined, again, outcome.value);
      }
    },
  );
};

/** Who meets over an alert whose next step is due. */
export const meetings: Readonly<Record<string, readonly Actor[]>> = {
  'two pagers with one message': [pager, doubled],
  'a pager, and somebody who takes it': [pager, responder(0, { do: 'acknowledge' })],
  'a pager, and somebody who declines': [pager, responder(0, { do: 'decline' })],
  'a pager, somebody who declines, and the pager that hears of it': [
    pager,
    responder(0, { do: 'decline' }),
    nextPager,
  ],
  'a pager, and a press again': [pager, press],
  'a pager, a press again, and somebody who takes it': [
    pager,
    press,
    responder(0, { do: 'acknowledge' }),
  ],
  'a pager, and two who take it': [
    pager,
    responder(0, { do: 'acknowledge' }),
    responder(1, { do: 'acknowledge' }),
  ],
  'a pager, somebody who ends it, and somebody who writes a note': [
    pager,
    responder(0, { do: 'resolve', outcome: 'safe' }),
    responder(1, { do: 'notes', text: 'a note' }),
  ],
  'two pagers with one message, and somebody who takes it': [
    pager,
    doubled,
    responder(0, { do: 'acknowledge' }),
  ],
};
