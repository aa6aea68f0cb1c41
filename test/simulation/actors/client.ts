import type { Outcome, World } from '../world/world.ts';
import type { FunctionName, Task, Worker } from '../world/worker.ts';

/** An app or a browser gives up on an answer after this long (ms). */
const patience = 10_000;

/**
 * Calls a function over the network, and again after a while as long as there is no answer. `waits`
 * are in seconds. What comes after the client's patience is not heard.
 */
export function request<Answer>(
  world: World,
  of: {
    fn: FunctionName;
    waits: readonly number[];
    /** How often it tries; as long as it takes where absent. */
    attempts?: number;
    body: (task: Task) => Promise<Answer>;
    /** The function gave this answer, whether or not the client hears it. */
    answered: (answer: Answer, task: Task) => void;
    heard?: (answer: Answer) => void;
  },
  attempt = 0,
): void {
  let waiting = true;
  const giveUp = () => {
    if (!waiting) return;
    waiting = false;
    const wait = of.waits[Math.min(attempt, of.waits.length - 1)]!;
    if (attempt + 1 === of.attempts) return;
    world.time.after(wait * 1000, () => request(world, of, attempt + 1));
  };
  let task: Task;
  const body = (worker: Worker) => of.body((task = { worker, sentTo: [] }));
  const arrived = (outcome: Outcome<Answer>) => {
    if (outcome === 'died' || 'error' in outcome) return world.time.after(10, giveUp);
    of.answered(outcome.value, task);
    world.time.after(10, () => {
      if (!waiting) return;
      waiting = false;
      of.heard?.(outcome.value);
    });
  };
  world.time.after(10 + world.random() * 50, () => world.invoke(of.fn, body, arrived));
  world.time.after(patience, giveUp);
}
