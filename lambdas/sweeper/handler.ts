import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig } from '../adapters/clients.ts';
import { dueStore } from '../adapters/due-store.ts';
import { required } from '../adapters/environment.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { tierQueues } from '../adapters/tier-queues.ts';
import { sweep, type SweeperPorts } from './sweep.ts';

const ports: SweeperPorts = {
  store: dueStore(new DynamoDBClient(clientConfig), required('TABLE_NAME')),
  queue: tierQueues(new SQSClient(clientConfig), {
    1: required('QUEUE_URL_1'),
    2: required('QUEUE_URL_2'),
    3: required('QUEUE_URL_3'),
  }),
  clock: { now: Date.now },
  telemetry: telemetry(),
};

export async function handler(): Promise<void> {
  await sweep(ports);
}
