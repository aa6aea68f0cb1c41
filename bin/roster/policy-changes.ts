import type { EscalationPolicy, PolicyStep } from '../../lambdas/domain/policy.ts';
import { type Change, fieldChanges } from './compare.ts';
import { anyValue, duration } from './words.ts';

export function policyChanges(before: EscalationPolicy, after: EscalationPolicy): Change[] {
  const details = fieldChanges(before, after, {
    steps: (was, is) => [`steps: ${stepsWords(was)} → ${stepsWords(is)}`],
    repeat: (was, is) => fieldChanges(was, is, repeatWords),
    acknowledgeTimeoutSeconds: (was, is) => [
      `back to paging without progress for ${duration(was)} → ${duration(is)}`,
    ],
    requiredCourses: (was, is) => [`courses asked for: ${courses(was)} → ${courses(is)}`],
    takenPerWeek: (was, is) => [
      `alerts a week before others are asked first: ${limit(was)} → ${limit(is)}`,
    ],
  });
  return details.length === 0 ? [] : [{ sign: '~', says: 'escalation policy', details }];
}

type Repeat = EscalationPolicy['repeat'];

const repeatWords = {
  rounds: (was: Repeat['rounds'], is: Repeat['rounds']) => [
    `rounds ${was ?? 'until somebody answers'} → ${is ?? 'until somebody answers'}`,
  ],
  from: (was?: number, is?: number) => [`later rounds begin with step ${nth(was)} → ${nth(is)}`],
  waitSeconds: seconds('wait in later rounds'),
  slowAfterSeconds: seconds('an alert is old after'),
  slowWaitSeconds: seconds('wait in later rounds of an old alert'),
};

function seconds(what: string) {
  return (was?: number, is?: number) => [`${what} ${wait(was)} → ${wait(is)}`];
}

function wait(value: number | undefined): string {
  return value === undefined ? 'not set' : duration(value);
}

/** People count steps from 1; where nothing is said, the first is meant. */
function nth(index: number | undefined): string {
  return index === undefined ? 'not set' : String(index + 1);
}

function stepsWords(steps: PolicyStep[]): string {
  return steps.map(({ page, waitSeconds }) => `${page} ${duration(waitSeconds)}`).join(', ');
}

function courses(value: string[] | undefined): string {
  return value === undefined ? 'those of the tier' : anyValue(value);
}

function limit(value: number | undefined): string {
  return value === undefined ? 'no limit' : String(value);
}
