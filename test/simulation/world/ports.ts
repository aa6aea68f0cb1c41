import type { ActPorts } from '../../../lambdas/act.ts';
import type { Said } from '../../../lambdas/domain/case.ts';
import type { Hint } from '../../../lambdas/domain/escalation.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { PagerPorts } from '../../../lambdas/pager/page.ts';
import type { Outage } from '../../../lambdas/outage.ts';
import { type CallPager, pastTheQueue } from '../../../lambdas/past-the-queue.ts';
import type { AlertStore, Clock, Sms, SmsResult, Telemetry } from '../../../lambdas/ports.ts';
import type { ReportPorts } from '../../../lambdas/reporter/report.ts';
import type { SweeperPorts } from '../../../lambdas/sweeper/sweep.ts';
import { twoRegions } from '../../../lambdas/two-regions.ts';
import { knownOf } from './cast.ts';
import type { Fault } from './faults.ts';
import type { World } from './world.ts';
import type { Task } from './worker.ts';

/** What each function is built with, as its handler does it, for one task of one worker. */

export function reporterPorts(world: World, task: Task): ReportPorts {
  return {
    ...sender(world, task),
    ...sealed(world, task),
    newLinkKey: () => String(Math.floor(world.random() * 1e9)).padStart(43, 'k'),
    retention: 365 * 86_400_000,
  };
}

export function responderPorts(world: World, task: Task): ActPorts {
  const { team, policy } = knownOf(world.life.cast);
  const version = <Document>(document?: Document) => document && { version: 1, document };
  return {
    ...sender(world, task),
    workload: { noteTaken: async () => {} },
    documents: {
      loadTeam: async () => version(team),
      loadPolicy: async () => version(policy),
    },
  };
}

export function pagerPorts(
  world: World,
  task: Task,
  { rounds, machine }: { rounds: number; machine: Machine },
): PagerPorts {
  const known = knownOf(world.life.cast);
  const base = common(world, task, rounds + 1);
  const region = (port: 'sms' | 'sms elsewhere'): Sms => ({
    publish: (phone, text) => {
      const publish = (fault?: Fault) => world.publish(task, { phone, text }, fault);
      return world.calls.make<SmsResult>(task, port, publish, { instead: 'pending' });
    },
  });
  const sms = twoRegions([region('sms'), region('sms elsewhere')], {
    outage: machine.snsOut,
    fellOver: () => {},
  });
  return {
    ...base,
    ...sealed(world, task),
    store: {
      ...base.store,
      loadForPaging: async (alertId, tier) => {
        task.blind = true;
        const { alert, pace } = await world.calls.make(task, 'loadForPaging', () => ({
          alert: world.table.load(alertId),
          pace: world.table.pace(tier),
        }));
        task.blind = false;
        task.read = alert ?? task.read;
        return { alert, ...known, pace };
      },
    },
    sms: {
      publish: async (phone, text) =>
        world.heard(task, { phone, text }, await sms.publish(phone, text)),
    },
    pace: {
      loadPace: (tier) => world.calls.make(task, 'loadPace', () => world.table.pace(tier)),
      savePace: (tier, pace) =>
        world.calls.make(task, 'savePace', () => world.table.savePace(tier, pace)),
    },
    newKey: () => String(Math.floor(world.random() * 1e9)).padStart(43, 'q'),
    topic: { publish: () => world.calls.make(task, 'topic', () => {}) },
    lastSeen: machine.lastSeen,
    repeats: machine.repeats,
    pressure: machine.pressure,
    linkBase: 'https://siaga.example',
  };
}

export function sweeperPorts(world: World, task: Task): SweeperPorts {
  const { table } = world;
  return {
    ...sender(world, task),
    store: {
      overdue: (tier, before, limit) =>
        world.calls.make(task, 'overdue', () => table.overdue(tier, before, limit), {
          matters: table.overdue(tier, before, limit).length > 0,
        }),
    },
  };
}

/** What a machine that runs pagers remembers from one run to the next. */
export interface Machine {
  lastSeen: PagerPorts['lastSeen'];
  repeats: PagerPorts['repeats'];
  snsOut: Outage;
  pressure: PagerPorts['pressure'];
}

/** Where words lie. */
function sealed(world: World, task: Task) {
  return {
    said: {
      keep: (said: Said) => world.calls.make(task, 'keep', () => world.table.keep(said)),
    },
    // What reports answer is not simulated: they tell nothing but words.
    cases: { load: async () => undefined, save: async () => true },
    scripts: { loadScript: async () => undefined },
  };
}

/** What all have that may call a pager past its queue. */
function sender(world: World, task: Task) {
  const base = common(world, task);
  const call: CallPager = (tier, hint) =>
    world.calls.make(task, 'call', (fault) => world.callPager(tier, hint, fault));
  const outage = world.queueOut(task.worker.fn);
  const { telemetry } = base;
  return { ...base, queue: pastTheQueue(base.queue, call, { outage, telemetry }) };
}

function common(world: World, task: Task, rounds = 1) {
  const { table, calls } = world;
  const store: AlertStore = {
    create: (alert) => calls.make(task, 'create', () => world.write(task, alert, 'create')),
    load: (alertId) => calls.make(task, 'load', () => table.load(alertId)),
    save: (alert) => calls.make(task, 'save', () => world.write(task, alert, 'save')),
  };
  const clock: Clock = { now: () => Math.round(world.time.now) + task.worker.skew };
  const telemetry: Telemetry = {
    count: (metric, _tier, value = 1) => world.alarms.count(metric, value),
    note: () => {},
    fail: (message) => world.trace?.(`${task.worker.fn} ${task.worker.id} says: ${message}`),
  };
  return {
    store,
    queue: {
      send: (tier: Tier, hint: Hint, delaySeconds: number) =>
        calls.make(task, 'send', (fault) =>
          world.queues.send({ tier, hint, delaySeconds, rounds }, fault),
        ),
    },
    clock,
    telemetry,
  };
}
