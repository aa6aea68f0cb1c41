import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Tier } from '../domain/policy.ts';
import type { Queue } from '../ports.ts';

export function tierQueues(
  client: SQSClient,
  urls: Readonly<Partial<Record<Tier, string>>>,
): Queue {
  return {
    async send(tier, hint, delaySeconds) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: urls[tier],
          MessageBody: JSON.stringify(hint),
          DelaySeconds: delaySeconds,
        }),
      );
    },
  };
}
