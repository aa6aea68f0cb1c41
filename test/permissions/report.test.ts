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
  grants.note(fn, { action: 'dynamodb:GetItem', resource: table });
  grants.note(fn, { action: 'sqs:SendMessageBatch', resource: queue });
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
  const resource = 'arn:aws:sns:ap-southeast-3:000000000000:Topic';
  grants.note(fn, { action: 'sns:Publish', resource });
  assert.equal(isUsed(), false);
  grants.note(fn, { action: 'sns:Publish', resource: anyPhone });
  assert.equal(isUsed(), true);
});

test('a function’s explanation is its own, and one that explains nothing is stale', () => {
  const why = '';
  const of = (name?: string) =>
    report(new Grants().of([fn]), [{ function: name, action: 'dynamodb:PutItem', why }]);
  assert.equal(of('pager').explained, 1);
  assert.deepEqual(of('press').stale, ['press: dynamodb:PutItem']);
});

test('a right to items is needed by calls that name them alone, and knows how these went wrong', () => {
  const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['TEAM#*', 'TRIP#*'] } };
  const Action = 'dynamodb:GetItem';
  const reader = { ...fn, statements: [{ Effect: 'Allow', Action, Resource: table, Condition }] };
  const grants = new Grants();
  const need = { action: Action, resource: table, keys: ['TEAM#1'] };
  for (const mode of [undefined, 'after', 'crash', 'after'] as const) {
    grants.note(reader, need, mode);
  }
  const known = grants.of([reader]).map(({ items, used, struck }) => [items, used, struck]);
  assert.deepEqual(known, [
    ['TEAM#*', true, ['after', 'crash']],
    ['TRIP#*', false, []],
  ]);
  const left = `Pager1 may dynamodb:GetItem on TRIP#* of ${table}`;
  assert.deepEqual(report(grants.of([reader]), []).leftOver, [left]);
  const other = { ...reader, id: 'Pager2' };
  const leftToBoth = report(grants.of([reader, other]), []).leftOver;
  assert.deepEqual(leftToBoth, [left, left.replace('Pager1', 'Pager2')]);
});
