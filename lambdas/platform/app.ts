import { Hono } from 'hono';
import { readJson } from '../adapters/read-json.ts';
import { problem } from '../adapters/problem.ts';
import { onlyAskedRoute } from '../adapters/serve.ts';
import type { Telemetry, TripStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { tripSchema } from './schemas.ts';

export interface PlatformPorts {
  trips: Pick<TripStore, 'put'>;
  telemetry: Telemetry;
}

/** What the platform tells of its trips, so that nobody in distress has to. */
export function platformApp(ports: PlatformPorts): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, c) => problem(c, error, ports.telemetry));
  app.notFound((c) => problem(c, new VisibleError(404, 'there is no such route'), ports.telemetry));
  app.use(onlyAskedRoute);

  app.put('/v1/trips/:tripId', async (c) => {
    const tripId = c.req.param('tripId').trim();
    if (tripId === '' || tripId.length > 200) {
      const detail = '1 to 200 characters';
      throw new VisibleError(400, `tripId must be ${detail}`, [{ field: 'tripId', detail }]);
    }
    await ports.trips.put({ tripId, ...(await readJson(c, tripSchema)) });
    return c.body(null, 204);
  });

  return app;
}
