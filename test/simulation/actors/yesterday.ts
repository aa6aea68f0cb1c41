import type { Alert } from '../../../lambdas/domain/alert.ts';
import { openAlert } from '../../../lambdas/domain/press.ts';
import type { World } from '../world/world.ts';
import { factsOf, tell } from './reporter.ts';

/**
 * What another version left behind: a record with fields and an event that nobody knows any more or
 * yet, without one that may be absent, and a message with more in it than an alert and a turn.
 */
export function leaveBehind(world: World, message: 'with turn' | 'without turn'): void {
  const { now } = world.time;
  const saying = { at: 0, what: 'press', reporter: 9, trip: 9, id: 9 } as const;
  const opened = openAlert(factsOf(saying), 'y'.repeat(43), { now, keepUntil: now + 1e10 });
  const { pressedAt: _, contactKnown: __, location: ___, ...old } = opened;
  const unknown = { at: now, what: 'unknown_event', by: 'siaga' };
  const record = {
    ...old,
    unknownField: { some: ['thing'] },
    timeline: [...old.timeline, unknown],
  } as Alert;
  world.write(undefined, record, 'create');
  const { alertId, turn, tier, presses } = record;
  const hint = { alertId, unknownField: 1, ...(message === 'with turn' && { turn }) };
  world.queues.send({ tier, hint, delaySeconds: 0, rounds: 1 });
  tell(world, undefined, saying, { alert: record, press: presses[0]! });
}
