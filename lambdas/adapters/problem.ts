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
  const [status, detail] = isOut(error)
    ? ([503, 'Not now; send it again. The id is in our log.'] as const)
    : ([500, 'Something went wrong here; the id is in our log.'] as const);
  return answer(c, status, { detail, requestId, ...more });
}

/** A service of AWS did not answer, could not, or wants less asked of it: the same again may go well. */
function isOut(error: Error): boolean {
  const { $metadata: meta, name } = error as {
    $metadata?: { httpStatusCode?: number };
    name: string;
  };
  const isThrottled = /Throttl|ThroughputExceeded|RequestLimit/.test(name);
  return meta !== undefined && (isThrottled || (meta.httpStatusCode ?? 503) >= 500);
}

function answer(c: Context, status: VisibleError['status'] | 500, more: object): Response {
  const body = { type: 'about:blank', title: STATUS_CODES[status], status, ...more };
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
}
