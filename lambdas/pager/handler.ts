import { randomBytes } from 'node:crypto';
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { caseStore } from '../adapters/case-store.ts';
import { pastTheQueue } from '../adapters/pager-call.ts';
import { clientConfig, queueConfig, smsConfig, tableConfig } from '../adapters/clients.ts';
import { required } from '../adapters/environment.ts';
import { paceStore } from '../adapters/pace-store.ts';
import { pagingStore } from '../adapters/paging-store.ts';
import { saidKeeper } from '../adapters/said-store.ts';
import { scriptStore } from '../adapters/script-store.ts';
import { snsSms, snsTopic } from '../adapters/sns.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { tierQueues } from '../adapters/tier-queues.ts';
import type { Hint } from '../domain/escalation.ts';
import type { Tier } from '../domain/policy.ts';
import { Outage } from '../outage.ts';
import { twoRegions } from '../two-regions.ts';
import { InTurn } from './in-turn.ts';
import { page, type PagerPorts } from './page.ts';
import { Pressure } from './pressure.ts';
import { refresh, type refreshEvent } from './refresh.ts';
import { Repeats } from './repeats.ts';

const tier = Number(required('TIER')) as Tier;
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(tableConfig);
const sns = new SNSClient(smsConfig);
const otherSns = new SNSClient({ ...smsConfig, region: required('SMS_FALLBACK_REGION') });
const senderId = required('SENDER_ID');
const wordsRetentionDays = Number(required('WORDS_RETENTION_DAYS'));
const clock = { now: Date.now };
const told = telemetry();

const lane = pagingStore(dynamodb, table);

const ports: PagerPorts = {
  store: { ...alertStore(dynamodb, table), ...lane },
  queue: tierQueues(new SQSClient(queueConfig), { [tier]: required('QUEUE_URL') }),
  sms: twoRegions([snsSms(sns, senderId), snsSms(otherSns, senderId)], {
    outage: new Outage(clock),
    fellOver: () => told.count('PagesFellOver', tier),
  }),
  topic: snsTopic(new SNSClient(clientConfig), required('TOPIC_ARN')),
  clock,
  telemetry: told,
  linkBase: required('LINK_BASE_URL'),
  lastSeen: new Map(),
  pace: paceStore(dynamodb, table),
  pressure: new Pressure(),
  repeats: new Repeats(),
  said: saidKeeper(dynamodb, table, wordsRetentionDays),
  cases: caseStore(dynamodb, table, wordsRetentionDays),
  scripts: scriptStore(dynamodb, table),
  newKey: () => randomBytes(32).toString('base64url'),
};

const processor = new BatchProcessor(EventType.SQS);

/** What failed goes back to the queue alone; the rest of the batch is done. */
export async function handler(event: SQSEvent | typeof refreshEvent): Promise<SQSBatchResponse> {
  if ('refresh' in event) {
    await refresh({ ...ports, lane }, tier);
    return { batchItemFailures: [] };
  }
  if (event.Records.some(({ eventSource }) => eventSource === pastTheQueue)) {
    told.count('QueueBypassed', tier);
  }
  // Two messages about one alert would each find its step not taken yet, and page it twice.
  const inTurn = new InTurn();
  const lookInTurn = async (record: SQSRecord) => {
    const hint = JSON.parse(record.body) as Hint;
    return inTurn.do(hint.alertId, () => look(hint));
  };
  return processPartialResponse(event, lookInTurn, processor, {
    // A batch that failed as a whole is no reason to fail the function: its alarm is the queue's.
    throwOnFullBatchFailure: false,
  });
}

async function look(hint: Hint): Promise<void> {
  try {
    await page(ports, tier, hint);
  } catch (error) {
    ports.telemetry.fail('page not taken', error, { alertId: hint.alertId, tier });
    throw error;
  }
}
