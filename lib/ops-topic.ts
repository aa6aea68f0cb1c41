import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';

/**
 * Where all alarms go. CloudWatch needs two rights for it, without which an alarm turns red and
 * tells nobody: to use the key (SNS's own key cannot give that), and to publish, since the policy
 * that demands TLS takes the place of the default one, which lets the account's services in.
 */
export class OpsTopic extends Topic {
  constructor(scope: Construct, id: string, alarmEmail: string | undefined) {
    const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');
    const key = new Key(scope, `${id}Key`, {
      enableKeyRotation: true,
      description: 'Siaga: the topic of alarms',
    });
    key.grant(cloudWatch, 'kms:Decrypt', 'kms:GenerateDataKey');
    super(scope, id, { masterKey: key, enforceSSL: true, displayName: 'Siaga alarms' });
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (alarmEmail !== undefined) this.addSubscription(new EmailSubscription(alarmEmail));
  }
}
