import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Grant } from '../../../local/grants.ts';
import { unstruck } from './struck.ts';

const ways = ['before', 'after', 'timeout', 'throttle', 'crash'] as const;
const table = 'arn:aws:dynamodb:ap-southeast-3:000000000000:table/Alerts';
const grant: Grant = {
  id: 'Responder',
  function: 'responder',
  action: 'dynamodb:Query',
  resource: `${table}/index/due`,
  used: true,
  struck: [],
};
const batch: Grant = {
  ...grant,
  action: 'dynamodb:BatchGetItem',
  resource: table,
  items: 'ALERT#*',
};
/** What other stories let go wrong. */
const elsewhere = [grant, batch];

test('a call that a role allows has to go wrong in every way, whichever queue of a kind it is to', () => {
  const send = (queue: string, struck: Grant['struck']): Grant => ({
    ...grant,
    action: 'sqs:SendMessage',
    resource: `arn:aws:sqs:ap-southeast-3:000000000000:${queue}`,
    struck,
  });
  const put = { ...batch, action: 'dynamodb:PutItem', items: 'TEAM#*' };
  assert.deepEqual(
    unstruck([
      ...elsewhere,
      send('Tier1', ways.slice(0, 3)),
      send('Tier2', ways.slice(2)),
      { ...put, struck: ways.slice(1) },
      { ...put, items: 'POLICY#*' },
    ]),
    {
      calls: [
        'responder: dynamodb:PutItem on TEAM#* went wrong so far: after, timeout, throttle, crash',
        'responder: dynamodb:PutItem on POLICY#* went wrong so far: never',
      ],
      stale: [],
    },
  );
});

test('an exception that is none is named, and what AWS itself does is one', () => {
  const polls = { ...grant, function: 'pager', action: 'sqs:ReceiveMessage', resource: 'queue' };
  assert.deepEqual(unstruck([grant, { ...batch, struck: [...ways] }, polls]), {
    calls: [],
    stale: ['responder: dynamodb:BatchGetItem on ALERT#*'],
  });
});
