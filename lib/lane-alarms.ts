import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { defaultPolicies, type Tier } from '../lambdas/domain/policy.ts';
import { everyMinute, SiagaAlarm } from './siaga-alarm.ts';
import type { SiagaFunction } from './siaga-function.ts';

export interface LaneAlarmsProps {
  tier: Tier;
  queue: Queue;
  deadLetters: Queue;
  pager: SiagaFunction;
  /** Of the mapping that feeds the pager; it must publish `EventCount` metrics. */
  eventSourceId: string;
  notify: ITopic;
}

const latest = { period: Duration.minutes(1), statistic: 'Maximum' };

/** What keeps a tier from paging, and what it says when nobody answers. */
export class LaneAlarms extends Construct {
  constructor(scope: Construct, id: string, props: LaneAlarmsProps) {
    super(scope, id);
    const { tier, queue, deadLetters, pager, notify } = props;
    const counted = (metricName: string) =>
      new Metric({
        namespace: 'Siaga',
        metricName,
        dimensionsMap: { service: 'siaga', tier: String(tier) },
        ...everyMinute,
      });

    new SiagaAlarm(this, 'Unanswered', {
      notify,
      metric: counted('AlertUnanswered'),
      threshold: 1,
      standsForPeriods: minutesBetweenRounds(tier) + 5,
      impact: `Somebody called for help and nobody of tier ${tier} has answered.`,
      runbook: 'Alert unanswered',
    });
    new SiagaAlarm(this, 'NobodyOnCall', {
      notify,
      metric: counted('NobodyOnCall'),
      threshold: 1,
      standsForPeriods: minutesBetweenRounds(tier) + 5,
      impact: `A call for help found nobody qualified on call in tier ${tier}; only the lead was paged, if there is one.`,
      runbook: 'Nobody on call',
    });
    new SiagaAlarm(this, 'PagesFailed', {
      notify,
      metric: counted('PagesFailed').with({ period: Duration.minutes(5) }),
      threshold: 3,
      impact: `SMS to responders of tier ${tier} do not go out, so people wait for the next step.`,
      runbook: 'Pages failed',
    });
    new SiagaAlarm(this, 'PagesFellOver', {
      notify,
      metric: counted('PagesFellOver'),
      threshold: 1,
      impact: `SMS to responders of tier ${tier} go out through the second region alone; if that fails too, nobody is reached.`,
      runbook: 'Pages fell over',
    });
    new SiagaAlarm(this, 'ErasureRequested', {
      notify,
      metric: counted('ErasureRequested'),
      threshold: 1,
      impact: `Somebody who called for help in tier ${tier} wishes their words erased, which the law gives them within 3 x 24 hours and a supervisor has to do.`,
      runbook: 'Erasure requested',
    });
    new SiagaAlarm(this, 'QueueBypassed', {
      notify,
      // Lambda's own count of asynchronous events holds the lane's schedule too.
      metric: counted('QueueBypassed'),
      threshold: 1,
      impact: `The queue of tier ${tier} is out: first pages go out at once, every later step up to a minute late.`,
      runbook: 'Queue bypassed',
    });
    new SiagaAlarm(this, 'DeadLetters', {
      notify,
      metric: deadLetters.metricApproximateNumberOfMessagesVisible(latest),
      threshold: 1,
      impact: `An alert of tier ${tier} could not be paged five times in a row; only the sweeper still tries.`,
      runbook: 'Dead letters',
    });
    new SiagaAlarm(this, 'Waiting', {
      notify,
      // The messages of later steps lie in the queue for minutes on purpose: what is old counts
      // only while something is ready to be taken and nobody takes it.
      metric: new MathExpression({
        expression: 'IF(ready > 0, age, 0)',
        usingMetrics: {
          ready: queue.metricApproximateNumberOfMessagesVisible(latest),
          age: queue.metricApproximateAgeOfOldestMessage(latest),
        },
        label: 'Age of the oldest message while messages are ready (s)',
        period: Duration.minutes(1),
      }),
      threshold: tier === 1 ? 30 : 120,
      periods: 2,
      impact: `Alerts of tier ${tier} wait in the queue before anybody is paged.`,
      runbook: 'Queue waiting',
    });
    new SiagaAlarm(this, 'PagerErrors', {
      notify,
      metric: pager.metricErrors(everyMinute),
      threshold: 1,
      impact: `Pages of tier ${tier} are late: the pager crashes or runs out of time, and tries again.`,
      runbook: 'Pager errors',
    });
    new SiagaAlarm(this, 'PagesNotTaken', {
      notify,
      // A pager that hands messages back has not failed for Lambda; its event source counts them.
      metric: new Metric({
        namespace: 'AWS/Lambda',
        metricName: 'FailedInvokeEventCount',
        dimensionsMap: { EventSourceMappingUUID: props.eventSourceId },
        ...everyMinute,
      }),
      threshold: 1,
      impact: `Pages of tier ${tier} are late: single alerts fail in the pager and are tried again.`,
      runbook: 'Pages not taken',
    });
    new SiagaAlarm(this, 'PagerThrottled', {
      notify,
      metric: pager.metricThrottles(everyMinute),
      threshold: 1,
      periods: 2,
      impact: `Pages of tier ${tier} are late: the account has no room left to run the pager.`,
      runbook: 'Pager throttled',
    });
  }
}

/**
 * An alert that nobody takes says so at every step from the second round on, so an alarm that
 * stands longer than the longest wait stands until it is taken. A policy that was replaced through
 * the API by one with longer waits makes it pause in between.
 */
function minutesBetweenRounds(tier: Tier): number {
  const { steps, repeat } = defaultPolicies[tier];
  const waits = [
    ...steps.map((step) => repeat.waitSeconds ?? step.waitSeconds),
    repeat.slowWaitSeconds ?? 0,
  ];
  return Math.ceil(Math.max(...waits) / 60);
}
