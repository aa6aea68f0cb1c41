import type { Hono, MiddlewareHandler } from 'hono';
import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda';
import { matchedRoutes } from 'hono/route';

/** What API Gateway calls: an app with the requests that Hono's adapter cannot make put right. */
export function serve(app: Hono) {
  const answer = handle(app);
  return (event: LambdaEvent, context: LambdaContext) => answer(readable(event), context);
}

/**
 * A GET may come with a body and a cookie with any bytes. The adapter throws on both and logs what it
 * threw on; nothing here reads either.
 */
function readable(event: LambdaEvent): LambdaEvent {
  const { requestContext } = event as { requestContext: { http: { method: string } } };
  const { method } = requestContext.http;
  const plain = { ...event, cookies: undefined } as unknown as LambdaEvent;
  return method === 'GET' || method === 'HEAD' ? { ...plain, body: null } : plain;
}

/** Bytes: no id is as long as this, and a key of DynamoDB may have 2,048. */
const longestParameter = 1_500;

/**
 * Lets in only what the gateway meant. It checks the scopes of the route that it matched; escapes
 * and dots in a path could make another one of the function's routes match here.
 */
export const onlyAskedRoute: MiddlewareHandler = async (c, next) => {
  const { event } = (c.env ?? {}) as { event?: Asked };
  const asked = event?.routeKey;
  const found = matchedRoutes(c).find(({ method }) => method === c.req.method);
  if (asked !== undefined && found !== undefined) {
    if (shapeOf(`${found.method} ${found.path}`) !== shapeOf(asked)) return c.notFound();
  }
  const parameters = Object.values(event?.pathParameters ?? {});
  if (parameters.some((one) => Buffer.byteLength(one) > longestParameter)) return c.notFound();
  return next();
};

interface Asked {
  routeKey?: string;
  pathParameters?: Record<string, string>;
}

/** Template and app name the parts of a path in their own ways: `{alertId}` and `:alertId`. */
function shapeOf(route: string): string {
  return route.replaceAll(/\{\w+\}|:\w+/g, '*');
}
