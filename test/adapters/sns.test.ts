import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { after, afterEach, before, test, type TestContext } from 'node:test';
import { SNSClient } from '@aws-sdk/client-sns';
import { smsConfig } from '../../lambdas/adapters/clients.ts';
import { errorFacts } from '../../lambdas/adapters/error-facts.ts';
import { snsSms, snsTopic } from '../../lambdas/adapters/sns.ts';
import type { Sms, SmsResult, TopicEvent } from '../../lambdas/ports.ts';
import { type Answer, snsError, snsPublished } from '../../local/wire.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { printed } from '../support/printed.ts';

const phone = '+628111000777';
const message = 'SIAGA T1 GoRide 03:12 WIB K7PA https://siaga.example/p/x';

let cloud: Cloud;
let sms: Sms;
before(async () => {
  cloud = await openCloud();
  sms = snsSms(cloud.as('pager').sns, 'SIAGA');
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

/** An SNS that always answers the same, or never, and tells what it was asked. */
async function fakeSns(t: TestContext, answer: Answer | 'never') {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    asked.push(new URLSearchParams(await textOf(request)));
    if (answer !== 'never') response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = new SNSClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
    requestHandler: { requestTimeout: 100, throwOnRequestTimeout: true },
  });
  const close = () => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  };
  t.after(close);
  return { client, asked, close };
}

test('a page arrives on the phone with the sender of the deployment', async () => {
  assert.equal(await sms.publish(phone, message), 'sent');
  const [arrived] = cloud.phones.messages(phone);
  assert.deepEqual([arrived?.text, arrived?.senderId], [message, 'SIAGA']);
});

test('a page is Transactional, goes to a number, and carries nothing else', async (t) => {
  const { client, asked } = await fakeSns(t, snsPublished());
  await snsSms(client, 'GOSAFE').publish(phone, message);
  const form = Object.fromEntries(asked[0]!);
  assert.deepEqual(form, {
    Action: 'Publish',
    Version: '2010-03-31',
    PhoneNumber: phone,
    Message: message,
    'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
    'MessageAttributes.entry.1.Value.DataType': 'String',
    'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    'MessageAttributes.entry.2.Name': 'AWS.SNS.SMS.SenderID',
    'MessageAttributes.entry.2.Value.DataType': 'String',
    'MessageAttributes.entry.2.Value.StringValue': 'GOSAFE',
  });
});

test('a phone that opted out or is none has failed; one that stays silent counts as sent', async () => {
  cloud.phones.setState('+628111000701', { optedOut: true });
  cloud.phones.setState('+628111000702', { invalid: true });
  cloud.phones.setState('+628111000703', { silent: true });
  assert.equal(await sms.publish('+628111000701', message), 'failed');
  assert.equal(await sms.publish('+628111000702', message), 'failed');
  assert.equal(await sms.publish('0811', message), 'failed');
  assert.equal(await sms.publish('+628111000703', message), 'sent');
});

/** As SNS names its errors on the wire: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const results: [status: number, code: string, SmsResult][] = [
  [400, 'InvalidParameter', 'failed'],
  [400, 'ParameterValueInvalid', 'failed'],
  [400, 'OptedOut', 'failed'],
  [400, 'ValidationException', 'failed'],
  [400, 'Throttled', 'pending'],
  [400, 'Throttling', 'pending'],
  [403, 'AuthorizationError', 'pending'],
  [404, 'NotFound', 'pending'],
  [500, 'InternalError', 'pending'],
  [503, 'ServiceUnavailable', 'pending'],
];

for (const [status, code, result] of results) {
  test(`${code} of SNS is ${result}, and nothing tells of the number`, async (t) => {
    const text = `Invalid parameter: PhoneNumber Reason: ${phone} is not valid`;
    const { client } = await fakeSns(t, snsError(status, code, text));
    let got: SmsResult | undefined;
    const said = await printed(async () => {
      got = await snsSms(client, 'SIAGA').publish(phone, message);
    });
    assert.equal(got, result);
    assert.equal(said, '');
  });
}

test('no answer in time, none at all, and one that is no XML are pending', async (t) => {
  const html = { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Login' };
  for (const answer of ['never', html] as const) {
    const { client } = await fakeSns(t, answer);
    assert.equal(await snsSms(client, 'SIAGA').publish(phone, message), 'pending');
  }
  const gone = await fakeSns(t, 'never');
  gone.close();
  assert.equal(await snsSms(gone.client, 'SIAGA').publish(phone, message), 'pending');
});

test('what surely sent nothing is tried again before it is pending, and nothing else is', async (t) => {
  cloud.arm({ service: 'sns', mode: 'throttle', times: 2 });
  assert.equal(await sms.publish('+628111000704', message), 'sent');
  assert.equal(cloud.phones.messages('+628111000704').length, 1);

  const throttling = await fakeSns(t, snsError(400, 'Throttling', 'Rate exceeded'));
  await snsSms(throttling.client, 'SIAGA').publish(phone, message);
  const broken = await fakeSns(t, snsError(500, 'InternalError', 'It may have been sent'));
  await snsSms(broken.client, 'SIAGA').publish(phone, message);
  const silent = await fakeSns(t, 'never');
  await snsSms(silent.client, 'SIAGA').publish(phone, message);
  const tries = [throttling, broken, silent].map(({ asked }) => asked.length);
  assert.deepEqual(tries, [3, 1, 1]);
});

test('a connection that was closed meanwhile costs one more try and no page', async (t) => {
  let connections = 0;
  const server = createServer((_, response) => {
    const { status, headers, body } = snsPublished();
    response.writeHead(status, headers).end(body);
  });
  server.on('connection', (socket) => {
    if ((connections += 1) === 1) socket.resetAndDestroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'x', secretAccessKey: 'x' };
  const config = { ...smsConfig, endpoint, region: 'ap-southeast-3', credentials };
  const client = new SNSClient(config);
  t.after(() => {
    client.destroy();
    server.closeAllConnections();
    server.close();
  });
  assert.equal(await snsSms(client, 'SIAGA').publish(phone, message), 'sent');
  assert.equal(connections, 2);
});

const event: TopicEvent = {
  type: 'paged',
  alertId: 'alr_1',
  tier: 1,
  step: 0,
  pages: 1,
  failed: 0,
  at: '2026-03-01T20:12:00.000Z',
};

test('an event reaches the topic of its tier as JSON', async () => {
  const arn = cloud.environment('pager', 2).TOPIC_ARN!;
  await snsTopic(cloud.as('pager', 2).sns, arn).publish({ ...event, tier: 2 });
  assert.deepEqual(cloud.told(arn), [{ ...event, tier: 2 }]);
});

test('an event that is not published is an error, which its caller decides about', async () => {
  const arn = cloud.environment('pager', 1).TOPIC_ARN!;
  cloud.arm({ service: 'sns', action: 'Publish', mode: 'before' });
  await assert.rejects(snsTopic(cloud.as('pager', 1).sns, arn).publish(event));
});

test('what SNS says of a number does not pass what may be logged of an error', async (t) => {
  const text = `Invalid parameter: PhoneNumber Reason: ${phone} is not valid`;
  const { client } = await fakeSns(t, snsError(400, 'InvalidParameter', text));
  const failure = await snsTopic(client, 'arn:aws:sns:x:1:t')
    .publish(event)
    .catch((error: unknown) => error);
  assert.ok(String(failure).includes(phone), 'the error itself holds it');
  const facts = errorFacts(failure);
  assert.equal(facts.error, 'InvalidParameterException');
  assert.ok(!JSON.stringify(facts).includes(phone));
});
