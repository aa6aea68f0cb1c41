import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Template } from 'aws-cdk-lib/assertions';
import { defaultPolicies, tiers } from '../../lambdas/domain/policy.ts';
import type { StageConfig } from '../../lib/stage.ts';
import { appOf, named, nameOf, ofType, type Properties, resource } from './fixture.ts';

const alarms = ofType('AWS::CloudWatch::Alarm');
const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8');
const sections = new Map(
  runbook
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n', 1)[0]!.toLowerCase().replaceAll(' ', '-'), section]),
);

test('These alarms exist, and no others.', () => {
  const lane = [
    'Unanswered',
    'NobodyOnCall',
    'PagesFailed',
    'PagesFellOver',
    'ErasureRequested',
    'QueueBypassed',
    'DeadLetters',
    'Waiting',
    'PagerErrors',
    'PagesNotTaken',
    'PagerThrottled',
  ];
  const expected = [
    ...tiers.flatMap((tier) => lane.map((name) => `Tier${tier}/Alarms/${name}`)),
    'Sweeping/HeartbeatAlarm',
    'Sweeping/ErrorsAlarm',
    'RotaTelling/HeartbeatAlarm',
    'RotaTelling/ErrorsAlarm',
    'ApiAlarms/PressErrors',
    'ApiAlarms/PressThrottled',
    'ApiAlarms/PressSlow',
    'ApiAlarms/ServerErrors',
    'ApiAlarms/ReporterErrors',
    'ApiAlarms/ResponderErrors',
    'ApiAlarms/PlatformErrors',
    'ApiAlarms/StaffErrors',
    'TableAlarms/Errors',
    'TableAlarms/Throttled',
    'SmsSpend/Spent50',
    'SmsSpend/Spent80',
  ];
  assert.deepEqual(alarms.map(nameOf).toSorted(), expected.toSorted());
});

for (const alarm of alarms) {
  const { AlarmDescription, AlarmActions, OKActions } = alarm.Properties;
  const [, impact, anchor] =
    /^Impact: (.+) What to do: docs\/runbook\.md#([\w-]+)$/.exec(AlarmDescription) ?? [];

  test(`${nameOf(alarm)} says what it means for a person.`, () => {
    assert.ok(impact !== undefined && impact.length > 20);
  });

  test(`${nameOf(alarm)} has a heading in the runbook with all four parts.`, () => {
    const section = sections.get(anchor!);
    assert.ok(section !== undefined, `no heading for #${anchor}`);
    for (const part of ['Description', 'Impact', 'Investigation', 'Resolution']) {
      assert.match(section, new RegExp(`^\\*\\*${part}\\.\\*\\* .{20}`, 'm'));
    }
  });

  test(`${nameOf(alarm)} tells the ops topic when it begins and when it ends.`, () => {
    const topic = [{ Ref: named('AWS::SNS::Topic', 'Alarms').id }];
    assert.deepEqual(AlarmActions, topic);
    assert.deepEqual(OKActions, topic);
  });
}

test('The runbook has no heading without an alarm.', () => {
  const linked = new Set(alarms.map((one) => one.Properties.AlarmDescription.split('#')[1]));
  assert.deepEqual(new Set(sections.keys()), linked);
});

test('CloudWatch may publish to the ops topic and use its key, else alarms tell nobody.', () => {
  const topic = named('AWS::SNS::Topic', 'Alarms');
  const policy = ofType('AWS::SNS::TopicPolicy').find(
    (one) => one.Properties.Topics[0].Ref === topic.id,
  )!;
  const allowed = policy.Properties.PolicyDocument.Statement.filter(allowsCloudWatch);
  assert.equal(allowed.length, 1);
  assert.equal(allowed[0].Action, 'sns:Publish');
  assert.deepEqual(allowed[0].Condition, {
    StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
  });

  const [keyId] = topic.Properties.KmsMasterKeyId['Fn::GetAtt'];
  const key = resource(keyId).Properties;
  const uses = key.KeyPolicy.Statement.filter(allowsCloudWatch);
  assert.deepEqual(uses[0].Action, ['kms:Decrypt', 'kms:GenerateDataKey']);
  assert.equal(key.EnableKeyRotation, true);
});

test('Mail is sent where the stage names an address, and only there.', () => {
  assert.deepEqual(mailed(), []);
  const [subscription] = mailed('ops@example.com');
  assert.equal(subscription!.Properties.Protocol, 'email');
  assert.equal(subscription!.Properties.Endpoint, 'ops@example.com');
});

for (const tier of tiers) {
  test(`The unanswered alarm of tier ${tier} stands from one step to the next.`, () => {
    const { Properties: alarm } = named('AWS::CloudWatch::Alarm', `Tier${tier}/Alarms/Unanswered`);
    assert.equal(alarm.Namespace, 'Siaga');
    assert.equal(alarm.MetricName, 'AlertUnanswered');
    assert.deepEqual(alarm.Dimensions, [
      { Name: 'service', Value: 'siaga' },
      { Name: 'tier', Value: String(tier) },
    ]);
    const { steps, repeat } = defaultPolicies[tier];
    const longest = Math.max(
      ...steps.map((step) => repeat.waitSeconds ?? step.waitSeconds),
      repeat.slowWaitSeconds ?? 0,
    );
    assert.equal(alarm.DatapointsToAlarm, 1);
    assert.ok(alarm.Period * alarm.EvaluationPeriods > longest);
  });

  test(`The lane of tier ${tier} hears of single messages that its pager hands back.`, () => {
    const { Properties: alarm } = named(
      'AWS::CloudWatch::Alarm',
      `Tier${tier}/Alarms/PagesNotTaken`,
    );
    const mapping = resource(alarm.Dimensions[0].Value.Ref).Properties;
    assert.equal(alarm.MetricName, 'FailedInvokeEventCount');
    assert.deepEqual(mapping.MetricsConfig, { Metrics: ['EventCount'] });
  });

  test(`The messages of tier ${tier} that wait on purpose raise no alarm.`, () => {
    const { Properties: alarm } = named('AWS::CloudWatch::Alarm', `Tier${tier}/Alarms/Waiting`);
    const expression = alarm.Metrics.find((metric: Properties) => metric.Expression !== undefined);
    assert.equal(expression.Expression, 'IF(ready > 0, age, 0)');
  });
}

test('The SMS alarms sound at half and at four fifths of what the stage may spend.', () => {
  const thresholds = resourcesWith({ smsMonthlyLimitUsd: 500 })
    .filter((one) => one.Properties?.MetricName === 'SMSMonthToDateSpentUSD')
    .map((one) => one.Properties.Threshold);
  assert.deepEqual(thresholds, [250, 400]);
});

function resourcesWith(config: Partial<StageConfig>): Properties[] {
  const { stack } = appOf({ config });
  return Object.values(Template.fromStack(stack).toJSON().Resources);
}

function mailed(alarmEmail?: string): Properties[] {
  const config = alarmEmail === undefined ? {} : { alarmEmail };
  return resourcesWith(config).filter((one) => one.Type === 'AWS::SNS::Subscription');
}

function allowsCloudWatch(statement: Properties): boolean {
  return statement.Effect === 'Allow' && statement.Principal.Service === 'cloudwatch.amazonaws.com';
}
