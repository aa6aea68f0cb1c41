import { Hono } from 'hono';
import { problem } from '../adapters/problem.ts';
import type { AlertStore, Telemetry } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { reporterView } from './view.ts';

export interface ReporterPorts {
  store: Pick<AlertStore, 'load'>;
  telemetry: Telemetry;
}

/** What the apps ask besides a press. `subOf` tells who is calling. */
export function reporterApp(ports: ReporterPorts, subOf: (env: unknown) => string): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, c) => problem(c, error, ports.telemetry));

  app.get('/v1/alerts/:alertId', async (c) => {
    const alert = await ports.store.load(c.req.param('alertId'));
    // Another's alert is answered like one that does not exist.
    if (alert === undefined || alert.reporterId !== subOf(c.env)) {
      throw new VisibleError(404, 'there is no such alert');
    }
    c.header('cache-control', 'no-store');
    return c.json(reporterView(alert));
  });

  return app;
}
