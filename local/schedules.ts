import { randomUUID } from 'node:crypto';
import type { Functions } from './functions.ts';
import type { Schedule } from './schedule-expression.ts';

/** Runs what the template schedules; the first run comes at once, for what fell due meanwhile. */
export function runSchedules(
  schedules: Schedule[],
  functions: Pick<Functions, 'invoke'>,
): () => void {
  const timers = schedules.map(({ functionId, everyMs, input }) => {
    const tick = () => {
      const event = input ?? {
        id: randomUUID(),
        source: 'aws.events',
        'detail-type': 'Scheduled Event',
        time: new Date().toISOString(),
        detail: {},
      };
      // A run that fails is in the function's log, and the next one comes at its time.
      functions.invoke(functionId, event).catch(() => {});
    };
    tick();
    return setInterval(tick, everyMs);
  });
  return () => timers.forEach(clearInterval);
}
