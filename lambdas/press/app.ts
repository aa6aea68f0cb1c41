import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { saidOf, saysAnything } from '../domain/case.ts';
import { emergencyNumbers } from '../domain/numbers.ts';
import { emergencyNumbersIn } from '../domain/referral/emergency-numbers.ts';
import { tierOf } from '../domain/policy.ts';
import { allDone, keepWords } from '../keep-words.ts';
import type { SaidStore } from '../ports.ts';
import { type PressPorts, takePress } from './press.ts';
import { type ReadPress, readPress } from './read.ts';

export interface PressAppPorts extends PressPorts {
  said: Pick<SaidStore, 'keep'>;
}

/** POST /v1/alerts. Every answer, an error too, carries the emergency numbers. */
export async function answerPress(
  ports: PressAppPorts,
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
    const { alert, press } = await takeAll(ports, read);
    return answer(202, 'application/json', {
      alertId: alert.alertId,
      tier: press.tier,
      status: press.status,
      receivedAt: new Date(press.at).toISOString(),
      presses: press.count,
      emergencyNumbers: emergencyNumbersIn(read.facts.region ?? {}),
      ...(read.warnings.length > 0 && { warnings: read.warnings }),
    });
  } catch (error) {
    ports.telemetry.fail('press not stored', error, { requestId });
    return problem(503, {
      title: 'Service Unavailable',
      detail: 'The press could not be stored. Send it again, and call one of the numbers.',
      requestId,
    });
  }
}

/** Wishes of contact are a person's words, so they lie apart from the alert. */
export async function takeAll(
  ports: PressAppPorts,
  { facts, said: spoken }: Pick<Extract<ReadPress, { facts: object }>, 'facts' | 'said'>,
) {
  const taking = takePress(ports, facts);
  if (!saysAnything(spoken)) return taking;
  const said = saidOf(facts, spoken, ports.clock.now());
  const hint = { alertId: said.alertId, said };
  const keep = () => ports.said.keep(said);
  return allDone(taking, keepWords(ports, { tier: tierOf(facts.category), hint }, keep));
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
