import type { Alert } from '../../../lambdas/domain/alert.ts';

export type FunctionName = 'press' | 'reporter' | 'pager' | 'responder' | 'sweeper';

/** Time-outs as they are deployed (ms). */
export const timeoutOf: Readonly<Record<FunctionName, number>> = {
  press: 15_000,
  reporter: 15_000,
  pager: 30_000,
  responder: 15_000,
  sweeper: 45_000,
};

/** One invocation. Once it is dead, nothing that it awaits ever comes back. */
export class Worker {
  readonly fn: FunctionName;
  readonly id: number;
  /** How far its clock is ahead (ms). */
  readonly skew: number;
  alive = true;
  /** One of its calls failed. */
  troubled = false;
  private readonly onDeath: () => void;

  constructor(of: { fn: FunctionName; id: number; skew: number }, onDeath: () => void) {
    this.fn = of.fn;
    this.id = of.id;
    this.skew = of.skew;
    this.onDeath = onDeath;
  }

  die(): void {
    if (!this.alive) return;
    this.alive = false;
    this.onDeath();
  }
}

/** One message or request that a worker handles; a pager may have several at once. */
export interface Task {
  worker: Worker;
  /** The alert as the table had it when the task began. */
  began?: Alert;
  /** The alert as the pager read it, or where it could not, as the message carried it. */
  read?: Alert;
  /** The table did not answer, so nobody can know whether the alert was taken. */
  blind?: boolean;
  /** The queue alone has the alert, so that nobody can have taken it. */
  kept?: boolean;
  /** Whom SNS said it has sent an SMS to. */
  sentTo: string[];
}
