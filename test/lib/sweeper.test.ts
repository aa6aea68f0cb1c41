import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, nameOf, ofType } from './fixture.ts';

const sweeper = named('AWS::Lambda::Function', 'Sweeping/Sweeper');

test('The sweeper runs every minute.', () => {
  const rules = ofType('AWS::Events::Rule')
    .filter((rule) => nameOf(rule).startsWith('Sweeping/'))
    .map((rule) => rule.Properties);
  assert.equal(rules.length, 1);
  assert.equal(rules[0]!.ScheduleExpression, 'rate(1 minute)');
  assert.equal(rules[0]!.State, 'ENABLED');
  assert.equal(rules[0]!.Targets.length, 1);
  assert.deepEqual(rules[0]!.Targets[0].Arn, { 'Fn::GetAtt': [sweeper.id, 'Arn'] });
});

test('A run of the sweeper ends before the next one begins.', () => {
  assert.ok(sweeper.Properties.Timeout < 60);
});

test('The heartbeat alarm sounds when nothing at all is heard of the sweeper.', () => {
  const { Properties: alarm } = named('AWS::CloudWatch::Alarm', 'Sweeping/HeartbeatAlarm');
  assert.equal(alarm.MetricName, 'Invocations');
  assert.deepEqual(alarm.Dimensions, [{ Name: 'FunctionName', Value: { Ref: sweeper.id } }]);
  assert.equal(alarm.TreatMissingData, 'breaching');
  assert.equal(alarm.ComparisonOperator, 'LessThanThreshold');
});
