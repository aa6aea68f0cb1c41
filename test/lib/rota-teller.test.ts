import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, ofType } from './fixture.ts';

const rota = named('AWS::Lambda::Function', 'RotaTelling/Rota');

test('The rota is told of every five minutes, which is as far as it looks ahead.', () => {
  const rules = ofType('AWS::Events::Rule').filter(
    (rule) => rule.Properties.ScheduleExpression === 'rate(5 minutes)',
  );
  assert.equal(rules.length, 1);
  assert.equal(rules[0]!.Properties.State, 'ENABLED');
  assert.deepEqual(rules[0]!.Properties.Targets[0].Arn, { 'Fn::GetAtt': [rota.id, 'Arn'] });
});

test('A run that failed is not tried again by Lambda: the next one is.', () => {
  const [invoke] = ofType('AWS::Events::Rule')
    .filter((rule) => rule.Properties.ScheduleExpression === 'rate(5 minutes)')
    .map((rule) => rule.Properties.Targets[0].RetryPolicy);
  assert.deepEqual(invoke, { MaximumRetryAttempts: 0 });
});

test('The heartbeat alarm sounds when nothing at all is heard for a quarter of an hour.', () => {
  const { Properties: alarm } = named('AWS::CloudWatch::Alarm', 'RotaTelling/HeartbeatAlarm');
  assert.equal(alarm.MetricName, 'Invocations');
  assert.deepEqual(alarm.Dimensions, [{ Name: 'FunctionName', Value: { Ref: rota.id } }]);
  assert.equal(alarm.TreatMissingData, 'breaching');
  assert.equal(alarm.Period * alarm.EvaluationPeriods, 15 * 60);
});
