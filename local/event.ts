import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { JWTPayload } from 'jose';
import type { Match } from './routing.ts';

/**
 * HTTP APIs hand over only these as text and everything else in base64, forms among it, and what
 * names no type at all.
 */
const textual = /^(text\/|application\/(json|xml|javascript)\b)/;

/**
 * The event that an HTTP API makes of a request, payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function eventOf(
  request: FastifyRequest,
  { route, pathParameters }: Match,
  claims: JWTPayload | undefined,
) {
  const [rawPath, rawQueryString = ''] = request.url.split(/\?(.*)/s) as [string, string?];
  const { cookie, ...headers } = request.headers;
  const body = request.body as Buffer | undefined;
  const isBase64Encoded = body !== undefined && !textual.test(headers['content-type'] ?? '');
  const now = new Date();
  const parameters = new URLSearchParams(rawQueryString);
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: mapValues(headers, (value) => [value].flat().join(',')),
    ...(rawQueryString !== '' && {
      queryStringParameters: Object.fromEntries(
        [...parameters.keys()].map((name) => [name, parameters.getAll(name).join(',')]),
      ),
    }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: 'anonymous',
      apiId: 'local',
      domainName: request.headers.host ?? 'localhost',
      domainPrefix: 'local',
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
      http: {
        method: request.method,
        path: rawPath,
        protocol: 'HTTP/1.1',
        sourceIp: request.ip,
        userAgent: headers['user-agent'] ?? '',
      },
      ...(claims && {
        authorizer: { jwt: { claims: mapValues(claims, claimText), scopes: scopesOf(route) } },
      }),
    },
    ...(body !== undefined && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

/** API Gateway hands every claim over as a string, a list in brackets. */
function claimText(claim: unknown): string {
  return Array.isArray(claim) ? `[${claim.join(' ')}]` : String(claim);
}

function scopesOf({ scopes }: Match['route']): string[] | null {
  return scopes === undefined || scopes.length === 0 ? null : scopes;
}

function mapValues<Value>(of: Record<string, Value>, change: (value: Value) => string) {
  return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, change(value)]));
}
