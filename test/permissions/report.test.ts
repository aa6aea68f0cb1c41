import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Grants } from '../../local/grants.ts';
import { anyPhone } from '../../local/permissions.ts';
import type { LocalFunction } from '../../local/stack.ts';
import { report } from './report.ts';

const table = 'arn:aws:dynamodb:ap-southeast-3:000000000000:table/Alerts';
const queue = 'arn:aws:sqs:ap-southeast-3:000000000000:Work';
const topics = 'arn:*:sns:*:*:*';
const fn = {
  id: 'Pager1',
  name: 'pager',
  statements: [
    { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: table },
    { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: [queue, `${queue}2`] },
    { Effect: 'Allow', Action: 'sns:Publish', NotResource: topics },
    { Effect: 'Allow', Action: 'logs:*', Resource: '*' },
  ],
} as LocalFunction;
const logs = { action: 'logs:*', why: '' };

test('what no call needed is left over, action by action and resource by resource', () => {
  const grants = new Grants();
  grants.note(fn, 'dynamodb:GetItem', table);
  grants.note(fn, 'sqs:SendMessageBatch', queue);
  assert.deepEqual(report(grants.of([fn]), [logs]), {
    used: 2,
    explained: 1,
    leftOver: [
      `Pager1 may dynamodb:PutItem on ${table}`,
      `Pager1 may sqs:SendMessage on ${queue}2`,
      `Pager1 may sns:Publish on everything but ${topics}`,
    ],
    stale: [],
  });
});

test('an SMS needs the statement that is not about topics, and a topic does not', () => {
  const grants = new Grants();
  const isUsed = () => grants.of([fn]).find((one) => one.action === 'sns:Publish')!.used;
  grants.note(fn, 'sns:Publish', 'arn:aws:sns:ap-southeast-3:000000000000:Topic');
  assert.equal(isUsed(), false);
  grants.note(fn, 'sns:Publish', anyPhone);
  assert.equal(isUsed(), true);
});

test('a function’s explanation is its own, and one that explains nothing is stale', () => {
  const why = '';
  const of = (name?: string) =>
    report(new Grants().of([fn]), [{ function: name, action: 'dynamodb:PutItem', why }]);
  assert.equal(of('pager').explained, 1);
  assert.deepEqual(of('press').stale, ['press: dynamodb:PutItem']);
});
