import type { Alert, Press } from '../../lambdas/domain/alert.ts';
import type { Hint } from '../../lambdas/domain/escalation.ts';
import type { Tier } from '../../lambdas/domain/policy.ts';
import type { Action, Refusal } from '../../lambdas/domain/response.ts';
import type { SmsResult } from '../../lambdas/ports.ts';
import type { World } from './world/world.ts';
import type { Task } from './world/worker.ts';

/** A version of an alert came to lie in the table; `over` what lay there. */
export interface Stored {
  task?: Task;
  over?: Alert;
  alert: Alert;
}

/** SNS was asked for an SMS. */
export interface Asked {
  task: Task;
  alertId: string;
  responderId: string;
  text: string;
  /** It reaches a phone. */
  arrives: boolean;
}

/** SNS was asked for a digest. */
export interface Digested {
  tier: Tier;
  responderId: string;
  arrives: boolean;
}

/** A pager heard what came of an SMS. */
export interface Heard {
  task: Task;
  alertId: string;
  responderId: string;
  result: SmsResult;
}

/** A reporter was answered. */
export interface Answered {
  task?: Task;
  alertId: string;
  reporter: string;
  trip?: string;
  kind: 'press' | 'report' | 'cancel';
  /** Names the press among those of its reporter. */
  id: string;
  press: Press;
  /** The words that came with it. */
  words?: string;
}

/** A responder was answered. */
export interface Done {
  alertId: string;
  responderId: string;
  action: Action;
  refused?: Refusal;
}

/** Looks on while a life goes by. */
export interface Watcher {
  stored?(change: Stored): void;
  asked?(sms: Asked): void;
  heard?(sms: Heard): void;
  digested?(sms: Digested): void;
  answered?(answer: Answered): void;
  done?(done: Done): void;
  /** A pager is done with a message, and deletes it. */
  paged?(task: Task, hint: Hint): void;
  end?(): void;
}

/** One thing that must hold; `broken` says that it did not, and how. */
export type Invariant = (world: World, broken: (how: string) => void) => Watcher;
