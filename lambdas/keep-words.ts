import type { Hint } from './domain/escalation.ts';
import type { Tier } from './domain/policy.ts';
import type { Queue, Telemetry } from './ports.ts';

/** How soon words that only the queue holds are tried again (s): help waits for none of them. */
const wordsRetrySeconds = 15;

export interface WordsPorts {
  queue: Queue;
  telemetry: Pick<Telemetry, 'fail'>;
}

/**
 * Does what keeps a person's words. Where the table cannot take them, a message of their own holds
 * them until a pager can: `hint` is that message. Throws where nothing holds them. The delay also
 * keeps them from a pager that is called past its queue, since a call is forgotten where it fails.
 */
export async function keepWords(
  ports: WordsPorts,
  of: { tier: Tier; hint: Hint },
  keep: () => Promise<void>,
): Promise<void> {
  try {
    await keep();
  } catch (error) {
    // What cannot be understood is no outage.
    if (error instanceof TypeError || error instanceof SyntaxError) throw error;
    const { tier, hint } = of;
    ports.telemetry.fail('words not stored, left to the queue', error, {
      alertId: hint.alertId,
      tier,
    });
    await ports.queue.send(tier, hint, wordsRetrySeconds);
  }
}

/** Waits for all: an answer freezes the function, and would leave half-way what is still under way. */
export async function allDone<Answer>(
  answer: Promise<Answer>,
  ...beside: Promise<void>[]
): Promise<Answer> {
  await Promise.allSettled([answer, ...beside]);
  await Promise.all(beside);
  return answer;
}
