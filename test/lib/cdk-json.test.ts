import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { readStage } from '../../lib/stage.ts';

const cdkJson = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as {
  app: string;
  context: Record<string, unknown>;
};

test('Every feature flag of the CDK has its recommended value.', () => {
  const recommended = createRequire(import.meta.url)(
    'aws-cdk-lib/recommended-feature-flags.json',
  ) as Record<string, unknown>;
  assert.ok(Object.keys(recommended).length > 50);
  for (const [flag, value] of Object.entries(recommended)) {
    assert.deepEqual(cdkJson.context[flag], value, flag);
  }
});

test('The app runs under the Node of the project, whatever Node the command line has.', () => {
  assert.equal(cdkJson.app, 'npx node bin/siaga.ts');
});

test('Every stage that is committed can be read.', () => {
  const stages = Object.keys(cdkJson.context.stages as object);
  assert.ok(stages.includes('dev') && stages.includes('prod'));
  for (const stage of stages) {
    assert.equal(readStage(cdkJson.context.stages, stage).stage, stage);
  }
});
