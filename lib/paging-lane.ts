import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { MetricType, RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Tier } from '../lambdas/domain/policy.ts';
import type { AlertTable } from './alert-table.ts';
import { LaneAlarms } from './lane-alarms.ts';
import { SiagaFunction } from './siaga-function.ts';

export interface PagingLaneProps {
  tier: Tier;
  alerts: AlertTable;
  /** What the links of an SMS begin with. */
  linkBase: string;
  senderId: string;
  /** Where SMS go out while SNS is out in the stack's own region. */
  smsFallbackRegion: string;
  alarms: ITopic;
}

/** A step pages up to 300 people at SNS's 20 a second. */
const pagerTimeout = Duration.seconds(30);

/**
 * All that pages one tier: queue, dead-letter queue, pager, topic, alarms. Lanes share nothing, so
 * that a flood in tier 3 cannot slow tier 1.
 */
export class PagingLane extends Construct {
  readonly queue: Queue;
  readonly topic: Topic;
  readonly pager: SiagaFunction;

  constructor(scope: Construct, id: string, props: PagingLaneProps) {
    super(scope, id);
    const { tier, alerts } = props;
    const deadLetters = new Queue(this, 'DeadLetters', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    this.queue = new Queue(this, 'Queue', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS asks for six times the function's time-out, else a slow batch is handed out twice.
      visibilityTimeout: Duration.seconds(6 * pagerTimeout.toSeconds()),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
    });
    this.topic = new Topic(this, 'Topic', {
      masterKey: Alias.fromAliasName(this, 'TopicKey', 'alias/aws/sns'),
      enforceSSL: true,
      displayName: `Siaga tier ${tier}`,
    });

    this.pager = new SiagaFunction(this, 'Pager', {
      folder: 'pager',
      description: `Pages the on-call responders of tier ${tier}`,
      timeout: pagerTimeout,
      // The escalation loops through the queue on purpose; its policy bounds the rounds.
      recursiveLoop: RecursiveLoop.ALLOW,
      environment: {
        TABLE_NAME: alerts.table.tableName,
        TIER: String(tier),
        QUEUE_URL: this.queue.queueUrl,
        TOPIC_ARN: this.topic.topicArn,
        SENDER_ID: props.senderId,
        SMS_FALLBACK_REGION: props.smsFallbackRegion,
        LINK_BASE_URL: props.linkBase,
      },
      permissions: [
        ...alerts.items('GetItem', 'PutItem', 'BatchGetItem'),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
        new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
        // A phone number has no ARN and no region, so an SMS needs everything but topics.
        new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
      ],
    });
    // Called past its queue: what could not run within a minute is the sweeper's, which calls again.
    this.pager.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });
    const source = new SqsEventSource(this.queue, {
      batchSize: tier === 1 ? 1 : 5,
      maxConcurrency: tier === 1 ? 50 : 10,
      reportBatchItemFailures: true,
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
    this.pager.addEventSource(source);
    new LaneAlarms(this, 'Alarms', {
      tier,
      queue: this.queue,
      deadLetters,
      pager: this.pager,
      eventSourceId: source.eventSourceMappingId,
      notify: props.alarms,
    });
  }
}
