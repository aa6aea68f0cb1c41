import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Local } from '../../local/start.ts';
import { make, startFixture } from './fixture.ts';

let local: Local;
before(async () => void (local = await startFixture()));
after(() => local?.close());

const phone = (number: string) => fetch(`${local.url}/_local/phones/${number}`);
const change = (number: string, body: string) =>
  fetch(`${local.url}/_local/phones/${number}`, { method: 'PUT', body });
const textsOf = async (number: string) =>
  ((await (await phone(number)).json()) as { messages: { text: string }[] }).messages.map(
    (one) => one.text,
  );

test('an SMS arrives with its text, its sender and its time, the oldest first', async () => {
  for (const text of ['first', 'second'])
    await make(local, 'sms', { phone: '+628111000901', text });
  const one = (await (await phone('+628111000901')).json()) as {
    phone: string;
    messages: { text: string; senderId: string; at: string }[];
  };
  assert.equal(one.phone, '+628111000901');
  assert.deepEqual(
    one.messages.map(({ text, senderId }) => [text, senderId]),
    [
      ['first', 'FIX'],
      ['second', 'FIX'],
    ],
  );
  assert.ok(Math.abs(Date.parse(one.messages[0]!.at) - Date.now()) < 10_000);
  const all = (await (await fetch(`${local.url}/_local/phones`)).json()) as { phone: string }[];
  assert.deepEqual(all, [one]);
});

test('a phone is found by a plus that is written as it is or as %2B', async () => {
  await make(local, 'sms', { phone: '+628111000902', text: 'x' });
  for (const written of ['+628111000902', '%2B628111000902']) {
    assert.deepEqual(await textsOf(written), ['x'], written);
  }
});

test('a phone that nobody has is 404', async () => {
  const response = await phone('+628111000000');
  assert.equal(response.status, 404);
  assert.equal(response.headers.get('content-type'), 'application/problem+json');
});

test('what is no number in E.164 is refused by SNS', async () => {
  for (const number of ['08111000903', '+0811', '+62', 'phone', '+6281110009031234567']) {
    const answer = await make(local, 'sms', { phone: number, text: 'x' });
    assert.equal(answer.error, 'InvalidParameterException', number);
  }
});

test('a phone that has opted out, is invalid or silent is answered as SNS does', async () => {
  const sms = { phone: '+628111000904', text: 'x' };
  await change(sms.phone, '{"optedOut":true}');
  assert.equal((await make(local, 'sms', sms)).error, 'OptedOutException');
  await change(sms.phone, '{"optedOut":false,"invalid":true}');
  assert.equal((await make(local, 'sms', sms)).error, 'InvalidParameterException');
  await change(sms.phone, '{"invalid":false,"silent":true}');
  assert.equal((await make(local, 'sms', sms)).ok, true, 'SNS says yes');
  assert.equal((await phone(sms.phone)).status, 404, 'and nothing arrives');
  await change(sms.phone, '{"silent":false}');
  assert.equal((await make(local, 'sms', sms)).ok, true);
  assert.deepEqual(await textsOf(sms.phone), ['x']);
});

test('a change of a phone that makes no sense is 400', async () => {
  for (const [number, body] of [
    ['+628111000905', '{"optedout":true}'],
    ['+628111000905', '{"silent":"yes"}'],
    ['+628111000905', 'nothing'],
    ['12', '{"silent":true}'],
  ] as const) {
    assert.equal((await change(number, body)).status, 400, `${number} ${body}`);
  }
});
