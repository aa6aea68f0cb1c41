import type { Context, Hono } from 'hono';
import type { Alert } from '../domain/alert.ts';
import { responderTag } from '../domain/ids.ts';
import { readQueueToken } from '../domain/link.ts';
import { type EscalationPolicy, requiredCourses, type Tier } from '../domain/policy.ts';
import { dayIn, isCertified, type Member, type Team } from '../domain/team.ts';
import type { BoardStore, DocumentStore, PaceStore } from '../ports.ts';
import { wrongLinkPage } from './page.ts';
import { queuePage } from './queue-page.ts';
import type { Language } from './texts.ts';

export interface QueuePorts {
  documents: Pick<DocumentStore, 'loadTeam' | 'loadPolicy'>;
  pace: Pick<PaceStore, 'loadPace'>;
  board: BoardStore;
  clock: { now(): number };
}

/** Makes the check of a link to no queue take as long as that of any other. */
const noKey = 'A'.repeat(43);
/** Alerts that are read for one page, those that have waited longest for their next step. */
const mostRead = 500;
const mostShown = 50;

/** The page behind the link of a digest: what waits in a tier for one responder. It changes nothing. */
export function addQueue(app: Hono, ports: QueuePorts, languageFor: (c: Context) => Language) {
  app.get('/q/:token', async (c) => {
    const language = languageFor(c);
    const token = c.req.param('token');
    const opened = await open(ports, token);
    if (opened === undefined) return c.html(await wrongLinkPage(language), 404);

    const { tier, team, member } = opened;
    const [listed, policy] = await Promise.all([
      ports.board.list({ tier, closed: false, limit: mostRead }),
      ports.documents.loadPolicy(tier),
    ]);
    const may = mayServe(member, { team, policy: policy?.document, at: ports.clock.now() });
    const waiting = listed
      .filter((alert) => alert.tier === tier && alert.status === 'open' && may(alert))
      .toSorted((a, b) => a.openedAt - b.openedAt);
    const page = queuePage({
      tier,
      responder: member,
      timeZone: team.timeZone,
      language,
      path: `/q/${token}`,
      waiting: waiting.slice(0, mostShown),
      count: { number: waiting.length, atLeast: listed.length === mostRead },
    });
    return c.html(await page);
  });
}

/** What a link opens, or undefined for every link that is wrong, or of somebody who has left. */
async function open(
  ports: QueuePorts,
  token: string,
): Promise<{ tier: Tier; team: Team; member: Member } | undefined> {
  const claim = readQueueToken(token);
  if (claim === undefined) return undefined;
  const { tier } = claim;
  const [pace, team] = await Promise.all([
    ports.pace.loadPace(tier),
    ports.documents.loadTeam(tier),
  ]);
  const right = claim.isSignedWith(pace?.key ?? noKey);
  const isMeant = (one: Member) => responderTag(one.responderId) === claim.responderTag;
  const member = team?.document.members.find(isMeant);
  if (!right || pace === undefined || member === undefined) return undefined;
  return { tier, team: team!.document, member };
}

/**
 * Whether a responder may see that an alert waits: it has a page for them, or they hold what it asks.
 * Whoever is kept out of an alert learns nothing of it.
 */
function mayServe(
  member: Member,
  of: { team: Team; policy?: EscalationPolicy; at: number },
): (alert: Alert) => boolean {
  const { responderId } = member;
  const day = dayIn(of.team.timeZone, of.at);
  return (alert) => {
    if (alert.keptOut?.includes(responderId)) return false;
    if (alert.pages.some((page) => page.responderId === responderId)) return true;
    const { service } = alert;
    const courses = requiredCourses(alert.tier, alert.policy ?? of.policy);
    return courses.every((course) => isCertified(member, { course, service, day }));
  };
}
