import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { clientConfig } from '../adapters/clients.ts';
import { documentStore } from '../adapters/document-store.ts';
import { required } from '../adapters/environment.ts';
import { rotaMemoryStore } from '../adapters/rota-memory-store.ts';
import { snsRotaTopics, snsSms } from '../adapters/sns.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { type RotaPorts, tellRotas } from './tell.ts';

const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(clientConfig);
const sns = new SNSClient(clientConfig);

const ports: RotaPorts = {
  documents: documentStore(dynamodb, table),
  memory: rotaMemoryStore(dynamodb, table),
  sms: snsSms(sns, required('SENDER_ID')),
  topics: snsRotaTopics(sns, {
    1: required('TOPIC_ARN_1'),
    2: required('TOPIC_ARN_2'),
    3: required('TOPIC_ARN_3'),
  }),
  clock: { now: Date.now },
  telemetry: telemetry(),
};

export async function handler(): Promise<void> {
  await tellRotas(ports);
}
