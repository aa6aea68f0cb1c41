import { Duration } from 'aws-cdk-lib';
import { Rule, RuleTargetInput, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Alias } from 'aws-cdk-lib/aws-kms';
import { MetricType, RecursiveLoop } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Tier } from '../lambdas/domain/policy.ts';
import { refreshEvent } from '../lambdas/pager/refresh.ts';
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
  /** How long what the queue kept of a person's words is stored. */
  wordsRetentionDays: number;
  alarms: ITopic;
}

/** A step pages up to 300 people at SNS's 20 a second. */
const pagerTimeout = Duration.seconds(30);

/**
 * Nobody waits for a batch to fill, so in ordinary times each holds one message; in a flood a pager
 * works on all of a batch at the same time. What a batch and a pager's time-out allow must exceed what
 * a step takes that pages 60 people for each of five alerts.
 */
const batchSize = 5;

/**
 * Batches at once. A look at an alert takes well under 200 ms, so that batches times their size times 5
 * a second must exceed the looks of a flood: each alert is looked at once when it opens and twice a
 * step. 100,000 presses a minute are 1,700 a second for tier 1. All lanes together have to leave most
 * of the account's concurrency (1,000 unless raised) to the functions that take presses.
 */
const mostAtOnce: Readonly<Record<Tier, number>> = { 1: 100, 2: 40, 3: 40 };

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
        WORDS_RETENTION_DAYS: String(props.wordsRetentionDays),
      },
      permissions: [
        ...alerts.items({
          GetItem: ['ALERT', 'TEAM', 'SCRIPT'],
          PutItem: ['ALERT', 'TEAM'],
          BatchGetItem: ['ALERT', 'TEAM', 'POLICY'],
        }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
        new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
        // A phone number has no ARN and no region, so an SMS needs everything but topics.
        new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
      ],
    });
    // Called past its queue: what could not run within a minute is the sweeper's, which calls again. A
    // refresh that could not is the next one's.
    this.pager.configureAsyncInvoke({ maxEventAge: Duration.minutes(1), retryAttempts: 0 });
    const source = new SqsEventSource(this.queue, {
      batchSize,
      maxConcurrency: mostAtOnce[tier],
      reportBatchItemFailures: true,
      metricsConfig: { metrics: [MetricType.EVENT_COUNT] },
    });
    this.pager.addEventSource(source);
    // A pager that has never read its team could page nobody while the table is out.
    new Rule(this, 'Refresh', {
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(this.pager, {
          event: RuleTargetInput.fromObject(refreshEvent),
          retryAttempts: 0,
        }),
      ],
    });
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
