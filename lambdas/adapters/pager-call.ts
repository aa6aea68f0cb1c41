import { randomUUID } from 'node:crypto';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Tier } from '../domain/policy.ts';
import type { CallPager } from '../past-the-queue.ts';

const attempts = 2;

/** What a message names as its source that came past the queue. */
export const pastTheQueue = 'aws:lambda';

/**
 * Lambda keeps the event and runs the pager, whose names are `pagers`; nobody waits for what comes of
 * it. Lambda's own client would make the bundle of press a good deal larger for this one request, so
 * it goes out through the client of SQS: with its credentials, its connections and its time-outs.
 */
export function pagerCall(
  { config }: SQSClient,
  pagers: Readonly<Record<Tier, string>>,
  endpoint = process.env.AWS_ENDPOINT_URL,
): CallPager {
  return async (tier, hint) => {
    const { credentials, region, sha256, requestHandler } = config;
    const base = new URL(endpoint ?? `https://lambda.${await region()}.amazonaws.com`);
    const record = {
      messageId: randomUUID(),
      body: JSON.stringify(hint),
      eventSource: pastTheQueue,
    };
    const body = JSON.stringify({ Records: [record] });
    const request = new HttpRequest({
      method: 'POST',
      protocol: base.protocol,
      hostname: base.hostname,
      port: base.port === '' ? undefined : Number(base.port),
      path: `/2015-03-31/functions/${pagers[tier]}/invocations`,
      headers: {
        host: base.host,
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'x-amz-invocation-type': 'Event',
      },
      body,
    });
    const signer = new SignatureV4({ service: 'lambda', credentials, region, sha256 });
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { response } = await requestHandler.handle(
          (await signer.sign(request)) as HttpRequest,
        );
        response.body.resume();
        if (response.statusCode === 202) return;
        throw new PagerCallError(response.statusCode);
      } catch (error) {
        if (attempt === attempts) throw error;
      }
    }
  };
}

export class PagerCallError extends Error {
  override name = 'PagerCallError';
  readonly $metadata: { httpStatusCode: number };

  constructor(httpStatusCode: number) {
    super('Lambda did not take the event');
    this.$metadata = { httpStatusCode };
  }
}
