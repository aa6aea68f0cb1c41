import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlertApi } from './alert-api.ts';
import { everyMinute, SiagaAlarm } from './siaga-alarm.ts';
import type { SiagaFunction } from './siaga-function.ts';

export interface ApiAlarmsProps {
  api: AlertApi;
  functions: Record<'press' | 'reporter' | 'responder' | 'staff' | 'platform', SiagaFunction>;
  notify: ITopic;
}

/** What keeps people from calling for help, and responders from answering. */
export class ApiAlarms extends Construct {
  constructor(scope: Construct, id: string, props: ApiAlarmsProps) {
    super(scope, id);
    const { notify, api } = props;
    const { press, reporter, responder, staff, platform } = props.functions;
    new SiagaAlarm(this, 'PressErrors', {
      notify,
      metric: press.metricErrors(everyMinute),
      threshold: 1,
      impact: 'A person in danger pressed the button and got an error instead of help.',
      runbook: 'Press errors',
    });
    new SiagaAlarm(this, 'PressThrottled', {
      notify,
      metric: press.metricThrottles(everyMinute),
      threshold: 1,
      impact: 'People who press the button are turned away: the account has no room left.',
      runbook: 'Press throttled',
    });
    new SiagaAlarm(this, 'PressSlow', {
      notify,
      metric: press.metricDuration({ period: Duration.minutes(1), statistic: 'p99' }),
      threshold: 3_000,
      periods: 3,
      impact: 'A press takes seconds to be accepted, and people may give up on it.',
      runbook: 'Press slow',
    });
    new SiagaAlarm(this, 'ServerErrors', {
      notify,
      // Functions turn most of their errors into answers, which only the API sees.
      metric: api.http.metricServerError(everyMinute),
      threshold: 1,
      impact: 'Somebody who presses, waits for help or answers a page got an error.',
      runbook: 'Server errors',
    });
    new SiagaAlarm(this, 'ReporterErrors', {
      notify,
      metric: reporter.metricErrors(everyMinute),
      threshold: 1,
      impact: 'People who called for help cannot see whether it comes.',
      runbook: 'Reporter errors',
    });
    new SiagaAlarm(this, 'ResponderErrors', {
      notify,
      metric: responder.metricErrors(everyMinute),
      threshold: 1,
      impact: 'Responders cannot open or take alerts from their SMS.',
      runbook: 'Responder errors',
    });
    new SiagaAlarm(this, 'StaffErrors', {
      notify,
      metric: staff.metricErrors(everyMinute),
      threshold: 1,
      impact: 'Supervisors cannot see alerts or change who is on call.',
      runbook: 'Staff errors',
    });
    new SiagaAlarm(this, 'PlatformErrors', {
      notify,
      metric: platform.metricErrors(everyMinute),
      threshold: 1,
      impact: 'Responders lack the facts of trips, and have to ask people for them.',
      runbook: 'Platform errors',
    });
  }
}
