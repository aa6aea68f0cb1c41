import { randomUUID } from 'node:crypto';
import type { Functions } from './functions.ts';
import type { Schedule } from './schedule-expression.ts';

/**
 * Runs what the template schedules; the first run comes at once, for what fell due meanwhile, and
 * `begun` resolves when all first runs have ended.
 */
export function runSchedules(
  schedules: Schedule[],
  functions: Pick<Functions, 'invoke'>,
): { begun: Promise<unknown>; stop: () => void } {
  // A run that fails is in the function's log, and the next one comes at its time.
  const run = (schedule: Schedule) =>
    functions.invoke(schedule.functionId, scheduledEvent(schedule)).catch(() => {});
  const begun = Promise.all(schedules.map(run));
  const timers = schedules.map((schedule) =>
    setInterval(() => void run(schedule), schedule.everyMs),
  );
  return { begun, stop: () => timers.forEach(clearInterval) };
}

/** What a scheduled function gets. */
export function scheduledEvent({ input }: Pick<Schedule, 'input'>): unknown {
  return (
    input ?? {
      id: randomUUID(),
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: new Date().toISOString(),
      detail: {},
    }
  );
}
