import { Hono } from 'hono';
import { type ActPorts, act } from '../act.ts';
import { largestTeam, readJson } from '../adapters/read-json.ts';
import { problem } from '../adapters/problem.ts';
import type { Alert } from '../domain/alert.ts';
import { defaultPolicies, type Tier, tiers } from '../domain/policy.ts';
import type { Action } from '../domain/response.ts';
import { onCall } from '../domain/schedule.ts';
import { emptyTeam } from '../domain/team.ts';
import type { BoardStore, DocumentStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { actionSchemas, policySchema, teamSchema } from './schemas.ts';
import { staffView, summary } from './view.ts';

export interface StaffPorts extends ActPorts {
  documents: DocumentStore;
  board: BoardStore;
}

/** Most alerts that one answer of the board holds. */
const boardLimit = 200;
const statuses = ['open', 'acknowledged', 'resolved', 'cancelled'] as const;

/** The staff API. The authorizer has checked the scopes; `subOf` tells who is calling. */
export function staffApp(ports: StaffPorts, subOf: (env: unknown) => string): Hono {
  const app = new Hono({ strict: false });
  app.onError((error, c) => problem(c, error, ports.telemetry));
  app.notFound((c) => problem(c, new VisibleError(404, 'there is no such route'), ports.telemetry));

  app.get('/v1/staff/alerts', async (c) => {
    const asked = c.req.query('tier');
    const wanted = asked === undefined ? tiers : [readTier(asked)];
    const status = readStatus(c.req.query('status'));
    const closed = status === 'resolved' || status === 'cancelled';
    const lists = await Promise.all(
      wanted.map((tier) => ports.board.list({ tier, closed, limit: boardLimit })),
    );
    const alerts = lists.flat().filter((alert) => status === undefined || alert.status === status);
    return c.json({ alerts: alerts.slice(0, boardLimit).map(summary) });
  });

  app.get('/v1/staff/alerts/:alertId', async (c) => {
    const alert = await ports.store.load(c.req.param('alertId'));
    if (alert === undefined) throw noAlert();
    return c.json(staffView(alert));
  });

  app.post('/v1/staff/alerts/:alertId/:action', async (c) => {
    const { alertId, action: name } = c.req.param();
    const allowed = Object.keys(actionSchemas).filter((one) => one !== 'decline');
    if (!allowed.includes(name)) {
      throw new VisibleError(404, `there is no action ${name}; there are ${allowed.join(', ')}`);
    }
    const said = await readJson(c, actionSchemas[name as keyof typeof actionSchemas]);
    const alert = await ports.store.load(alertId);
    if (alert === undefined) throw noAlert();
    const by = await responderOf(ports, alert, subOf(c.env));
    const done = await act(ports, { alertId, loaded: alert }, { do: name, ...said } as Action, by);
    if (done?.refused !== undefined) throw refused(done.refused, done.alert);
    return c.json(staffView(done!.alert));
  });

  app.get('/v1/staff/teams/:tier', async (c) => {
    const stored = await ports.documents.loadTeam(readTier(c.req.param('tier')));
    c.header('etag', etag(stored?.version ?? 0));
    return c.json(stored?.document ?? emptyTeam);
  });

  app.put('/v1/staff/teams/:tier', async (c) => {
    const tier = readTier(c.req.param('tier'));
    const ifMatch = c.req.header('if-match');
    if (ifMatch === undefined) {
      throw new VisibleError(428, 'say If-Match with the ETag of the team that you changed');
    }
    const team = await readJson(c, teamSchema, largestTeam);
    const version = readEtag(ifMatch);
    if (!(await ports.documents.saveTeam(tier, team, version))) throw lostRace();
    c.header('etag', etag(version + 1));
    return c.json(team);
  });

  app.get('/v1/staff/policies/:tier', async (c) => {
    const tier = readTier(c.req.param('tier'));
    const stored = await ports.documents.loadPolicy(tier);
    c.header('etag', etag(stored?.version ?? 0));
    return c.json(stored?.document ?? defaultPolicies[tier]);
  });

  app.put('/v1/staff/policies/:tier', async (c) => {
    const tier = readTier(c.req.param('tier'));
    const policy = await readJson(c, policySchema);
    const ifMatch = c.req.header('if-match');
    const stored = await ports.documents.loadPolicy(tier);
    const version = ifMatch === undefined ? (stored?.version ?? 0) : readEtag(ifMatch);
    if (!(await ports.documents.savePolicy(tier, policy, version))) throw lostRace();
    c.header('etag', etag(version + 1));
    return c.json(policy);
  });

  app.get('/v1/staff/on-call', async (c) => {
    const asked = c.req.query('tier');
    const at = readInstant(c.req.query('at')) ?? ports.clock.now();
    const wanted = asked === undefined ? tiers : [readTier(asked)];
    const teams = await Promise.all(
      wanted.map(async (tier) => {
        const team = (await ports.documents.loadTeam(tier))?.document ?? emptyTeam;
        const rotations = [...onCall(team, at)].map(([rotation, responderId]) => {
          const name = team.members.find((member) => member.responderId === responderId)?.name;
          return { rotation, responderId, name };
        });
        return { tier, at: new Date(at).toISOString(), onCall: rotations };
      }),
    );
    return c.json(asked === undefined ? { teams } : teams[0]!);
  });

  return app;
}

/** Staff act under their responder's name where the team knows them, else under their token's. */
async function responderOf(ports: StaffPorts, alert: Alert, sub: string) {
  const team = (await ports.documents.loadTeam(alert.tier))?.document;
  const member = team?.members.find((one) => one.responderId === sub);
  return { responderId: sub, name: member?.name ?? sub };
}

function readTier(value: string): Tier {
  const tier = tiers.find((one) => String(one) === value);
  if (tier === undefined) throw wrongField('tier', '1, 2 or 3');
  return tier;
}

function readStatus(value: string | undefined): Alert['status'] | undefined {
  if (value === undefined) return undefined;
  const status = statuses.find((one) => one === value);
  if (status === undefined) throw wrongField('status', `one of ${statuses.join(', ')}`);
  return status;
}

function readInstant(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const at = Date.parse(value);
  if (Number.isNaN(at)) throw wrongField('at', 'an instant, ISO 8601');
  return at;
}

function etag(version: number): string {
  return `"${version}"`;
}

function readEtag(value: string): number {
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(value)?.[1];
  if (version === undefined) throw wrongField('If-Match', 'the ETag of the last answer');
  return Number(version);
}

function wrongField(field: string, allowed: string): VisibleError {
  return new VisibleError(400, `${field} must be ${allowed}`, [{ field, detail: allowed }]);
}

function noAlert(): VisibleError {
  return new VisibleError(404, 'there is no such alert');
}

function lostRace(): VisibleError {
  return new VisibleError(412, 'somebody else changed it meanwhile; read it again');
}

function refused(why: 'taken' | 'not_owner' | 'closed' | 'full', alert: Alert): VisibleError {
  const details = {
    taken: `${alert.owner?.name} has taken this alert`,
    not_owner: `only its owner can do that: ${alert.owner?.name ?? 'nobody has taken it'}`,
    closed: `the alert is ${alert.status}`,
    full: 'the alert has as many notes as it can hold',
  };
  return new VisibleError(409, details[why]);
}
