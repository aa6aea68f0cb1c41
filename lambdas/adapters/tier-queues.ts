import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Hint } from '../domain/escalation.ts';
import type { Tier } from '../domain/policy.ts';
import { Outage } from '../outage.ts';
import { pastTheQueue } from '../past-the-queue.ts';
import type { Clock, Queue, Telemetry } from '../ports.ts';
import { queueConfig } from './clients.ts';
import { required } from './environment.ts';
import { pagerCall } from './pager-call.ts';

/** The queues of all tiers and the way past them, as the stack names them to a function. */
export function allTierQueues(of: { clock: Clock; telemetry: Pick<Telemetry, 'fail'> }): Queue {
  const ofEach = (name: string) => ({
    1: required(`${name}_1`),
    2: required(`${name}_2`),
    3: required(`${name}_3`),
  });
  const client = new SQSClient(queueConfig);
  const queues = tierQueues(client, ofEach('QUEUE_URL'));
  const outage = new Outage(of.clock);
  return pastTheQueue(queues, pagerCall(client, ofEach('PAGER')), { ...of, outage });
}

export function tierQueues(
  client: SQSClient,
  urls: Readonly<Partial<Record<Tier, string>>>,
): Queue {
  return {
    async send(tier, hint, delaySeconds) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: urls[tier],
          MessageBody: bodyOf(hint),
          DelaySeconds: delaySeconds,
        }),
      );
    },
  };
}

/** SQS takes no U+FFFE and no U+FFFF, and some engines no surrogates; a person's words may hold all. */
function bodyOf(hint: Hint): string {
  return JSON.stringify(hint).replaceAll(
    /[\uD800-\uDFFF\uFFFE\uFFFF]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}`,
  );
}
