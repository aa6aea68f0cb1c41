import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { alertStore } from '../adapters/alert-store.ts';
import { boardStore } from '../adapters/board-store.ts';
import { caseStore } from '../adapters/case-store.ts';
import { clientConfig } from '../adapters/clients.ts';
import { documentStore } from '../adapters/document-store.ts';
import { required } from '../adapters/environment.ts';
import { locationReader } from '../adapters/location-store.ts';
import { readLog } from '../adapters/read-log.ts';
import { saidReader } from '../adapters/said-store.ts';
import { scriptStore } from '../adapters/script-store.ts';
import { serve } from '../adapters/serve.ts';
import { paceStore } from '../adapters/pace-store.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { tripStore } from '../adapters/trip-store.ts';
import { workloadStore } from '../adapters/workload-store.ts';
import { responderApp } from './app.ts';

const common = { clock: { now: Date.now }, telemetry: telemetry() };
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(clientConfig);

export const handler = serve(
  responderApp({
    store: alertStore(dynamodb, table),
    documents: documentStore(dynamodb, table),
    queue: allTierQueues(common),
    board: boardStore(dynamodb, table),
    pace: paceStore(dynamodb, table),
    cases: caseStore(dynamodb, table, Number(required('WORDS_RETENTION_DAYS'))),
    reads: readLog(dynamodb, table, Number(required('RETENTION_DAYS'))),
    said: saidReader(dynamodb, table),
    locations: locationReader(dynamodb, table),
    trips: tripStore(dynamodb, table),
    scripts: scriptStore(dynamodb, table),
    workload: workloadStore(dynamodb, table),
    ...common,
  }),
);
