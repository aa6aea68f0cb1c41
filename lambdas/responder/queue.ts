import type { Context, Hono } from 'hono';
import type { Alert } from '../domain/alert.ts';
import { responderTag } from '../domain/ids.ts';
import { readQueueToken } from '../domain/link.ts';
import { linksWork } from '../domain/pacing.ts';
import type { Tier } from '../domain/policy.ts';
import type { Member, Team } from '../domain/team.ts';
import type { BoardStore, DocumentStore, PaceStore } from '../ports.ts';
import { wrongLinkPage } from './page.ts';
import { queuePage } from './queue-page.ts';
import type { Language } from './texts.ts';

export interface QueuePorts {
  documents: Pick<DocumentStore, 'loadTeam'>;
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
    const listed = await ports.board.list({ tier, closed: false, limit: mostRead });
    const waiting = listed
      .filter((alert) => alert.tier === tier && alert.status === 'open')
      .filter((alert) => isPaged(alert, member))
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

/** What a link opens, or undefined for every link that is wrong, has run out, or is of somebody who has left. */
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
  if (!linksWork(pace, ports.clock.now())) return undefined;
  return { tier, team: team!.document, member };
}

/**
 * Whether the alert has paged a responder, or is about to: of any other the link tells nothing, and
 * whoever is kept out of an alert learns nothing of it.
 */
function isPaged({ keptOut, pages, held }: Alert, { responderId }: Member): boolean {
  const isTheirs = (one: { responderId: string }) => one.responderId === responderId;
  if (keptOut?.includes(responderId)) return false;
  return pages.some(isTheirs) || held?.some(isTheirs) === true;
}
