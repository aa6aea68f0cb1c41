import { Hono } from 'hono';
import { type ActPorts, act, loadStaffing } from '../act.ts';
import { readJson } from '../adapters/read-json.ts';
import { problem } from '../adapters/problem.ts';
import { onlyAskedRoute } from '../adapters/serve.ts';
import { classify } from '../classify.ts';
import type { Alert } from '../domain/alert.ts';
import type { ErasePorts } from '../erase.ts';
import { type Category, tiers } from '../domain/policy.ts';
import type { Action, Refusal } from '../domain/response.ts';
import { respondQualified, type Staffing } from '../domain/taking.ts';
import { mayEnd } from '../may-end.ts';
import { openApiRoutes } from '../openapi/routes.ts';
import type { BoardStore, DocumentStore, ScriptStore } from '../ports.ts';
import { tripContext } from '../trip-of.ts';
import { VisibleError } from '../visible-error.ts';
import { calendarFeed, type CalendarPorts, calendarRoutes, type Callers } from './calendars.ts';
import { eraseRoutes } from './erase.ts';
import { loadFor } from './load-for.ts';
import { readStatus, readTier } from './read.ts';
import { caseRoutes, type StaffCasePorts } from './cases.ts';
import { rotaRoutes } from './rota.ts';
import { actionSchemas } from './schemas.ts';
import { scriptRoutes } from './scripts.ts';
import { staffView, summary } from './view.ts';

export interface StaffPorts
  extends
    ActPorts,
    CalendarPorts,
    Omit<StaffCasePorts, 'store' | 'telemetry'>,
    Pick<ErasePorts, 'eraser'> {
  documents: DocumentStore;
  board: BoardStore;
  scripts: ScriptStore;
}

/** Most alerts that one answer of the board holds. */
const boardLimit = 200;

/** The staff API. The authorizer has checked the scopes; `callers` tells who is calling. */
export function staffApp(ports: StaffPorts, callers: Callers): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, c) => problem(c, error, ports.telemetry));
  app.notFound((c) => problem(c, new VisibleError(404, 'there is no such route'), ports.telemetry));

  app.use(onlyAskedRoute);

  // Before what forbids to keep an answer: these may be kept for a while.
  app.route('/', openApiRoutes());
  app.route('/', calendarFeed(ports));

  // Teams hold phone numbers, and alerts change by the second.
  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

  app.get('/v1/staff/alerts', async (c) => {
    const asked = c.req.query('tier');
    const wanted = asked === undefined ? tiers : [readTier(asked)];
    const status = readStatus(c.req.query('status'));
    const closed = status === 'resolved' || status === 'cancelled';
    const lists = await Promise.all(
      wanted.map((tier) => ports.board.list({ tier, closed, limit: boardLimit })),
    );
    const by = callers.subOf(c.env);
    const alerts = lists
      .flat()
      .filter((alert) => status === undefined || alert.status === status)
      .filter((alert) => !alert.keptOut?.includes(by));
    return c.json({ alerts: alerts.slice(0, boardLimit).map(summary) });
  });

  app.get('/v1/staff/alerts/:alertId', async (c) => {
    const by = callers.subOf(c.env);
    const alert = await loadFor(ports, c.req.param('alertId'), by);
    return c.json(staffView(alert, await tripContext(ports, alert), by));
  });

  // Before the actions, whose scope is wider.
  app.route('/', eraseRoutes(ports, callers.subOf));

  app.post('/v1/staff/alerts/:alertId/:action', async (c) => {
    const { alertId, action: name } = c.req.param();
    const allowed = Object.keys(actionSchemas).filter((one) => one !== 'decline');
    if (!allowed.includes(name)) {
      throw new VisibleError(404, `there is no action ${name}; there are ${allowed.join(', ')}`);
    }
    const said = await readJson(c, actionSchemas[name as keyof typeof actionSchemas]);
    const sub = callers.subOf(c.env);
    const alert = await loadFor(ports, alertId, sub);
    const by = await responderOf(ports, alert, sub);
    const { classification, ...asked } = said as typeof said & { classification?: Category };
    const action = { do: name.replace('-', '_'), ...asked } as Action;
    // A refused action leaves no classification behind.
    const wouldBe = (known?: { staffing: Staffing; supervises: boolean }) =>
      name === 'classify'
        ? undefined
        : respondQualified(alert, action, by, { now: ports.clock.now(), ...known }).refused;
    let why = wouldBe();
    const supervises = why === 'untrained' && (await isInNoTeam(ports, sub));
    if (why === 'untrained') {
      why = wouldBe({ staffing: await loadStaffing(ports, alert.tier), supervises });
    }
    if (why !== undefined) throw refused(why, alert);
    if (!(await mayEnd(ports, alertId, action))) throw notAgreed(action);
    if (classification !== undefined) {
      await classify(ports, { alertId, as: classification, by: by.responderId });
    }
    // What staff take a case to have been says nothing of the alert.
    const view = async (seen: Alert) =>
      c.json(staffView(seen, await tripContext(ports, seen), by.responderId));
    if (name === 'classify') return view(alert);
    const done = await act(ports, { alertId, loaded: alert, supervises }, action, by);
    if (done?.refused !== undefined) throw refused(done.refused, done.alert);
    return view(done!.alert);
  });

  app.route('/', caseRoutes(ports, callers.subOf));
  app.route('/', rotaRoutes(ports));
  app.route('/', calendarRoutes(ports, callers));
  app.route('/', scriptRoutes(ports));
  return app;
}

/** Staff act under their responder's name where the team knows them, else under their token's. */
async function responderOf(ports: StaffPorts, alert: Alert, sub: string) {
  const team = (await ports.documents.loadTeam(alert.tier))?.document;
  const member = team?.members.find((one) => one.responderId === sub);
  return { responderId: sub, name: member?.name ?? sub };
}

/** Whoever is in a team is a responder, and held to the courses of theirs. */
async function isInNoTeam({ documents }: StaffPorts, sub: string): Promise<boolean> {
  const teams = await Promise.all(tiers.map((tier) => documents.loadTeam(tier)));
  return !teams.some((team) => team?.document.members.some((one) => one.responderId === sub));
}

function notAgreed(action: Action): VisibleError {
  const outcome = action.do === 'resolve' ? action.outcome : action.do;
  return new VisibleError(409, `${outcome} rests on a consent that the case does not hold`);
}

function refused(why: Refusal, alert: Alert): VisibleError {
  const details = {
    taken: `${alert.owner?.name} has taken this alert`,
    not_owner: `only its owner can do that: ${alert.owner?.name ?? 'nobody has taken it'}`,
    closed: `the alert is ${alert.status}`,
    full: 'the alert has as many notes as it can hold',
    kept_out: 'you are kept out of this alert',
    untrained: `you lack a course that tier ${alert.tier} asks for; trained staff are being paged`,
  };
  return new VisibleError(409, details[why]);
}
