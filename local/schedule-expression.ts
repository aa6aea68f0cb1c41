import { lastOf } from './arns.ts';
import type { Properties, Template } from './template.ts';

export interface Schedule {
  functionId: string;
  everyMs: number;
  /** What the function gets, where the template says so. */
  input?: unknown;
}

/** The schedules of EventBridge's rules and of its Scheduler that are switched on. */
export function readSchedules(template: Template): Schedule[] {
  const rules = template
    .ofType('AWS::Events::Rule')
    .flatMap(({ properties }) =>
      (properties.Targets as Properties[]).map((target) => read(properties, target)),
    );
  const schedules = template
    .ofType('AWS::Scheduler::Schedule')
    .map(({ properties }) => read(properties, properties.Target));
  return [...rules, ...schedules].filter((one) => one !== undefined);
}

function read(properties: Properties, target: Properties): Schedule | undefined {
  if (properties.State === 'DISABLED') return undefined;
  return {
    functionId: lastOf(target.Arn, ':'),
    everyMs: readRate(properties.ScheduleExpression),
    ...(target.Input !== undefined && { input: JSON.parse(target.Input) as unknown }),
  };
}

/** `rate(5 minutes)` in milliseconds; an error for every other kind of expression. */
export function readRate(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
  if (count === undefined || unit === undefined) {
    throw new Error(`the schedule ${expression} is not understood here: rate(N minutes) is`);
  }
  return Number(count) * units[unit]!;
}
