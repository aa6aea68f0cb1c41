import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { HttpRequest } from '@smithy/core/protocols';
import { pagerCall } from '../../lambdas/adapters/pager-call.ts';
import { tiers } from '../../lambdas/domain/policy.ts';
import type { CallPager } from '../../lambdas/past-the-queue.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
let pagers: Record<1 | 2 | 3, string>;
let endpoint: string;
let call: CallPager;
before(async () => {
  cloud = await openCloud();
  const environment = cloud.environment('press');
  pagers = { 1: environment.PAGER_1!, 2: environment.PAGER_2!, 3: environment.PAGER_3! };
  endpoint = environment.AWS_ENDPOINT_URL!;
  call = pagerCall(cloud.as('press').sqs, pagers, endpoint);
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

test('a call runs the pager of its tier with what its queue would have brought', async () => {
  for (const tier of tiers) {
    const hint = { alertId: `alr_${tier}`, turn: tier };
    await call(tier, hint);
    const [ran, ...others] = cloud.ran();
    assert.deepEqual([ran?.function, ran?.tier, others], ['pager', String(tier), []]);
    const { Records } = ran!.event as { Records: { messageId: string; body: string }[] };
    assert.equal(Records.length, 1);
    assert.ok(Records[0]!.messageId.length > 0);
    assert.deepEqual(JSON.parse(Records[0]!.body), hint);
  }
});

test('a call that fails for a moment is made all the same, and one that goes on failing is an error', async () => {
  cloud.arm({ service: 'lambda', mode: 'throttle', times: 1 });
  await call(1, { alertId: 'alr_x' });
  assert.equal(cloud.ran().length, 1);
  cloud.arm({ service: 'lambda', mode: 'before' });
  await assert.rejects(call(1, { alertId: 'alr_x' }), {
    name: 'PagerCallError',
    $metadata: { httpStatusCode: 500 },
  });
  assert.deepEqual(cloud.ran(), []);
});

test('a pager may call none, and nobody may call what is no pager', async () => {
  const denied = { name: 'PagerCallError', $metadata: { httpStatusCode: 403 } };
  const byPager = pagerCall(cloud.as('pager', 1).sqs, pagers, endpoint);
  await assert.rejects(byPager(1, { alertId: 'alr_x' }), denied);
  const { AWS_LAMBDA_FUNCTION_NAME: staff } = cloud.environment('staff');
  const ofStaff = pagerCall(cloud.as('press').sqs, { ...pagers, 1: staff! }, endpoint);
  await assert.rejects(ofStaff(1, { alertId: 'alr_x' }), denied);
});

test('without an endpoint of its own it is signed for Lambda in the region of the stack', async () => {
  const asked: HttpRequest[] = [];
  const client = new SQSClient({
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'KEY', secretAccessKey: 'secret', sessionToken: 'token' },
    requestHandler: {
      handle: async (request: HttpRequest) => {
        asked.push(request);
        return { response: { statusCode: 202, headers: {}, body: { resume: () => {} } } as never };
      },
    },
  });
  await pagerCall(client, pagers, undefined)(2, { alertId: 'alr_x' });
  const { hostname, path, headers } = asked[0]!;
  assert.equal(hostname, 'lambda.ap-southeast-3.amazonaws.com');
  assert.equal(path, `/2015-03-31/functions/${pagers[2]}/invocations`);
  assert.equal(headers['x-amz-invocation-type'], 'Event');
  assert.equal(headers['x-amz-security-token'], 'token');
  assert.match(
    headers.authorization!,
    /Credential=KEY\/\d{8}\/ap-southeast-3\/lambda\/aws4_request, SignedHeaders=[a-z0-9;-]*host;/,
  );
});
