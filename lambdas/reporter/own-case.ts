import { type Context, Hono } from 'hono';
import { readJson } from '../adapters/read-json.ts';
import { changeCase } from '../change-case.ts';
import { change } from '../change.ts';
import { type Alert, next, tellOwner } from '../domain/alert.ts';
import { nextCase } from '../domain/case-file.ts';
import { erasesAtOnce, requestErasure } from '../domain/erase.ts';
import { decideConsent } from '../domain/script/merge-told.ts';
import { erase, type ErasePorts } from '../erase.ts';
import { hint } from '../hint.ts';
import type { Telemetry } from '../ports.ts';
import { type CheckInPorts, takeCheckIn } from './check-in.ts';
import { checkInSchema, consentSchema } from './schemas.ts';
import { reporterView } from './view.ts';

export type OwnCasePorts = CheckInPorts & ErasePorts & { telemetry: Telemetry };

/** What a reporter decides about their own case. `own` finds the alert, and nobody else's. */
export function ownCaseRoutes(ports: OwnCasePorts, own: (c: Context) => Promise<Alert>): Hono {
  const app = new Hono({ strict: false });

  app.post('/v1/alerts/:alertId/check-in', async (c) => {
    const alert = await own(c);
    const said = await readJson(c, checkInSchema);
    return c.json(reporterView(await takeCheckIn(ports, alert, said), { mayCheckIn: false }), 202);
  });

  app.post('/v1/alerts/:alertId/consents', async (c) => {
    const alert = await own(c);
    const { alertId } = alert;
    const decided = await readJson(c, consentSchema);
    const now = ports.clock.now();
    await changeCase(ports.cases, alertId, (file) => {
      const by = { at: now, by: 'reporter' };
      return nextCase(file, { intake: decideConsent(file.intake, decided, by) }, now);
    });
    const told = await change(
      ports.store,
      alertId,
      (latest) => {
        const news = tellOwner(latest, now);
        return news.news ? next(latest, news) : latest;
      },
      alert,
    );
    if (told !== undefined && told.after !== told.before) await hint(ports, told.after);
    return c.json(decided);
  });

  app.post('/v1/alerts/:alertId/erase', async (c) => {
    const alert = await own(c);
    const { alertId } = alert;
    // The same answer either way: it must not tell what became of a cancel.
    if (erasesAtOnce(alert)) await erase(ports, alert, { by: 'reporter' });
    else {
      const now = ports.clock.now();
      const request = (latest: Alert) => requestErasure(latest, now);
      const noted = await change(ports.store, alertId, request, alert);
      const { eraseRequestedAt: before } = noted?.before ?? alert;
      if (before === undefined) ports.telemetry.count('ErasureRequested', alert.tier);
    }
    return c.json({ alertId, erasure: 'accepted' }, 202);
  });

  return app;
}
