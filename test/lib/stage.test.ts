import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { leftOpen, readStage } from '../../lib/stage.ts';
import { appOf } from './fixture.ts';

const good = { issuer: 'https://issuer.example.com/', audience: 'siaga', senderId: 'SIAGA' };

function read(changed: Record<string, unknown>) {
  return readStage({ test: { ...good, ...changed } }, 'test');
}

describe('A stage', () => {
  test('needs an issuer, an audience and a sender; the rest has defaults.', () => {
    assert.deepEqual(read({}), {
      ...good,
      stage: 'test',
      region: 'ap-southeast-3',
      smsFallbackRegion: 'ap-southeast-1',
      retentionDays: 400,
      wordsRetentionDays: 180,
      smsMonthlyLimitUsd: 1,
    });
  });

  test('that is not in the context is an error that lists those that are.', () => {
    assert.throws(() => readStage({ dev: good, prod: good }, 'live'), /"live".*dev, prod/);
    assert.throws(() => readStage(undefined, 'dev'), /"dev".*none/);
  });

  test('with a placeholder for an issuer, or prod without a mail for alarms, is warned of.', () => {
    const prod = (changed: object) =>
      Object.keys(leftOpen(readStage({ prod: { ...good, ...changed } }, 'prod')));
    assert.deepEqual(prod({}), ['issuer', 'alarmEmail']);
    assert.deepEqual(prod({ issuer: 'https://id.gojek.id/', alarmEmail: 'ops@gojek.id' }), []);
    assert.deepEqual(Object.keys(leftOpen(read({}))), ['issuer']);
    const warned = appOf({ stage: 'prod' }).stack.node.metadata.map(({ data }) => String(data));
    assert.ok(warned.some((warning) => warning.includes('stages.prod.issuer is a placeholder')));
  });

  test('with a field that nobody knows is an error that lists the known ones.', () => {
    assert.throws(() => read({ retension: 3 }), /stages\.test\.retension.*retentionDays/);
  });

  test('in the region that others fall back to falls back to theirs.', () => {
    const { smsFallbackRegion } = read({ region: 'ap-southeast-1' });
    assert.equal(smsFallbackRegion, 'ap-southeast-3');
  });

  const bad: [field: string, values: unknown[], allowed: RegExp][] = [
    ['region', ['', 'jakarta', 3], /AWS region/],
    ['smsFallbackRegion', ['', 'singapore', 'ap-southeast-3'], /other than `region`/],
    ['issuer', [undefined, '', 'http://issuer.example.com/'], /https:/],
    ['audience', [undefined, ''], /not empty/],
    ['senderId', [undefined, 'ab', '12345', 'much too long', 'SIA-GA'], /3 to 11 letters/],
    ['alarmEmail', ['', 'nobody', 7], /e-mail/],
    ['retentionDays', [0, 1.5, '30', 4_000, null], /1 to 3650/],
    ['wordsRetentionDays', [0, 1.5, '30', 4_000, null], /1 to 3650/],
    ['smsMonthlyLimitUsd', [0, -1, '5', null], /above 0/],
  ];
  for (const [field, values, allowed] of bad) {
    for (const value of values) {
      test(`with ${field} ${JSON.stringify(value)} is an error that says what is allowed.`, () => {
        assert.throws(
          () => read({ [field]: value }),
          (error: Error) => {
            assert.ok(error.message.startsWith(`stages.test.${field} is `));
            assert.match(error.message, allowed);
            return true;
          },
        );
      });
    }
  }
});

test('The stage of the command line counts where the caller names none.', () => {
  const { stack } = appOf({ context: { stage: 'prod' } });
  assert.equal(stack.stackName, 'siaga-prod');
});

test('A stage lies in its own region.', () => {
  const { stack } = appOf({ config: { region: 'ap-southeast-1' } });
  assert.equal(stack.region, 'ap-southeast-1');
});
