import { createHash } from 'node:crypto';
import { Hono } from 'hono';
import { categories, isCategory } from '../domain/policy.ts';
import { localeOf } from '../domain/script/locales.ts';
import { scriptFor } from '../domain/scripts/script-for.ts';
import { VisibleError } from '../visible-error.ts';

/** How long an app may show a script that it has (s); a script changes with a deploy alone. */
const freshFor = 3_600;

/** The question script, for everybody: it holds nothing of anybody. */
export function intakeRoutes(): Hono {
  const app = new Hono({ strict: false });

  app.get('/v1/intake', (c) => {
    const category = c.req.query('category');
    if (category !== undefined && !isCategory(category)) {
      const detail = `one of ${categories.join(', ')}, or left out`;
      throw new VisibleError(400, `category must be ${detail}`, [{ field: 'category', detail }]);
    }
    const service = c.req.query('service')?.slice(0, 100);
    const script = scriptFor({ category, service, locale: localeOf(c.req.query('locale')) });
    const body = JSON.stringify(script);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const headers = { 'cache-control': `public, max-age=${freshFor}`, etag };
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
    return c.body(body, 200, { ...headers, 'content-type': 'application/json' });
  });

  return app;
}
