import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { holdsScope, openAuthorizer } from './authorizer.ts';
import { eventOf } from './event.ts';
import type { Functions } from './functions.ts';
import { matchRoute } from './routing.ts';
import type { LocalStack } from './stack.ts';

export interface Gateway {
  handle(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>;
}

/** The HTTP API of the template: its routes, its authorizer with the scopes of each. */
export function openGateway(
  stack: Pick<LocalStack, 'routes' | 'issuer' | 'audience'>,
  functions: Pick<Functions, 'invoke'>,
): Gateway {
  const authorizer = openAuthorizer(stack);
  return {
    async handle(request, reply) {
      const [path = '/'] = request.url.split('?');
      const match = matchRoute(stack.routes, request.method, path);
      if (match === undefined) return refuse(reply, 404, 'Not Found');
      const { route } = match;
      let claims;
      if (route.scopes !== undefined) {
        claims = await authorizer.verify(request.headers.authorization);
        if (claims === undefined) {
          return refuse(reply.header('www-authenticate', 'Bearer'), 401, 'Unauthorized');
        }
        if (!holdsScope(claims, route.scopes)) return refuse(reply, 403, 'Forbidden');
      }
      const invoked = functions.invoke(route.functionId, eventOf(request, match, claims));
      try {
        const result = await within(route.timeoutMs, invoked);
        if (result === late) return refuse(reply, 503, 'Service Unavailable');
        return answer(reply, result);
      } catch {
        return refuse(reply, 500, 'Internal Server Error');
      }
    },
  };
}

const late = Symbol('late');

/** The API does not wait for a function longer than its integration says. */
async function within<Result>(ms: number, invoked: Promise<Result>): Promise<Result | typeof late> {
  let timer;
  const lateness = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), ms);
  });
  try {
    return await Promise.race([invoked, lateness]);
  } finally {
    clearTimeout(timer);
  }
}

function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).type('application/json').send(JSON.stringify({ message }));
}

/** What a function returns without a `statusCode` is itself the body of a 200. */
function answer(reply: FastifyReply, result: unknown): FastifyReply {
  const shaped = typeof result === 'object' && result !== null && 'statusCode' in result;
  if (!shaped) {
    const body = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    return reply.type('application/json').send(body);
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } =
    result as APIGatewayProxyStructuredResultV2;
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  void reply.code(statusCode ?? 200).headers({ 'content-type': 'text/plain;charset=UTF-8' });
  for (const [name, value] of Object.entries(headers ?? {})) void reply.header(name, value);
  if (cookies !== undefined) void reply.header('set-cookie', cookies);
  return reply.send(bytes);
}
