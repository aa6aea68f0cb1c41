import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { clientConfig, tableConfig } from '../adapters/clients.ts';
import { consoleTelemetry } from '../adapters/console-telemetry.ts';
import { required } from '../adapters/environment.ts';
import { saidKeeper } from '../adapters/said-store.ts';
import { tierQueues } from '../adapters/tier-queues.ts';
import { answerPress, type PressAppPorts } from './app.ts';

const day = 24 * 60 * 60 * 1000;

const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(tableConfig);

const ports: PressAppPorts = {
  store: alertStore(dynamodb, table),
  said: saidKeeper(dynamodb, table, Number(required('WORDS_RETENTION_DAYS'))),
  queue: tierQueues(new SQSClient(clientConfig), {
    1: required('QUEUE_URL_1'),
    2: required('QUEUE_URL_2'),
    3: required('QUEUE_URL_3'),
  }),
  clock: { now: Date.now },
  telemetry: consoleTelemetry,
  newLinkKey: () => randomBytes(32).toString('base64url'),
  retention: Number(required('RETENTION_DAYS')) * day,
};

export const handler = (event: APIGatewayProxyEventV2WithJWTAuthorizer) =>
  answerPress(ports, event);
