import type { ActPorts } from '../../../lambdas/act.ts';
import type { Hint } from '../../../lambdas/domain/escalation.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import type { PagerPorts } from '../../../lambdas/pager/page.ts';
import type { AlertStore, Clock, SmsResult, Telemetry } from '../../../lambdas/ports.ts';
import type { ReportPorts } from '../../../lambdas/reporter/report.ts';
import type { SweeperPorts } from '../../../lambdas/sweeper/sweep.ts';
import { knownOf } from './cast.ts';
import type { Fault } from './faults.ts';
import type { World } from './world.ts';
import type { Task } from './worker.ts';

/** What each function is built with, as its handler does it, for one task of one worker. */

export function reporterPorts(world: World, task: Task): ReportPorts {
  return {
    ...common(world, task),
    said: {
      keep: (said) => world.calls.make(task, 'keep', () => world.table.keep(said)),
    },
    newLinkKey: () => String(Math.floor(world.random() * 1e9)).padStart(43, 'k'),
    retention: 365 * 86_400_000,
  };
}

export function responderPorts(world: World, task: Task): ActPorts {
  return { ...common(world, task), workload: { noteTaken: async () => {} } };
}

export function pagerPorts(
  world: World,
  task: Task,
  { rounds, lastSeen }: { rounds: number; lastSeen: PagerPorts['lastSeen'] },
): PagerPorts {
  const known = knownOf(world.life.cast);
  const base = common(world, task, rounds + 1);
  return {
    ...base,
    store: {
      ...base.store,
      loadForPaging: async (alertId) => {
        task.blind = true;
        const alert = await world.calls.make(task, 'loadForPaging', () =>
          world.table.load(alertId),
        );
        task.blind = false;
        task.read = alert ?? task.read;
        return { alert, ...known };
      },
    },
    sms: {
      publish: async (phone, text) => {
        const sms = { phone, text };
        const publish = (fault?: Fault) => world.publish(task, sms, fault);
        const result = await world.calls.make<SmsResult>(task, 'sms', publish, {
          instead: 'pending',
        });
        return world.heard(task, sms, result);
      },
    },
    topic: { publish: () => world.calls.make(task, 'topic', () => {}) },
    lastSeen,
    linkBase: 'https://siaga.example',
  };
}

export function sweeperPorts(world: World, task: Task): SweeperPorts {
  const { table } = world;
  return {
    ...common(world, task),
    store: {
      overdue: (tier, before, limit) =>
        world.calls.make(task, 'overdue', () => table.overdue(tier, before, limit), {
          matters: table.overdue(tier, before, limit).length > 0,
        }),
    },
  };
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
