import { randomBytes } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { clientConfig, tableConfig } from '../adapters/clients.ts';
import { consoleTelemetry } from '../adapters/console-telemetry.ts';
import { required } from '../adapters/environment.ts';
import { saidKeeper } from '../adapters/said-store.ts';
import { tierQueues } from '../adapters/tier-queues.ts';
import { saidOf, saysAnything } from '../domain/case.ts';
import { emergencyNumbers } from '../domain/numbers.ts';
import { type PressPorts, takePress } from './press.ts';
import { type ReadPress, readPress } from './read.ts';

const day = 24 * 60 * 60 * 1000;

const table = required('TABLE_NAME');
const dynamodb = new DynamoDBClient(tableConfig);
const saidStore = saidKeeper(dynamodb, table, Number(required('WORDS_RETENTION_DAYS')));

const ports: PressPorts = {
  store: alertStore(dynamodb, table),
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

/** POST /v1/alerts. Every answer, an error too, carries the emergency numbers. */
export async function handler(
  event: APIGatewayProxyEventV2WithJWTAuthorizer,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { requestId, authorizer } = event.requestContext;
  const reporterId = String(authorizer.jwt.claims.sub);
  const read = readPress(
    { text: event.body, base64: event.isBase64Encoded },
    { reporterId, requestId },
  );
  if (read.refused) {
    const title = read.refused === 413 ? 'Content Too Large' : 'Bad Request';
    return problem(read.refused, { title, detail: read.detail, errors: read.errors });
  }

  try {
    const { alert, press } = await takeAll(read);
    return answer(202, 'application/json', {
      alertId: alert.alertId,
      tier: press.tier,
      status: press.status,
      receivedAt: new Date(press.at).toISOString(),
      presses: press.count,
      emergencyNumbers,
      ...(read.warnings.length > 0 && { warnings: read.warnings }),
    });
  } catch (error) {
    consoleTelemetry.fail('press not stored', error, { requestId });
    return problem(503, {
      title: 'Service Unavailable',
      detail: 'The press could not be stored. Send it again, and call one of the numbers.',
      requestId,
    });
  }
}

/** Wishes of contact are a person's words, so they lie apart from the alert. */
async function takeAll({ facts, said }: Extract<ReadPress, { facts: object }>) {
  const keeping = saysAnything(said) && saidStore.keep(saidOf(facts, said, ports.clock.now()));
  const [taken] = await Promise.all([takePress(ports, facts), keeping]);
  return taken;
}

function problem(status: number, more: object) {
  return answer(status, 'application/problem+json', {
    type: 'about:blank',
    status,
    ...more,
    emergencyNumbers,
  });
}

function answer(statusCode: number, contentType: string, body: object) {
  return {
    statusCode,
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}
