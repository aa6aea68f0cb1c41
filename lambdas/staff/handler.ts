import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { alertStore } from '../adapters/alert-store.ts';
import { boardStore } from '../adapters/board-store.ts';
import { calendarStore } from '../adapters/calendar-store.ts';
import { holdsScope, subOf } from '../adapters/caller.ts';
import { caseStore } from '../adapters/case-store.ts';
import { clientConfig } from '../adapters/clients.ts';
import { documentStore } from '../adapters/document-store.ts';
import { required } from '../adapters/environment.ts';
import { eraser } from '../adapters/eraser.ts';
import { locationReader } from '../adapters/location-store.ts';
import { readLog } from '../adapters/read-log.ts';
import { saidReader } from '../adapters/said-store.ts';
import { scriptStore } from '../adapters/script-store.ts';
import { serve } from '../adapters/serve.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { tripStore } from '../adapters/trip-store.ts';
import { workloadStore } from '../adapters/workload-store.ts';
import { staffApp } from './app.ts';

const common = { clock: { now: Date.now }, telemetry: telemetry() };
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(clientConfig);

const app = staffApp(
  {
    store: alertStore(dynamodb, table),
    board: boardStore(dynamodb, table),
    documents: documentStore(dynamodb, table),
    eraser: eraser(dynamodb, table, Number(required('RETENTION_DAYS'))),
    scripts: scriptStore(dynamodb, table),
    trips: tripStore(dynamodb, table),
    queue: allTierQueues(common),
    cases: caseStore(dynamodb, table, Number(required('WORDS_RETENTION_DAYS'))),
    reads: readLog(dynamodb, table, Number(required('RETENTION_DAYS'))),
    said: saidReader(dynamodb, table),
    locations: locationReader(dynamodb, table),
    workload: workloadStore(dynamodb, table),
    calendars: calendarStore(dynamodb, table),
    newLinkKey: () => randomBytes(32).toString('base64url'),
    linkBase: required('LINK_BASE_URL'),
    ...common,
  },
  { subOf, holdsScope },
);

export const handler = serve(app);
