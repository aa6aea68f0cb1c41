import { type Context, Hono } from 'hono';
import { readJson } from '../adapters/read-json.ts';
import { problem } from '../adapters/problem.ts';
import { onlyAskedRoute } from '../adapters/serve.ts';
import type { Alert, Press } from '../domain/alert.ts';
import { emergencyNumbers } from '../domain/numbers.ts';
import { emergencyNumbersIn } from '../domain/referral/emergency-numbers.ts';
import { isFollowed, pointTime } from '../domain/trail.ts';
import type { LocationStore, SaidStore, ScriptStore, Telemetry } from '../ports.ts';
import { readPress } from '../press/read.ts';
import { VisibleError } from '../visible-error.ts';
import { type CancelPorts, takeCancel } from './cancel.ts';
import { mayCheckIn } from './check-in.ts';
import { intakeRoutes } from './intake.ts';
import { type OwnCasePorts, ownCaseRoutes } from './own-case.ts';
import { readTold } from './read-told.ts';
import { type ReportPorts, takeReport } from './report.ts';
import { cancelSchema, pointsSchema } from './schemas.ts';
import { reporterView } from './view.ts';

export interface ReporterPorts extends ReportPorts, CancelPorts, OwnCasePorts {
  said: SaidStore;
  locations: Pick<LocationStore, 'add'>;
  scripts: Pick<ScriptStore, 'loadScript'>;
  telemetry: Telemetry;
}

/** Who calls, and the id of the request. */
export interface Caller {
  sub: string;
  requestId: string;
}

/** What the apps ask besides a press. `callerOf` tells who is calling. */
export function reporterApp(ports: ReporterPorts, callerOf: (env: unknown) => Caller): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, c) => problem(c, error, ports.telemetry, { emergencyNumbers }));
  app.notFound((c) => problem(c, noRoute(), ports.telemetry, { emergencyNumbers }));
  app.use(onlyAskedRoute);
  app.use(async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  });

  app.route('/', intakeRoutes(ports));

  app.post('/v1/reports', async (c) => {
    const { sub: reporterId, requestId } = callerOf(c.env);
    const text = await c.req.text();
    const read = readPress({ text, base64: false }, { reporterId, requestId }, 'reportId');
    if (read.refused) throw new VisibleError(read.refused, read.detail, read.errors);
    const { told, sent, warnings: more } = readTold(text);
    const report = { facts: read.facts, said: { ...read.said, ...sent }, told };
    const { alert, press } = await takeReport(ports, report).catch((error: unknown) => {
      ports.telemetry.fail('report not stored', error, { requestId });
      const detail = 'The report could not be stored. Send it again, and call one of the numbers.';
      throw new VisibleError(503, detail);
    });
    const warnings = [...read.warnings, ...more];
    return c.json({ ...answerOf(alert, press), ...(warnings.length > 0 && { warnings }) }, 202);
  });

  app.get('/v1/alerts/:alertId', async (c) => {
    const alert = await own(c);
    return c.json(reporterView(alert, { mayCheckIn: await mayCheckIn(ports, alert) }));
  });

  app.post('/v1/alerts/:alertId/cancel', async (c) => {
    const { alertId } = await own(c);
    const said = await readJson(c, cancelSchema);
    const pressId = said.pressId ?? `request ${callerOf(c.env).requestId}`;
    const facts = { pressId, duress: said.duress ?? false };
    const done = await takeCancel(ports, alertId, facts);
    if (done === undefined) throw noAlert();
    return c.json(answerOf(done.alert, done.press), 202);
  });

  app.post('/v1/alerts/:alertId/locations', async (c) => {
    const alert = await own(c);
    const { points } = await readJson(c, pointsSchema);
    const now = ports.clock.now();
    if (isFollowed(alert, now)) {
      const timed = points.map(({ at, ...where }) => ({
        ...where,
        at: pointTime(at === undefined ? undefined : Date.parse(at), now),
      }));
      await ports.locations.add(alert.alertId, timed);
    }
    return c.body(null, 204);
  });

  app.route('/', ownCaseRoutes(ports, own));

  /** Another's alert is answered like one that does not exist. */
  async function own(c: Context): Promise<Alert> {
    const alert = await ports.store.load(c.req.param('alertId')!);
    if (alert === undefined || alert.reporterId !== callerOf(c.env).sub) throw noAlert();
    return alert;
  }

  return app;
}

function answerOf({ alertId, region = {} }: Alert, { tier, status, at, count }: Press) {
  const receivedAt = new Date(at).toISOString();
  const numbers = emergencyNumbersIn(region);
  return { alertId, tier, status, receivedAt, presses: count, emergencyNumbers: numbers };
}

function noRoute(): VisibleError {
  return new VisibleError(404, 'there is no such route');
}

function noAlert(): VisibleError {
  return new VisibleError(404, 'there is no such alert');
}
