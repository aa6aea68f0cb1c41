import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Operation } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { tiers } from '../lambdas/domain/policy.ts';
import { AlertApi } from './alert-api.ts';
import { AlertTable } from './alert-table.ts';
import { OpsTopic } from './ops-topic.ts';
import { PagingLane } from './paging-lane.ts';
import { everyMinute, SiagaAlarm } from './siaga-alarm.ts';
import { SiagaFunction } from './siaga-function.ts';
import type { StageConfig } from './stage.ts';
import { Sweeper } from './sweeper.ts';

/** Siaga, one stage of it: what a press goes through until somebody has taken it. */
export class SiagaStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: StageConfig }) {
    super(scope, id, props);
    const { config } = props;
    const alerts = new AlertTable(this, 'Alerts');
    const api = new AlertApi(this, 'Api', config);
    const alarms = new OpsTopic(this, 'Alarms', config.alarmEmail);

    const lanes = tiers.map(
      (tier) =>
        new PagingLane(this, `Tier${tier}`, {
          tier,
          alerts,
          alarms,
          linkBase: api.url,
          senderId: config.senderId,
        }),
    );
    const queues = {
      environment: Object.fromEntries(
        lanes.map((lane, index) => [`QUEUE_URL_${tiers[index]}`, lane.queue.queueUrl]),
      ),
      sendTo: new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: lanes.map((lane) => lane.queue.queueArn),
      }),
    };
    new Sweeper(this, 'Sweeping', { alerts, queues, alarms });

    const environment = { TABLE_NAME: alerts.table.tableName };
    const press = new SiagaFunction(this, 'Press', {
      folder: 'press',
      description: 'Takes a press: stores it, then tells the queue of its tier',
      // More memory is more CPU, and a cold start here is a person waiting.
      memoryMb: 1024,
      environment: {
        ...environment,
        ...queues.environment,
        RETENTION_DAYS: String(config.retentionDays),
      },
      permissions: [...alerts.items('GetItem', 'PutItem'), queues.sendTo],
    });
    const reporter = new SiagaFunction(this, 'Reporter', {
      folder: 'reporter',
      description: 'What the apps ask besides a press',
      environment,
      permissions: alerts.items('GetItem'),
    });
    const responder = new SiagaFunction(this, 'Responder', {
      folder: 'responder',
      description: 'The page behind the link of an SMS',
      environment: { ...environment, ...queues.environment },
      permissions: [...alerts.items('GetItem', 'PutItem'), queues.sendTo],
    });
    const staff = new SiagaFunction(this, 'Staff', {
      folder: 'staff',
      description: 'The board of alerts, the teams and the policies',
      environment: { ...environment, ...queues.environment },
      permissions: [
        ...alerts.items('GetItem', 'PutItem', 'BatchGetItem'),
        ...alerts.dueAlerts(),
        queues.sendTo,
      ],
    });

    const read = ['staff', 'staff:admin'] as const;
    api.route('POST', '/v1/alerts', ['alerts:write'], press);
    api.route('GET', '/v1/alerts/{alertId}', ['alerts:write'], reporter);
    api.route('GET', '/v1/staff/alerts', ['staff'], staff);
    api.route('GET', '/v1/staff/alerts/{alertId}', ['staff'], staff);
    api.route('POST', '/v1/staff/alerts/{alertId}/{action}', ['staff'], staff);
    api.route('GET', '/v1/staff/teams/{tier}', read, staff);
    api.route('PUT', '/v1/staff/teams/{tier}', ['staff:admin'], staff);
    api.route('GET', '/v1/staff/policies/{tier}', read, staff);
    api.route('PUT', '/v1/staff/policies/{tier}', ['staff:admin'], staff);
    api.route('GET', '/v1/staff/on-call', read, staff);
    api.route('GET', '/p/{token}', 'link', responder);
    api.route('POST', '/p/{token}/{action}', 'link', responder);

    this.addAlarms(alarms, { press, reporter, responder, staff, alerts }, config);
    new CfnOutput(this, 'Url', { value: api.url, description: 'Where the apps send presses' });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topicArn });
  }

  private addAlarms(
    notify: OpsTopic,
    parts: Record<'press' | 'reporter' | 'responder' | 'staff', SiagaFunction> & {
      alerts: AlertTable;
    },
    config: StageConfig,
  ): void {
    new SiagaAlarm(this, 'PressErrorsAlarm', {
      notify,
      metric: parts.press.metricErrors(everyMinute),
      threshold: 1,
      impact: 'A person in danger pressed the button and got an error instead of help.',
      runbook: 'Press errors',
    });
    new SiagaAlarm(this, 'PressThrottledAlarm', {
      notify,
      metric: parts.press.metricThrottles(everyMinute),
      threshold: 1,
      impact: 'People who press the button are turned away: the account has no room left.',
      runbook: 'Press throttled',
    });
    new SiagaAlarm(this, 'PressSlowAlarm', {
      notify,
      metric: parts.press.metricDuration({ period: Duration.minutes(1), statistic: 'p99' }),
      threshold: 3_000,
      periods: 3,
      impact: 'A press takes seconds to be accepted, and people may give up on it.',
      runbook: 'Press slow',
    });
    for (const [name, harm] of [
      ['reporter', 'People who called for help cannot see whether it comes.'],
      ['responder', 'Responders cannot open or take alerts from their SMS.'],
      ['staff', 'Supervisors cannot see alerts or change who is on call.'],
    ] as const) {
      const title = name.charAt(0).toUpperCase() + name.slice(1);
      new SiagaAlarm(this, `${title}ErrorsAlarm`, {
        notify,
        metric: parts[name].metricErrors(everyMinute),
        threshold: 1,
        impact: harm,
        runbook: `${title} errors`,
      });
    }
    for (const percent of [50, 80]) {
      new SiagaAlarm(this, `SmsSpend${percent}Alarm`, {
        notify,
        metric: new Metric({
          namespace: 'AWS/SNS',
          metricName: 'SMSMonthToDateSpentUSD',
          statistic: 'Maximum',
          period: Duration.minutes(5),
        }),
        threshold: (config.smsMonthlyLimitUsd * percent) / 100,
        impact: `${percent} % of the month's SMS money is spent; at 100 % SNS says yes and sends nothing.`,
        runbook: 'SMS spend',
      });
    }
    new SiagaAlarm(this, 'TableErrorsAlarm', {
      notify,
      metric: parts.alerts.table.metricSystemErrorsForOperations({
        operations: [
          Operation.GET_ITEM,
          Operation.PUT_ITEM,
          Operation.BATCH_GET_ITEM,
          Operation.QUERY,
        ],
        period: Duration.minutes(1),
      }),
      threshold: 1,
      periods: 2,
      impact: 'Alerts cannot be stored or read reliably; presses may be refused.',
      runbook: 'Table errors',
    });
  }
}
