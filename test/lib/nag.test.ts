import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { appOf } from './fixture.ts';

const stages = ['dev', 'prod'];

for (const stage of stages) {
  test(`cdk-nag finds nothing unexplained in ${stage}.`, () => {
    appOf({ stage }).app.synth();
  });
}

test('Nothing is explained away but the open routes, each with its reason.', () => {
  const explained = appOf()
    .app.node.findAll()
    .flatMap((construct) =>
      construct.node.metadata
        .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
        .flatMap(({ data }) => Object.entries(data as Record<string, string>))
        .map(([rule, reason]) => ({ at: construct.node.id, rule, reason })),
    );
  assert.deepEqual(
    explained.map(({ at, rule }) => `${at} ${rule}`),
    [
      'GET--v1--intake',
      'GET--calendar--{token}',
      'GET--v1--openapi.json',
      'GET--p--{token}',
      'POST--p--{token}--{action}',
      'GET--q--{token}',
    ].map((route) => `${route} Annotation::AwsSolutions-APIG4`),
  );
  for (const { reason } of explained) assert.ok(reason.length > 30);
});

const violations: [what: string, plant: (stack: Stack) => void][] = [
  ['a queue without a dead-letter queue', (stack) => new Queue(stack, 'Planted')],
  ['a topic that takes messages without TLS', (stack) => new Topic(stack, 'Planted')],
  [
    'a role that may do something to everything',
    (stack) => {
      const assumedBy = new ServicePrincipal('lambda.amazonaws.com');
      const all = { actions: ['sqs:SendMessage'], resources: ['*'] };
      new Role(stack, 'Planted', { assumedBy }).addToPolicy(new PolicyStatement(all));
    },
  ],
];

for (const [what, plant] of violations) {
  test(`Synthesis fails on ${what}.`, () => {
    const { app, stack } = appOf();
    plant(stack);
    assert.throws(() => app.synth(), /Validation failed/);
  });
}
