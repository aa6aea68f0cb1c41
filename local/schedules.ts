import type { Functions } from './functions.ts';
import type { LocalStack } from './stack.ts';

/** Runs what the template schedules; the first run comes at once, for what fell due meanwhile. */
export function runSchedules(schedules: LocalStack['schedules'], functions: Functions): () => void {
  const timers = schedules.map(({ functionId, everyMs }) => {
    const tick = () => {
      const event = { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };
      // A run that fails is in the function's log, and the next one comes in a minute.
      functions.invoke(functionId, event).catch(() => {});
    };
    tick();
    return setInterval(tick, everyMs);
  });
  return () => timers.forEach(clearInterval);
}
