import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, ofType, resource } from './fixture.ts';

const functions = ofType('AWS::Lambda::Function');
const queues = [1, 2, 3].flatMap((tier) => [`QUEUE_URL_${tier}`, `PAGER_${tier}`]);
const own = [
  'TIER',
  'QUEUE_URL',
  'TOPIC_ARN',
  'SENDER_ID',
  'SMS_FALLBACK_REGION',
  'LINK_BASE_URL',
  'WORDS_RETENTION_DAYS',
];

/** What each function is told, besides the stage and the table. */
const environments: Record<string, string[]> = {
  Press: [...queues, 'RETENTION_DAYS', 'WORDS_RETENTION_DAYS'],
  Reporter: [...queues, 'RETENTION_DAYS', 'WORDS_RETENTION_DAYS'],
  Platform: [],
  Responder: [...queues, 'RETENTION_DAYS', 'WORDS_RETENTION_DAYS'],
  Staff: [...queues, 'LINK_BASE_URL', 'RETENTION_DAYS', 'WORDS_RETENTION_DAYS'],
  'Sweeping/Sweeper': queues,
  'RotaTelling/Rota': ['SENDER_ID', 'TOPIC_ARN_1', 'TOPIC_ARN_2', 'TOPIC_ARN_3'],
  'Tier1/Pager': own,
  'Tier2/Pager': own,
  'Tier3/Pager': own,
};

test('Each function is told what it needs and nothing else.', () => {
  const found = functions.map((one) => [
    nameOf(one),
    Object.keys(one.Properties.Environment.Variables).toSorted(),
  ]);
  const expected = Object.entries(environments).map(([name, variables]) => [
    name,
    ['STAGE', 'TABLE_NAME', ...variables].toSorted(),
  ]);
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(expected));
});

for (const one of functions) {
  const { Properties: properties } = one;
  test(`${nameOf(one)} runs on Node 24 on arm64.`, () => {
    assert.equal(properties.Runtime, 'nodejs24.x');
    assert.deepEqual(properties.Architectures, ['arm64']);
  });

  test(`${nameOf(one)} says how much memory and time it takes.`, () => {
    assert.ok(properties.MemorySize >= 512);
    // The HTTP API itself gives up after 30 s; what is scheduled is not asked by anybody.
    const scheduled = ['Sweeping/Sweeper', 'RotaTelling/Rota'].includes(nameOf(one));
    assert.ok(properties.Timeout <= (scheduled ? 59 : 30));
  });

  test(`${nameOf(one)} writes JSON to a log of its own that is not kept for ever.`, () => {
    assert.equal(properties.LoggingConfig.LogFormat, 'JSON');
    const log = properties.LoggingConfig.LogGroup.Ref as string;
    assert.ok(resource(log).Properties.RetentionInDays > 0);
    const sharing = functions.filter(
      (other) => other.Properties.LoggingConfig.LogGroup.Ref === log,
    );
    assert.equal(sharing.length, 1);
  });
}
