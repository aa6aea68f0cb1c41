import { Hono } from 'hono';
import { readJson } from '../adapters/read-json.ts';
import { erase, type ErasePorts } from '../erase.ts';
import { loadFor } from './load-for.ts';
import { eraseSchema } from './schemas.ts';

/** Erasing what a reporter said, as a supervisor does on request; that it was done stays. */
export function eraseRoutes(ports: ErasePorts, subOf: (env: unknown) => string): Hono {
  const app = new Hono({ strict: false });

  app.post('/v1/staff/alerts/:alertId/erase', async (c) => {
    const { reason } = await readJson(c, eraseSchema);
    const by = subOf(c.env);
    const alert = await loadFor(ports, c.req.param('alertId'), by);
    const { at, kinds, count } = await erase(ports, alert, { by, reason });
    return c.json({ erasedAt: new Date(at).toISOString(), by, kinds, count });
  });

  return app;
}
