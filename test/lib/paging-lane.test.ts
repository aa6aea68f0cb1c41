import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refreshEvent } from '../../lambdas/pager/refresh.ts';
import { named, ofType, resource } from './fixture.ts';

for (const tier of [1, 2, 3]) {
  describe(`The lane of tier ${tier}`, () => {
    const queue = named('AWS::SQS::Queue', `Tier${tier}/Queue`);
    const deadLetters = named('AWS::SQS::Queue', `Tier${tier}/DeadLetters`);
    const pager = named('AWS::Lambda::Function', `Tier${tier}/Pager`);
    const topic = named('AWS::SNS::Topic', `Tier${tier}/Topic`);
    const mapping = ofType('AWS::Lambda::EventSourceMapping').find(
      (one) => one.Properties.FunctionName.Ref === pager.id,
    )!.Properties;
    const { Variables: environment } = pager.Properties.Environment;

    test('has a pager that pages its tier, from its own queue and to its own topic.', () => {
      assert.equal(environment.TIER, String(tier));
      assert.deepEqual(environment.QUEUE_URL, { Ref: queue.id });
      assert.deepEqual(environment.TOPIC_ARN, { Ref: topic.id });
      assert.deepEqual(mapping.EventSourceArn, { 'Fn::GetAtt': [queue.id, 'Arn'] });
    });

    test('falls back to another region for its SMS.', () => {
      assert.equal(environment.SMS_FALLBACK_REGION, 'ap-southeast-1');
    });

    test('leaves a call past its queue to the sweeper where it could not run within a minute.', () => {
      const config = ofType('AWS::Lambda::EventInvokeConfig').find(
        (one) => one.Properties.FunctionName.Ref === pager.id,
      )!.Properties;
      assert.equal(config.MaximumRetryAttempts, 0);
      assert.equal(config.MaximumEventAgeInSeconds, 60);
    });

    test('has its pager read the team every minute, though nobody presses.', () => {
      const { Properties: rule } = named('AWS::Events::Rule', `Tier${tier}/Refresh`);
      assert.equal(rule.ScheduleExpression, 'rate(1 minute)');
      assert.equal(rule.State, 'ENABLED');
      const [target, ...others] = rule.Targets;
      assert.deepEqual(others, []);
      assert.deepEqual(target.Arn, { 'Fn::GetAtt': [pager.id, 'Arn'] });
      assert.deepEqual(JSON.parse(target.Input), refreshEvent);
    });

    test('hides a message at least six times as long as its pager may run.', () => {
      assert.ok(queue.Properties.VisibilityTimeout >= 6 * pager.Properties.Timeout);
    });

    test('keeps what failed again and again for 14 days.', () => {
      assert.deepEqual(queue.Properties.RedrivePolicy, {
        deadLetterTargetArn: { 'Fn::GetAtt': [deadLetters.id, 'Arn'] },
        maxReceiveCount: 5,
      });
      assert.equal(deadLetters.Properties.MessageRetentionPeriod, 14 * 24 * 60 * 60);
    });

    test('puts back what failed of a batch, and only that.', () => {
      assert.deepEqual(mapping.FunctionResponseTypes, ['ReportBatchItemFailures']);
      assert.ok(mapping.BatchSize <= 5);
    });

    test('works on several messages at once, but not on all that there are.', () => {
      const { MaximumConcurrency } = mapping.ScalingConfig;
      assert.ok(MaximumConcurrency >= 2 && MaximumConcurrency <= 100);
    });

    test('encrypts its queues and its topic.', () => {
      for (const one of [queue, deadLetters]) {
        assert.equal(one.Properties.SqsManagedSseEnabled, true);
      }
      assert.match(JSON.stringify(topic.Properties.KmsMasterKeyId), /alias\/aws\/sns/);
    });

    test('shares nothing with another lane.', () => {
      const others = [1, 2, 3].filter((other) => other !== tier);
      const text = JSON.stringify([queue, pager.Properties, topic, mapping]);
      for (const other of others) assert.doesNotMatch(text, new RegExp(`Tier${other}`));
    });
  });
}

test('The recursive loop is allowed to the three pagers and to nobody else.', () => {
  const allowed = ofType('AWS::Lambda::Function')
    .filter((one) => one.Properties.RecursiveLoop === 'Allow')
    .map((one) => one.id);
  const pagers = [1, 2, 3].map((tier) => named('AWS::Lambda::Function', `Tier${tier}/Pager`).id);
  assert.deepEqual(allowed.toSorted(), pagers.toSorted());
});

test('Every queue and every topic refuses what does not come over TLS.', () => {
  const policies = [...ofType('AWS::SQS::QueuePolicy'), ...ofType('AWS::SNS::TopicPolicy')];
  const guarded = policies
    .filter(({ Properties: { PolicyDocument } }) =>
      PolicyDocument.Statement.some(
        (statement: { Effect: string; Condition?: unknown }) =>
          statement.Effect === 'Deny' &&
          JSON.stringify(statement.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      ),
    )
    .flatMap(({ Properties: { Queues, Topics } }) => (Queues ?? Topics) as { Ref: string }[])
    .map(({ Ref: id }) => resource(id));
  const all = [...ofType('AWS::SQS::Queue'), ...ofType('AWS::SNS::Topic')];
  assert.equal(guarded.length, all.length);
});
