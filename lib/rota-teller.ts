import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { tiers } from '../lambdas/domain/policy.ts';
import type { AlertTable } from './alert-table.ts';
import { SiagaAlarm } from './siaga-alarm.ts';
import { SiagaFunction } from './siaga-function.ts';

export interface RotaTellerProps {
  alerts: AlertTable;
  /** Of the tiers, in their order. */
  topics: ITopic[];
  senderId: string;
  alarms: ITopic;
}

/** Tells who is on call of hand-offs, and the tiers' topics of what their rotas will lack. */
export class RotaTeller extends Construct {
  constructor(scope: Construct, id: string, props: RotaTellerProps) {
    super(scope, id);
    const { alerts, topics } = props;
    const rota = new SiagaFunction(this, 'Rota', {
      folder: 'rota',
      description: 'Tells of hand-offs, and once a day of certificates that end and of holes',
      // Shorter than its claim on a tier in lambdas/rota/tell.ts, which keeps a second run out.
      timeout: Duration.seconds(59),
      environment: {
        TABLE_NAME: alerts.table.tableName,
        SENDER_ID: props.senderId,
        ...Object.fromEntries(
          topics.map(({ topicArn }, index) => [`TOPIC_ARN_${tiers[index]}`, topicArn]),
        ),
      },
      permissions: [
        ...alerts.items({ GetItem: ['TEAM', 'POLICY'], PutItem: ['TEAM'] }),
        new PolicyStatement({
          actions: ['sns:Publish'],
          resources: topics.map(({ topicArn }) => topicArn),
        }),
        // A phone number has no ARN, so an SMS needs everything but topics, which are ARNs.
        new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
      ],
    });
    const every = Duration.minutes(5);
    new Rule(this, 'EveryFiveMinutes', {
      // It looks just as far ahead: see lambdas/rota/tell.ts.
      schedule: Schedule.rate(every),
      targets: [new LambdaFunction(rota, { retryAttempts: 0 })],
    });
    new SiagaAlarm(this, 'HeartbeatAlarm', {
      notify: props.alarms,
      metric: rota.metricInvocations({ period: every, statistic: 'Sum' }),
      threshold: 1,
      periods: 3,
      heartbeat: true,
      impact: 'Nobody is told of hand-offs, of certificates that end and of holes in the rota.',
      runbook: 'Rota silent',
    });
    new SiagaAlarm(this, 'ErrorsAlarm', {
      notify: props.alarms,
      metric: rota.metricErrors({ period: every, statistic: 'Sum' }),
      threshold: 1,
      periods: 2,
      impact: 'A tier is not told of hand-offs or of what its rota will lack, such as training.',
      runbook: 'Rota errors',
    });
  }
}
