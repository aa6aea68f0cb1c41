import { Hono } from 'hono';
import { largestTeam, readJson } from '../adapters/read-json.ts';
import { coverage, type Hole, servicesOf } from '../domain/coverage.ts';
import { defaultPolicies, type EscalationPolicy, type Tier, tiers } from '../domain/policy.ts';
import {
  canPageSomebody,
  rotaWarnings,
  type RotaWarning,
  unheardCourses,
} from '../domain/rota-check.ts';
import { onCall } from '../domain/schedule.ts';
import { emptyTeam, type Team } from '../domain/team.ts';
import type { Clock, DocumentStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { etag, lostRace, readEtag, readInstant, readTier, wrongField } from './read.ts';
import { policySchema, teamSchema } from './schemas.ts';

export interface RotaPorts {
  documents: DocumentStore;
  clock: Clock;
}

const day = 86_400_000;
/** How far ahead a rota is looked at, at most, and where nothing else is asked for. */
const longestCoverage = 90 * day;
/** A rota with more holes than this is told so with their number. */
const mostWarnings = 100;

/** Who answers, when, and where nobody qualified does. */
export function rotaRoutes(ports: RotaPorts): Hono {
  const app = new Hono({ strict: false });
  const { documents, clock } = ports;

  const teamOf = async (tier: Tier): Promise<Team> =>
    (await documents.loadTeam(tier))?.document ?? emptyTeam;
  const policyOf = async (tier: Tier): Promise<EscalationPolicy> =>
    (await documents.loadPolicy(tier))?.document ?? defaultPolicies[tier];

  app.get('/v1/staff/teams/:tier', async (c) => {
    const stored = await documents.loadTeam(readTier(c.req.param('tier')));
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
    if (!(await documents.saveTeam(tier, team, version))) throw lostRace();
    c.header('etag', etag(version + 1));
    return c.json({ ...team, ...(await warningsFor(tier, team, await policyOf(tier))) });
  });

  app.get('/v1/staff/policies/:tier', async (c) => {
    const tier = readTier(c.req.param('tier'));
    const stored = await documents.loadPolicy(tier);
    c.header('etag', etag(stored?.version ?? 0));
    return c.json(stored?.document ?? defaultPolicies[tier]);
  });

  app.put('/v1/staff/policies/:tier', async (c) => {
    const tier = readTier(c.req.param('tier'));
    const policy = await readJson(c, policySchema);
    const stored = await documents.loadTeam(tier);
    if (stored !== undefined) refuseDeadPolicy(stored.document, policy);
    if (tier === 1 && policy.requiredCourses?.length === 0) {
      throw wrongField('requiredCourses', 'at least one course: nobody untrained serves tier 1');
    }
    const ifMatch = c.req.header('if-match');
    const version =
      ifMatch === undefined
        ? ((await documents.loadPolicy(tier))?.version ?? 0)
        : readEtag(ifMatch);
    if (!(await documents.savePolicy(tier, policy, version))) throw lostRace();
    c.header('etag', etag(version + 1));
    return c.json(policy);
  });

  app.get('/v1/staff/on-call', async (c) => {
    const asked = c.req.query('tier');
    const at = readInstant('at', c.req.query('at')) ?? clock.now();
    const wanted = asked === undefined ? tiers : [readTier(asked)];
    const teams = await Promise.all(
      wanted.map(async (tier) => {
        const team = await teamOf(tier);
        const rotations = [...onCall(team, at)].map(([rotation, responderId]) => {
          const name = team.members.find((member) => member.responderId === responderId)?.name;
          return { rotation, responderId, name };
        });
        return { tier, at: iso(at), onCall: rotations };
      }),
    );
    return c.json(asked === undefined ? { teams } : teams[0]!);
  });

  app.get('/v1/staff/coverage', async (c) => {
    const tier = readTier(c.req.query('tier') ?? '');
    const from = readInstant('from', c.req.query('from')) ?? clock.now();
    const to = readInstant('to', c.req.query('to')) ?? from + 14 * day;
    if (to <= from) throw wrongField('to', 'later than from');
    if (to - from > longestCoverage) throw wrongField('to', 'at most 90 days after from');
    const [team, policy] = await Promise.all([teamOf(tier), policyOf(tier)]);
    const services = c.req.queries('service') ?? servicesOf(team);
    const holes = coverage(team, policy, { tier, services, from, to });
    return c.json({ tier, from: iso(from), to: iso(to), services, holes: holes.map(holeView) });
  });

  /** The rota is stored whatever is wrong with it; what is doubtful comes back with the answer. */
  async function warningsFor(tier: Tier, team: Team, policy: EscalationPolicy) {
    const from = clock.now();
    const found = rotaWarnings(team, policy, { tier, from, to: from + longestCoverage });
    const warnings = found.slice(0, mostWarnings).map(warningView);
    return { warnings, moreWarnings: found.length - warnings.length };
  }

  return app;
}

function refuseDeadPolicy(team: Team, policy: EscalationPolicy): void {
  const unheard = unheardCourses(team, policy);
  if (unheard.length > 0) {
    const allowed = `courses that somebody of this team has passed; nobody has ${unheard.join(', ')}`;
    throw wrongField('requiredCourses', allowed);
  }
  if (canPageSomebody(team, policy)) return;
  const known = ['everyone', 'lead', ...team.rotations.map((rotation) => rotation.name)].join(', ');
  const detail = `at least one that pages somebody of this team: ${known}`;
  throw new VisibleError(
    400,
    `no step of this policy pages anybody; steps must have ${detail}`,
    policy.steps.map((_, index) => ({ field: `steps[${index}].page`, detail })),
  );
}

function warningView(warning: RotaWarning) {
  return warning.kind === 'hole' ? { kind: warning.kind, ...holeView(warning) } : warning;
}

function holeView({ service, step, page, from, to, reason }: Hole) {
  return { service, step, page, from: iso(from), to: iso(to), reason };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
