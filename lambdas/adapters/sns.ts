import { setTimeout as sleep } from 'node:timers/promises';
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Tier } from '../domain/policy.ts';
import type { RotaTopics, Sms, Topic } from '../ports.ts';

/** SNS says with these that trying again cannot help: opted out, or no such number. */
const permanent = new Set([
  'InvalidParameterException',
  'InvalidParameterValueException',
  'InvalidParameter',
  'OptedOutException',
  'ValidationException',
]);

/** How long a try waits for the next at most (ms), where the one before it sent nothing for sure. */
const waits = [100, 300];

/** One region's SNS, whose client tries once: a second try may be a second SMS. */
export function snsSms(client: SNSClient, senderId: string): Sms {
  return {
    async publish(phone, text) {
      const command = new PublishCommand({
        PhoneNumber: phone,
        Message: text,
        MessageAttributes: {
          // The account's default is Promotional, which carriers hold back at night.
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: senderId },
        },
      });
      for (let attempt = 0; ; attempt += 1) {
        try {
          await client.send(command);
          return 'sent';
        } catch (error) {
          // The error's text can hold the number, so nothing but its kind leaves this function.
          if (permanent.has((error as Error).name)) return 'failed';
          const wait = waits[attempt];
          if (wait === undefined || !sentNothing(error)) return 'pending';
          await sleep(wait * Math.random());
        }
      }
    },
  };
}

/** Throttled, or over a connection that had been closed while the function slept. */
function sentNothing(error: unknown): boolean {
  const { name, code = '' } = error as Error & { code?: string };
  return name.startsWith('Throttl') || ['ECONNRESET', 'EPIPE'].includes(code);
}

export function snsTopic(client: SNSClient, topicArn: string): Topic {
  return {
    async publish(event) {
      await client.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(event) }));
    },
  };
}

export function snsRotaTopics(client: SNSClient, topicArns: Record<Tier, string>): RotaTopics {
  return {
    async publish(event) {
      const [TopicArn, Message] = [topicArns[event.tier], JSON.stringify(event)];
      await client.send(new PublishCommand({ TopicArn, Message }));
    },
  };
}
