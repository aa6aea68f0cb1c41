import type { Invariant } from '../watch.ts';
import { acknowledged } from './acknowledged.ts';
import { alarmed } from './alarmed.ts';
import { certified } from './certified.ts';
import { nothingLost } from './nothing-lost.ts';
import { onTime } from './on-time.ts';
import { oneAlert } from './one-alert.ts';
import { outAtMostOne } from './out-at-most-one.ts';
import { paged } from './paged.ts';
import { smsOnce } from './sms-once.ts';
import { roundsEnd } from './rounds-end.ts';
import { cancelOfTier1 } from './cancel-of-tier-1.ts';
import { failedCostsNoWait } from './failed-costs-no-wait.ts';
import { pressAgain } from './press-again.ts';
import { declined } from './declined.ts';
import { onceAnInvocation } from './once-an-invocation.ts';
import { timelineTrue } from './timeline-true.ts';

/** What must hold in every life. */
export const invariants = {
  'every due responder is paged': paged,
  'the alarm stands': alarmed,
  'tier 1 reaches the certified': certified,
  'no step once it is taken': acknowledged,
  'one SMS a step, one more a fault': smsOnce,
  'one alert a reporter and trip': oneAlert,
  'nothing said is lost': nothingLost,
  'the timeline is true': timelineTrue,
  'no step before it is due': onTime,
  'one service out, and paged at once': outAtMostOne,
  'a policy bounds its rounds': roundsEnd,
  'a cancel never stops tier 1': cancelOfTier1,
  'a failed step costs no wait': failedCostsNoWait,
  'a press again brings help sooner': pressAgain,
  'who declines is not waited for': declined,
  'one pager pages once a step': onceAnInvocation,
} satisfies Record<string, Invariant>;

export type InvariantName = keyof typeof invariants;
