import { Hono } from 'hono';
import { readJson } from '../adapters/read-json.ts';
import { erase, type ErasePorts } from '../erase.ts';
import { VisibleError } from '../visible-error.ts';
import { eraseSchema } from './schemas.ts';

/** Erasing what a reporter said, as a supervisor does on request; that it was done stays. */
export function eraseRoutes(ports: ErasePorts, subOf: (env: unknown) => string): Hono {
  const app = new Hono({ strict: false });

  app.post('/v1/staff/alerts/:alertId/erase', async (c) => {
    const { reason } = await readJson(c, eraseSchema);
    const alert = await ports.store.load(c.req.param('alertId'));
    if (alert === undefined) throw new VisibleError(404, 'there is no such alert');
    const { at, by, kinds, count } = await erase(ports, alert, { by: subOf(c.env), reason });
    return c.json({ erasedAt: new Date(at).toISOString(), by, kinds, count });
  });

  return app;
}
