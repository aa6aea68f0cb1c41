import type { Category } from '../../lambdas/domain/policy.ts';
import type { Cast } from './world/cast.ts';
import type { Service } from './world/faults.ts';
import type { FunctionName } from './world/worker.ts';

/**
 * All that decides what happens in one life of the system: the same life replays identically. Times
 * are seconds after its start.
 */
export interface Life {
  cast: Cast;
  says: Saying[];
  /** The `fault`-th of those that can befall the `call`-th call of the life, counted round. */
  faults: { call: number; fault: number }[];
  outages: Outage[];
  /** What becomes of the sweep of a minute. */
  sweeps: { minute: number; is: 'skipped' | 'doubled' }[];
  /** The machines that run pagers have done so before, and know the team. */
  warm: boolean;
  /** AWS stops loops through a queue after 16 rounds. */
  stopsLoops: boolean;
  /** SNS takes so many SMS a second, as many at once, and throttles the rest; any number where absent. */
  smsPerSecond?: number;
  /** The month's spend is used up: SNS says yes to every SMS, and sends none. */
  spent: boolean;
  /** Each worker's clock is right, or so many seconds ahead or behind. */
  skew: number;
  /** A record and a message as yesterday's version wrote them lie about; the message with a turn or not. */
  yesterday?: 'with turn' | 'without turn';
  /** Decides latencies, and so who comes first. */
  chance: number;
}

/** What a reporter does: press, report, cancel. Whoever is not answered says it again. */
export interface Saying {
  at: number;
  what: 'press' | 'report' | 'cancel' | 'cancel under duress';
  reporter: number;
  trip?: number;
  /** Names the press; the same id again is the same press. */
  id: number;
  category?: Category;
  /** It is a press that has words with it, as reports always have. */
  speaks?: true;
}

export interface Outage {
  of: Service;
  /** Where only one function cannot reach it. */
  only?: FunctionName;
  from: number;
  seconds: number;
}

/** One press, and nothing goes wrong but what is `told`. */
export function calmLife(cast: Cast, told: Partial<Life> = {}): Life {
  return {
    cast,
    says: [{ at: 1, what: 'press', reporter: 0, trip: 0, id: 0 }],
    faults: [],
    outages: [],
    sweeps: [],
    warm: true,
    stopsLoops: false,
    spent: false,
    skew: 0,
    chance: 1,
    ...told,
  };
}
