import type { Alert } from '../../../lambdas/domain/alert.ts';
import { Throttle } from '../../../local/throttle.ts';
import { readLinkToken, readQueueToken } from '../../../lambdas/domain/link.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { Hint } from '../../../lambdas/domain/escalation.ts';
import { Outage } from '../../../lambdas/outage.ts';
import type { SmsResult } from '../../../lambdas/ports.ts';
import type { Life } from '../life.ts';
import type { Watcher } from '../watch.ts';
import { Alarms } from './alarms.ts';
import { Calls, type Travel } from './calls.ts';
import { personId } from './cast.ts';
import type { Fault, FaultAt, Service } from './faults.ts';
import { type Delivery, mostAtOnce, Queues } from './queues.ts';
import { mulberry32 } from './random.ts';
import { Table } from './table.ts';
import { Time } from './time.ts';
import { Troubles } from './troubles.ts';
import { type FunctionName, type Task, timeoutOf, Worker } from './worker.ts';

export const start = Date.parse('2026-03-01T20:12:00Z');

export type Outcome<Value> = { value: Value } | { error: unknown } | 'died';

export interface WorldOptions {
  faultAt: FaultAt;
  trace?: (line: string) => void;
  /** How long calls take and who comes first; at random where it is absent. */
  travel?: Travel;
  /** Batches of each tier that Lambda runs at once; as many as deployed where it is absent. */
  batchesAtOnce?: number;
}

/** Everything around the use cases: table, queues, phones, alarms, clocks, and what goes wrong. */
export class World {
  readonly life: Life;
  readonly time = new Time(start);
  readonly random: () => number;
  readonly table: Table;
  readonly queues: Queues;
  readonly calls: Calls;
  readonly alarms = new Alarms();
  readonly trace?: (line: string) => void;
  readonly watchers: Watcher[] = [];
  readonly troubles = new Troubles(this.time);
  /** When something last came from outside: trouble, or what somebody did (epoch ms). */
  stirredAt = start;
  /** Who hears it when an SMS arrives. */
  onSms: (person: number, link: string) => void = () => {};
  /** Who takes what comes out of a queue. */
  onMessages: (tier: Tier, batch: Delivery[], done: () => void) => void = () => {};
  private readonly throttle: Throttle;
  private workers = 0;
  private readonly queuesOut = new Map<FunctionName, Outage>();

  constructor(life: Life, options: WorldOptions) {
    this.life = life;
    this.random = mulberry32(life.chance);
    this.throttle = new Throttle(life.smsPerSecond);
    const { trace, batchesAtOnce: most } = options;
    this.trace = trace && ((line) => trace(`${this.clock()} ${line}`));
    this.table = new Table((change) => this.time.after(this.random() * 1_000, change));
    this.calls = new Calls(this, {
      faultAt: options.faultAt,
      travel: options.travel ?? ((arrive) => this.time.after(1 + this.random() * 40, arrive)),
    });
    this.queues = new Queues({
      time: this.time,
      random: this.random,
      stopsLoops: life.stopsLoops,
      atOnce: most === undefined ? mostAtOnce : { 1: most, 2: most, 3: most },
      outUntil: () => this.outUntil('queue', 'pager'),
      deliver: (tier, batch, done) => this.onMessages(tier, batch, done),
      onSkip: (what) => this.skip(what),
    });
  }

  /** Runs a function until it is done, throws, dies, or its time is up. */
  invoke<Value>(
    fn: FunctionName,
    body: (worker: Worker) => Promise<Value>,
    then: (outcome: Outcome<Value>) => void,
  ): void {
    if (fn !== 'pager' && fn !== 'sweeper') this.stirredAt = this.time.now;
    const skew = this.life.skew * 1000 * (Math.floor(this.random() * 3) - 1);
    const worker = new Worker({ fn, id: (this.workers += 1), skew }, () => then('died'));
    let running = true;
    const finish = (outcome: Outcome<Value>) => {
      running = false;
      if (worker.alive) then(outcome);
    };
    body(worker).then(
      (value) => finish({ value }),
      (error: unknown) => finish({ error }),
    );
    this.time.after(timeoutOf[fn], () => running && worker.die());
  }

  /** Stores an alert as the adapters do, and shows it to whoever watches. */
  write(task: Task | undefined, alert: Alert, how: 'create' | 'save'): boolean {
    const over = this.table.truth(alert.alertId);
    const written = this.table[how](alert);
    if (!written) return false;
    if (task?.read !== undefined) task.read = alert;
    this.trace?.(`stored version ${alert.version}: ${brief(alert)}`);
    for (const one of this.watchers) one.stored?.({ task, over, alert });
    return true;
  }

  /** What a function remembers of a queue that failed. */
  queueOut(fn: FunctionName): Outage {
    const known = this.queuesOut.get(fn) ?? new Outage(this.time.clock);
    this.queuesOut.set(fn, known);
    return known;
  }

  /** What Lambda does with a call of a pager: it runs it soon, and never again. */
  callPager(tier: Tier, hint: Hint, fault?: Fault): void {
    if (fault === 'lost') return;
    const delay = fault === 'late' ? 45_000 : 0;
    const event = JSON.stringify(hint);
    for (let times = fault === 'doubled' ? 2 : 1; times > 0; times -= 1) {
      const delivery = { hint: JSON.parse(event) as Hint, rounds: 1, delete: () => {} };
      this.time.after(delay + 2 + this.random() * 100, () =>
        this.onMessages(tier, [delivery], () => {}),
      );
    }
  }

  /** What SNS does with an SMS. */
  publish(task: Task, sms: { phone: string; text: string }, fault?: Fault): SmsResult {
    if (this.throttle.isFull(this.time.now)) return 'pending';
    const { person, responderId, alertId, digestOf } = readSms(sms);
    const accepted = fault !== 'refused' && this.life.cast.people[person]?.number === 'fine';
    const arrives = accepted && fault !== 'silent' && !this.life.spent;
    this.trace?.(`SMS to ${responderId}${arrives ? '' : ' does not arrive'}`);
    if (digestOf !== undefined) {
      for (const one of this.watchers) one.digested?.({ tier: digestOf, responderId, arrives });
      return accepted ? 'sent' : 'failed';
    }
    const asked = { task, alertId, responderId, text: sms.text, arrives };
    for (const one of this.watchers) one.asked?.(asked);
    if (arrives) this.onSms(person, sms.text.slice(-46));
    return accepted ? 'sent' : 'failed';
  }

  /** What the pager hears of it. */
  heard(task: Task, sms: { phone: string; text: string }, result: SmsResult): SmsResult {
    const { responderId, alertId, digestOf } = readSms(sms);
    if (digestOf !== undefined) return result;
    if (result === 'sent') task.sentTo.push(responderId);
    for (const one of this.watchers) one.heard?.({ task, alertId, responderId, result });
    return result;
  }

  /** Something went wrong. */
  trouble(what: Fault | 'left out'): void {
    this.troubles.add(what);
    this.stirredAt = this.time.now;
  }

  /** Something does not happen that might have been needed. */
  skip(what: string): void {
    this.trace?.(`left out: ${what}`);
    this.trouble('left out');
  }

  /** Until when a function cannot reach a service (epoch ms); 0 where it can. */
  outUntil(service: Service, fn: FunctionName): number {
    if (this.life.outages.length === 0) return 0;
    const seconds = (this.time.now - start) / 1000;
    const ends = this.life.outages
      .filter((one) => one.of === service && (one.only ?? fn) === fn && one.from <= seconds)
      .map((one) => start + (one.from + one.seconds) * 1000);
    return Math.max(0, ...ends.filter((end) => end > this.time.now));
  }

  /** When a service was last back from an outage (epoch ms). */
  lastBack(service: Service): number {
    const ends = this.life.outages
      .filter((one) => one.of === service && one.only === undefined)
      .map((one) => start + (one.from + one.seconds) * 1000);
    return Math.max(-Infinity, ...ends.filter((end) => end <= this.time.now));
  }

  private clock(): string {
    return ((this.time.now - start) / 1000).toFixed(3).padStart(8);
  }
}

/** A person's number ends in their index, and the text in the link. */
function readSms({ phone, text }: { phone: string; text: string }) {
  const person = Number(phone.slice(-1));
  const [, kind, token = ''] = /\/([pq])\/([\w-]+)$/.exec(text) ?? [];
  const digestOf = kind === 'q' ? readQueueToken(token)!.tier : undefined;
  const alertId = kind === 'p' ? readLinkToken(token)!.alertId : '';
  return { person, responderId: personId(person), alertId, digestOf };
}

function brief({ status, tier, hop, turn, dueAt, owner, timeline }: Alert): string {
  const due = dueAt === undefined ? 'nothing due' : `due ${(dueAt - start) / 1000}`;
  const last = timeline.at(-1);
  return [
    `tier ${tier} ${status}`,
    owner === undefined ? '' : `owner ${owner.responderId}`,
    `hop ${hop} turn ${turn} ${due}`,
    `last: ${last?.what} ${last?.by ?? ''}`,
  ]
    .filter(Boolean)
    .join(', ');
}
