import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlertTable } from './alert-table.ts';
import { everyMinute, SiagaAlarm } from './siaga-alarm.ts';
import { SiagaFunction } from './siaga-function.ts';

export interface SweeperProps {
  alerts: AlertTable;
  queues: { environment: Record<string, string>; sendTo: PolicyStatement[] };
  alarms: ITopic;
}

/** The safety net: every minute it puts back in its queue whatever is overdue. */
export class Sweeper extends Construct {
  constructor(scope: Construct, id: string, props: SweeperProps) {
    super(scope, id);
    const sweeper = new SiagaFunction(this, 'Sweeper', {
      folder: 'sweeper',
      description: 'Puts overdue alerts back in their queues, every minute',
      timeout: Duration.seconds(45),
      environment: { TABLE_NAME: props.alerts.table.tableName, ...props.queues.environment },
      permissions: [...props.alerts.dueAlerts(), ...props.queues.sendTo],
    });
    new Rule(this, 'EveryMinute', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [new LambdaFunction(sweeper, { retryAttempts: 0 })],
    });
    new SiagaAlarm(this, 'HeartbeatAlarm', {
      notify: props.alarms,
      metric: sweeper.metricInvocations(everyMinute),
      threshold: 1,
      periods: 3,
      heartbeat: true,
      impact: 'The safety net is down: an alert whose message is lost stays unpaged.',
      runbook: 'Sweeper silent',
    });
    new SiagaAlarm(this, 'ErrorsAlarm', {
      notify: props.alarms,
      metric: sweeper.metricErrors(everyMinute),
      threshold: 1,
      periods: 2,
      impact: 'The safety net has holes: overdue alerts of some tier are not picked up.',
      runbook: 'Sweeper errors',
    });
  }
}
