import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { tableConfig } from '../adapters/clients.ts';
import { consoleTelemetry } from '../adapters/console-telemetry.ts';
import { required } from '../adapters/environment.ts';
import { saidKeeper } from '../adapters/said-store.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { answerPress, type PressAppPorts } from './app.ts';

const day = 24 * 60 * 60 * 1000;

const common = { clock: { now: Date.now }, telemetry: consoleTelemetry };
const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(tableConfig);

const ports: PressAppPorts = {
  store: alertStore(dynamodb, table),
  said: saidKeeper(dynamodb, table, Number(required('WORDS_RETENTION_DAYS'))),
  queue: allTierQueues(common),
  ...common,
  newLinkKey: () => randomBytes(32).toString('base64url'),
  retention: Number(required('RETENTION_DAYS')) * day,
};

export const handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer) =>
  answerPress(ports, event);
