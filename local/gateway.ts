import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Functions } from './functions.ts';
import { type Match, matchRoute } from './routing.ts';
import type { LocalStack } from './stack.ts';

export interface Gateway {
  handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

const textual = /^(text\/|application\/(json|[\w.+-]*\+json|x-www-form-urlencoded|xml|javascript))/;

/** The HTTP API of the template: its routes, its authorizer with a scope for each, its events. */
export function openGateway(stack: LocalStack, functions: Functions): Gateway {
  const keys = createRemoteJWKSet(new URL(`${stack.issuer}/jwks`));

  async function authorize(request: FastifyRequest): Promise<JWTPayload | undefined> {
    const [, token] = /^(?:Bearer )?(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) return undefined;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: stack.issuer,
        audience: stack.audience,
        // HTTP APIs take RSA alone.
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
      });
      return payload;
    } catch {
      return undefined;
    }
  }

  return {
    async handle(request, reply) {
      const [path = '/'] = request.url.split('?');
      const match = matchRoute(stack.routes, request.method, path);
      if (match === undefined) return refuse(reply, 404, 'Not Found');
      const { scopes } = match.route;
      const claims = scopes && (await authorize(request));
      if (scopes !== undefined) {
        if (claims === undefined) {
          void reply.header('www-authenticate', 'Bearer');
          return refuse(reply, 401, 'Unauthorized');
        }
        const held = String(claims.scope ?? claims.scp ?? '').split(' ');
        if (scopes.length > 0 && !scopes.some((scope) => held.includes(scope))) {
          return refuse(reply, 403, 'Forbidden');
        }
      }
      try {
        const event = eventOf(request, match, claims);
        return answer(reply, await functions.invoke(match.route.functionId, event));
      } catch {
        return refuse(reply, 500, 'Internal Server Error');
      }
    },
  };
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).type('application/json').send(JSON.stringify({ message }));
}

/** An event of payload format 2.0. */
function eventOf(request: FastifyRequest, { route, pathParameters }: Match, claims?: JWTPayload) {
  const [rawPath, rawQueryString = ''] = request.url.split(/\?(.*)/s) as [string, string?];
  const { cookie, ...headers } = request.headers;
  const query = Object.groupBy([...new URLSearchParams(rawQueryString)], ([name]) => name);
  const body = request.body as Buffer | undefined;
  const isBase64Encoded = body !== undefined && !textual.test(headers['content-type'] ?? 'text/');
  const now = new Date();
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')]),
    ),
    ...(rawQueryString !== '' && {
      queryStringParameters: Object.fromEntries(
        Object.entries(query).map(([name, all]) => [
          name,
          all!.map(([, value]) => value).join(','),
        ]),
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
        sourceIp: '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      ...(claims && {
        authorizer: { jwt: { claims: stringClaims(claims), scopes: route.scopes ?? null } },
      }),
    },
    ...(body !== undefined && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

/** API Gateway hands every claim over as a string. */
function stringClaims(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : String(value),
    ]),
  );
}

function answer(reply: FastifyReply, result: unknown): FastifyReply {
  const shaped = typeof result === 'object' && result !== null && 'statusCode' in result;
  if (!shaped) return reply.type('application/json').send(JSON.stringify(result ?? null));
  const { statusCode, headers, cookies, body, isBase64Encoded } =
    result as APIGatewayProxyStructuredResultV2;
  void reply.code(statusCode ?? 200).headers({ 'content-type': 'text/plain', ...headers });
  if (cookies !== undefined) void reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'));
}
