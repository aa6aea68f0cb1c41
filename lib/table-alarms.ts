import { Duration } from 'aws-cdk-lib';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { SiagaAlarm } from './siaga-alarm.ts';

/** The operations that functions use; DynamoDB counts each apart. */
const operations = [
  Operation.GET_ITEM,
  Operation.PUT_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
];
const period = Duration.minutes(1);

/** The table is the truth: where it fails, so does everything. */
export class TableAlarms extends Construct {
  constructor(scope: Construct, id: string, props: { table: TableV2; notify: ITopic }) {
    super(scope, id);
    const { table, notify } = props;
    new SiagaAlarm(this, 'Errors', {
      notify,
      metric: table.metricSystemErrorsForOperations({ operations, period }),
      threshold: 1,
      periods: 2,
      impact: 'Alerts cannot be stored or read reliably; presses may be refused.',
      runbook: 'Table errors',
    });
    new SiagaAlarm(this, 'Throttled', {
      notify,
      metric: table.metricThrottledRequestsForOperations({ operations, period }),
      threshold: 1,
      periods: 2,
      impact: 'Presses and pages are slowed down or refused: the table takes no more for now.',
      runbook: 'Table throttled',
    });
  }
}
