import { STATUS_CODES } from 'node:http';
import type { Context } from 'hono';
import type { Telemetry } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';

/** The one place where an error becomes an answer (RFC 9457). */
export function problem(
  c: Context,
  error: Error,
  telemetry: Pick<Telemetry, 'fail'>,
  more: object = {},
): Response {
  if (error instanceof VisibleError) {
    const { status, message, errors } = error;
    return answer(c, status, { detail: message, ...(errors.length > 0 && { errors }), ...more });
  }
  const requestId = crypto.randomUUID();
  telemetry.fail('request failed', error, { requestId, route: c.req.method });
  return answer(c, 500, {
    detail: 'Something went wrong here; the id is in our log.',
    requestId,
    ...more,
  });
}

function answer(c: Context, status: VisibleError['status'] | 500, more: object): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, ...more };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}
