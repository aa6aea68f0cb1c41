import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { SiagaAlarm } from './siaga-alarm.ts';

/** At the account's monthly limit SNS still says yes and sends nothing: only the spend tells. */
export class SmsSpendAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { monthlyLimitUsd: number; notify: ITopic }) {
    super(scope, id);
    for (const percent of [50, 80]) {
      new SiagaAlarm(this, `Spent${percent}`, {
        notify: props.notify,
        metric: new Metric({
          namespace: 'AWS/SNS',
          metricName: 'SMSMonthToDateSpentUSD',
          statistic: 'Maximum',
          period: Duration.minutes(5),
        }),
        threshold: (props.monthlyLimitUsd * percent) / 100,
        impact: `${percent} % of the month's SMS money is spent; at 100 % no responder is paged any more.`,
        runbook: 'SMS spend',
      });
    }
  }
}
