import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { alertStore } from '../adapters/alert-store.ts';
import { caseStore } from '../adapters/case-store.ts';
import { callerOf } from '../adapters/caller.ts';
import { tableConfig } from '../adapters/clients.ts';
import { required } from '../adapters/environment.ts';
import { eraser } from '../adapters/eraser.ts';
import { locationWriter } from '../adapters/location-store.ts';
import { saidKeeper, saidReader } from '../adapters/said-store.ts';
import { scriptStore } from '../adapters/script-store.ts';
import { serve } from '../adapters/serve.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { reporterApp } from './app.ts';

const common = { clock: { now: Date.now }, telemetry: telemetry() };
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(tableConfig);
const retentionDays = Number(required('RETENTION_DAYS'));
const wordsRetentionDays = Number(required('WORDS_RETENTION_DAYS'));

export const handler = serve(
  reporterApp(
    {
      store: alertStore(dynamodb, table),
      said: {
        ...saidKeeper(dynamodb, table, wordsRetentionDays),
        ...saidReader(dynamodb, table),
      },
      cases: caseStore(dynamodb, table, wordsRetentionDays),
      eraser: eraser(dynamodb, table, retentionDays),
      scripts: scriptStore(dynamodb, table),
      locations: locationWriter(dynamodb, table),
      queue: allTierQueues(common),
      ...common,
      newLinkKey: () => randomBytes(32).toString('base64url'),
      retention: retentionDays * 86_400_000,
    },
    callerOf,
  ),
);
