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

export function snsSms(client: SNSClient, senderId: string): Sms {
  return {
    async publish(phone, text) {
      try {
        await client.send(
          new PublishCommand({
            PhoneNumber: phone,
            Message: text,
            MessageAttributes: {
              // The account's default is Promotional, which carriers hold back at night.
              'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
              'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: senderId },
            },
          }),
        );
        return 'sent';
      } catch (error) {
        // The error's text can hold the number, so nothing but its kind leaves this function.
        return permanent.has((error as Error).name) ? 'failed' : 'pending';
      }
    },
  };
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
