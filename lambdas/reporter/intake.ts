import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { categories, isCategory } from '../domain/policy.ts';
import { loadScript, type ScriptPorts } from '../script-of.ts';
import { VisibleError } from '../visible-error.ts';

/**
 * How long (s) an app may show a script that it has: staff may put another at any time. While we are
 * out an old one is better than none.
 */
const freshFor = 300;
const staleFor = 86_400;

/** The question script, for everybody: it holds nothing of anybody. */
export function intakeRoutes(ports: ScriptPorts): Hono {
  const app = new Hono({ strict: false });

  app.get('/v1/intake', async (c) => {
    const category = c.req.query('category');
    if (category !== undefined && category !== 'general' && !isCategory(category)) {
      const detail = `one of ${categories.join(', ')}, or left out`;
      throw new VisibleError(400, `category must be ${detail}`, [{ field: 'category', detail }]);
    }
    const service = c.req.query('service')?.trim().slice(0, 100) || undefined;
    const script = await loadScript(ports, { category, service, locale: c.req.query('locale') });
    const body = JSON.stringify(script);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = {
      'cache-control': `public, max-age=${freshFor}, stale-if-error=${staleFor}`,
      etag,
    };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' });
  });

  return app;
}
