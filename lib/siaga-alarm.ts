import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

export interface SiagaAlarmProps {
  /** Who is told. */
  notify: ITopic;
  metric: IMetric;
  /** Sounds at this value and above. */
  threshold: number;
  /** Periods of the metric in a row; 1 where not said. */
  periods?: number;
  /** Instead of `periods`: sounds at once, and stands until this many periods were quiet. */
  standsForPeriods?: number;
  /** What it means for a person: why somebody gets up at three in the morning. */
  impact: string;
  /** The heading in docs/runbook.md that says what to do. */
  runbook: string;
  /** For heartbeats: sounds below the threshold, and when nothing is heard at all. */
  heartbeat?: boolean;
}

/** An alarm that cannot be made without saying what it means for a person and what to do. */
export class SiagaAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: SiagaAlarmProps) {
    const anchor = props.runbook.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.standsForPeriods ?? props.periods ?? 1,
      datapointsToAlarm: props.standsForPeriods === undefined ? undefined : 1,
      comparisonOperator: props.heartbeat
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.heartbeat
        ? TreatMissingData.BREACHING
        : TreatMissingData.NOT_BREACHING,
      alarmDescription: `Impact: ${props.impact} What to do: docs/runbook.md#${anchor}`,
    });
    const action = new SnsAction(props.notify);
    this.addAlarmAction(action);
    this.addOkAction(action);
  }
}

export const everyMinute = { period: Duration.minutes(1), statistic: 'Sum' };
