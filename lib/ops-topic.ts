import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/** Where all alarms go. CloudWatch cannot use SNS's own key, so the topic has one that lets it. */
export class OpsTopic extends Topic {
  constructor(scope: Construct, id: string, alarmEmail: string | undefined) {
    const key = new Key(scope, `${id}Key`, {
      enableKeyRotation: true,
      description: 'Siaga: the topic of alarms',
    });
    key.grant(
      new ServicePrincipal('cloudwatch.amazonaws.com'),
      'kms:Decrypt',
      'kms:GenerateDataKey',
    );
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'Siaga alarms' });
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}
