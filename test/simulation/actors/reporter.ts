import type { Alert, Press } from '../../../lambdas/domain/alert.ts';
import { alertIdOfPress, type PressFacts } from '../../../lambdas/domain/press.ts';
import { takeAll } from '../../../lambdas/press/app.ts';
import { takeCancel } from '../../../lambdas/reporter/cancel.ts';
import { takeReport } from '../../../lambdas/reporter/report.ts';
import type { Saying } from '../life.ts';
import type { Answered } from '../watch.ts';
import { reporterPorts } from '../world/ports.ts';
import type { World } from '../world/world.ts';
import type { Task } from '../world/worker.ts';
import { request } from './client.ts';

/** An app sends a press again after these waits (s), until it is answered. */
const waits = [0.5, 1, 2, 4, 8, 15, 30];

/** A rider or driver says something, and says it again until it is answered. */
export function say(world: World, saying: Saying): void {
  request(world, {
    fn: saying.what === 'press' ? 'press' : 'reporter',
    waits,
    body: (task) => take(world, task, saying),
    answered: (answer, task) => tell(world, task, saying, answer),
  });
}

interface Taken {
  alert: Alert;
  press: Press;
}

/** What the function does that the app calls; there may be nothing to cancel. */
export async function take(world: World, task: Task, saying: Saying): Promise<Taken | undefined> {
  const { what } = saying;
  const facts = factsOf(saying);
  const ports = reporterPorts(world, task);
  const details = wordsOf(saying);
  if (what === 'press') return takeAll(ports, { facts, said: { details } });
  if (what === 'report') return takeReport(ports, { facts, said: { details } });
  const said = { pressId: facts.pressId, duress: what === 'cancel under duress' };
  return takeCancel(ports, alertIdOfPress(facts), said);
}

/** Tells whoever watches what it was answered. */
export function tell(
  world: World,
  task: Task | undefined,
  saying: Saying,
  answer: Taken | undefined,
): void {
  if (answer === undefined) return;
  const { reporterId: reporter, tripId: trip, pressId: id } = factsOf(saying);
  const { alert, press } = answer;
  world.trace?.(`${reporter} is answered: ${press.status}, tier ${press.tier}`);
  const kind = saying.what.split(' ')[0] as Answered['kind'];
  const words = wordsOf(saying);
  const { alertId } = alert;
  const told = { task, alertId, reporter, trip, kind, id, press, words };
  for (const one of world.watchers) one.answered?.(told);
}

function wordsOf({ what, speaks, id }: Saying): string | undefined {
  return speaks || what === 'report' ? `words ${id}` : undefined;
}

export function factsOf({ what, reporter, trip, id, category }: Saying): PressFacts {
  return {
    reporterId: `reporter-${reporter}`,
    pressId: what === 'report' ? `report ${id}` : `press-${id}`,
    service: 'GoRide',
    tripId: trip === undefined ? undefined : `trip-${trip}`,
    silent: false,
    locale: 'id',
    category,
  };
}
