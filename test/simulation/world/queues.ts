import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Said } from '../../../lambdas/domain/case.ts';
import type { Hint } from '../../../lambdas/domain/escalation.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { Fault } from './faults.ts';
import type { Time } from './time.ts';

/** As deployed: six times the pager's time-out (ms), tries before the dead-letter queue, batches. */
const visibilityTimeout = 180_000;
const mostReceives = 5;
const batchSize = 5;
/** So many batches at once, where Lambda runs as many. */
export const mostAtOnce: Readonly<Record<Tier, number>> = { 1: 100, 2: 40, 3: 40 };
/** Pollers look at no more messages than this for what goes into a batch. */
const lookedAt = 64;
/** AWS stops a message that has gone round so often, unless the function allows it. */
const loopStop = 16;

interface Message {
  body: string;
  /** How many times what it descends from went through a pager. */
  rounds: number;
  carries: boolean;
  receives: number;
  visibleAt: number;
  deleted: boolean;
}

export interface Delivery {
  hint: Hint;
  rounds: number;
  /** It is done with; else it comes back once its time of invisibility is over. */
  delete: () => void;
}

export interface QueueRules {
  time: Time;
  random: () => number;
  /** Whether AWS stops loops. */
  stopsLoops: boolean;
  /** Batches of a tier that Lambda runs at once. */
  atOnce: Readonly<Record<Tier, number>>;
  /** Until when nothing comes out of a queue (epoch ms). */
  outUntil: () => number;
  /** `done` once the pager is through with the batch, or dead. */
  deliver: (tier: Tier, batch: Delivery[], done: () => void) => void;
  /** Something is not delivered that may have been needed. */
  onSkip: (what: string) => void;
}

/** Three queues: delays, at least once, no order, invisible while it is handled, dead letters. */
export class Queues {
  deadLetters = 0;
  /** How many messages carry an alert, or words, that the table did not take. */
  carrying = 0;
  private readonly waiting: Record<Tier, Set<Message>> = {
    1: new Set(),
    2: new Set(),
    3: new Set(),
  };
  private readonly running: Record<Tier, number> = { 1: 0, 2: 0, 3: 0 };
  /** What came out while all pagers were busy. */
  private readonly blocked: Record<Tier, Set<Message>> = {
    1: new Set(),
    2: new Set(),
    3: new Set(),
  };
  private readonly rules: QueueRules;

  constructor(rules: QueueRules) {
    this.rules = rules;
  }

  send(of: { tier: Tier; hint: Hint; delaySeconds: number; rounds: number }, fault?: Fault): void {
    const { tier, hint, rounds } = of;
    if (of.delaySeconds > 900)
      throw new Error(`SQS delays by at most 900 s, not ${of.delaySeconds}`);
    // A queue keeps what it has accepted; this one stands for a message that nothing depends on.
    if (fault === 'lost' && hint.alert === undefined && hint.said === undefined) return;
    if (this.rules.stopsLoops && rounds > loopStop) {
      this.deadLetters += 1;
      return this.rules.onSkip('a message that went round 16 times');
    }
    const delay = fault === 'early' ? 0 : of.delaySeconds + (fault === 'late' ? 45 : 0);
    const body = JSON.stringify(hint);
    this.put(tier, body, rounds, delay);
    if (fault === 'doubled') this.put(tier, body, rounds, delay);
  }

  /** The versions of an alert that messages carry. */
  carried(alertId: string): Alert[] {
    return this.carriers(alertId).flatMap(({ alert }) => alert ?? []);
  }

  /** The words of an alert that messages hold. */
  said(alertId: string): Said[] {
    return this.carriers(alertId).flatMap(({ said }) => said ?? []);
  }

  private carriers(alertId: string): Hint[] {
    if (this.carrying === 0) return [];
    return [...this.waiting[1], ...this.waiting[2], ...this.waiting[3]]
      .map((message) => JSON.parse(message.body) as Hint)
      .filter((hint) => hint.alertId === alertId);
  }

  private put(tier: Tier, body: string, rounds: number, delaySeconds: number): void {
    const visibleAt = this.rules.time.now + delaySeconds * 1000;
    const carries = body.includes('"alert":') || body.includes('"said":');
    const message = { body, rounds, carries, receives: 0, visibleAt, deleted: false };
    this.waiting[tier].add(message);
    if (carries) this.carrying += 1;
    this.pollAt(visibleAt, tier, message);
  }

  /** Pollers come by at random, so that what was sent first may be taken last. */
  private pollAt(at: number, tier: Tier, message: Message): void {
    const { time, random } = this.rules;
    const { visibleAt } = message;
    time.at(at + 2 + random() * 100, () => this.poll(tier, message, visibleAt));
  }

  private poll(tier: Tier, message: Message, visibleAt: number): void {
    const { time, outUntil, deliver } = this.rules;
    this.blocked[tier].delete(message);
    // Taken in another's batch meanwhile.
    if (message.deleted || message.visibleAt !== visibleAt) return;
    if (outUntil() > time.now) {
      this.rules.onSkip('a message, as the queue is out');
      return this.pollAt(outUntil(), tier, message);
    }
    if (this.running[tier] >= this.rules.atOnce[tier]) {
      this.blocked[tier].add(message);
      return;
    }
    const taken = this.batchWith(tier, message).filter((one) => this.receive(tier, one));
    if (taken.length === 0) return;
    this.running[tier] += 1;
    const deliveries = taken.map((one) => this.delivery(tier, one));
    deliver(tier, deliveries, () => {
      this.running[tier] -= 1;
      this.goOn(tier);
    });
  }

  /** What found all pagers busy has its turn. */
  private goOn(tier: Tier): void {
    for (const message of this.blocked[tier]) {
      if (this.running[tier] >= this.rules.atOnce[tier]) return;
      this.poll(tier, message, message.visibleAt);
    }
  }

  /** What has waited for a pager fills the batch first, and then whatever is found. */
  private batchWith(tier: Tier, message: Message): Message[] {
    const batch = [message];
    for (const one of this.blocked[tier]) {
      if (batch.length === batchSize) return batch;
      if (one !== message) batch.push(one);
    }
    let looked = 0;
    for (const one of this.waiting[tier]) {
      if (batch.length === batchSize || (looked += 1) > lookedAt) break;
      if (!batch.includes(one) && one.visibleAt <= this.rules.time.now) batch.push(one);
    }
    return batch;
  }

  private receive(tier: Tier, message: Message): boolean {
    this.blocked[tier].delete(message);
    message.receives += 1;
    if (message.receives > mostReceives) {
      this.remove(tier, message);
      this.deadLetters += 1;
      return false;
    }
    message.visibleAt = this.rules.time.now + visibilityTimeout;
    this.pollAt(message.visibleAt, tier, message);
    return true;
  }

  private delivery(tier: Tier, message: Message): Delivery {
    const hint = JSON.parse(message.body) as Hint;
    return { hint, rounds: message.rounds, delete: () => this.remove(tier, message) };
  }

  private remove(tier: Tier, message: Message): void {
    if (message.deleted) return;
    message.deleted = true;
    if (message.carries) this.carrying -= 1;
    this.waiting[tier].delete(message);
    this.blocked[tier].delete(message);
  }
}
