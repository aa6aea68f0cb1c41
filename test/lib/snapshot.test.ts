import { test } from 'node:test';
import { Template } from 'aws-cdk-lib/assertions';
import { appOf } from './fixture.ts';

for (const stage of ['dev', 'prod']) {
  test(`The template of ${stage} is the one that was reviewed.`, (t) => {
    const { stack } = appOf({ stage });
    const template = JSON.stringify(Template.fromStack(stack).toJSON(), null, 2);
    // A function's code changes with every edit, and where it lies with every machine.
    const reviewed = template
      .replaceAll(/\b[0-9a-f]{64}\b/g, '<asset>')
      .replaceAll(/("aws:asset:path": )"[^"]*"/g, '$1"<asset>"');
    t.assert.snapshot(reviewed, { serializers: [(text: string) => text] });
  });
}
