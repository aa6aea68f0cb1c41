import type { Change } from './mutate.ts';

/** A remedy in an adapter, a handler or the stack that is taken out; the simulation runs none of these. */
export interface WireMutant extends Change {
  without: string;
  /** The test that notices. */
  caughtBy: { file: string; test: string };
}

const conditions = 'lambdas/adapters/conditional-put.ts';
const alertStore = 'test/adapters/alert-store.test.ts';
const handler = 'test/pager/handler.test.ts';

export const wireMutants: readonly WireMutant[] = [
  {
    without: 'the condition that DynamoDB holds a write against',
    file: conditions,
    replace: [["'#version = :before'", "'#version = :before OR attribute_exists(pk)'"]],
    caughtBy: {
      file: alertStore,
      test: 'of many who save at the same time exactly one wins, and it is theirs that is stored',
    },
  },
  {
    without: 'the condition that DynamoDB holds nothing yet',
    file: conditions,
    replace: [["'attribute_not_exists(pk)'", "'attribute_not_exists(pk) OR attribute_exists(pk)'"]],
    caughtBy: {
      file: alertStore,
      test: 'of many who create one alert at the same time exactly one does',
    },
  },
  {
    without: 'looking whose write it was once an answer was lost',
    file: conditions,
    replace: [['return triedAgain && (await isStored(client, table, item));', 'return false;']],
    caughtBy: {
      file: alertStore,
      test: 'an answer that is lost does not make a stranger of who wrote it',
    },
  },
  {
    without: 'a batch that fails in part',
    file: 'lambdas/pager/handler.ts',
    replace: [
      [
        'return processPartialResponse(',
        'await Promise.all(event.Records.map(lookInTurn));\n  return processPartialResponse(',
      ],
    ],
    caughtBy: {
      file: handler,
      test: 'of ten messages with a poisoned one the nine good ones go on',
    },
  },
  {
    without: 'the turns of messages that Lambda hands over at once',
    file: 'lambdas/pager/handler.ts',
    replace: [['inTurn.do(hint.alertId, () => look(hint))', 'look(hint)']],
    caughtBy: {
      file: handler,
      test: 'the same message three times in a batch takes one step, with one SMS',
    },
  },
  {
    without: 'the shards of the index',
    file: 'lambdas/adapters/alert-item.ts',
    replace: [['shardOf(alert.alertId, dueShards)', '0']],
    caughtBy: {
      file: 'test/adapters/due-store.test.ts',
      test: 'what is overdue comes from every shard, the oldest first, and never more than was asked for',
    },
  },
  {
    without: 'leave for the pager to loop',
    file: 'lib/paging-lane.ts',
    replace: [['recursiveLoop: RecursiveLoop.ALLOW,', '']],
    caughtBy: {
      file: 'test/lib/paging-lane.test.ts',
      test: 'The recursive loop is allowed to the three pagers and to nobody else.',
    },
  },
];
