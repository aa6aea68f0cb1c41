import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { handle } from 'hono/aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { clientConfig } from '../adapters/clients.ts';
import { documentStore } from '../adapters/document-store.ts';
import { required } from '../adapters/environment.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { workloadStore } from '../adapters/workload-store.ts';
import { responderApp } from './app.ts';

const clock = { now: Date.now };
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(clientConfig);

export const handler = handle(
  responderApp({
    store: alertStore(dynamodb, table),
    documents: documentStore(dynamodb, table),
    queue: allTierQueues(clock),
    workload: workloadStore(dynamodb, table),
    clock,
    telemetry: telemetry(),
  }),
);
