import { randomUUID } from 'node:crypto';
import type { Functions } from './functions.ts';
import type { Schedule } from './schedule-expression.ts';

/** Runs what the template schedules; the first run comes at once, for what fell due meanwhile. */
export function runSchedules(
  schedules: Schedule[],
  functions: Pick<Functions, 'invoke'>,
): () => void {
  const timers = schedules.map((schedule) => {
    const tick = () => {
      // A run that fails is in the function's log, and the next one comes at its time.
      functions.invoke(schedule.functionId, scheduledEvent(schedule)).catch(() => {});
    };
    tick();
    return setInterval(tick, schedule.everyMs);
  });
  return () => timers.forEach(clearInterval);
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
