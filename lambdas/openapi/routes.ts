import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { describedRoutes } from './all.ts';
import { openApi } from './document.ts';

/** How long whoever has the description may use it (s); it changes with a deploy alone. */
const freshFor = 3_600;

/** Made when it is first asked for: no other call of the function waits for it. */
let made: { body: string; etag: string } | undefined;

function description() {
  if (made === undefined) {
    const body = JSON.stringify(openApi(describedRoutes));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    made = { body, etag };
  }
  return made;
}

/** The description of the API, for everybody: it holds nothing of anybody. */
export function openApiRoutes(): Hono {
  const app = new Hono({ strict: false });
  app.get('/v1/openapi.json', (c) => {
    const { body, etag } = description();
    const headers = { 'cache-control': `public, max-age=${freshFor}`, etag };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' });
  });
  return app;
}
