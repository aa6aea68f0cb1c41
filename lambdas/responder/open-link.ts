import type { Alert } from '../domain/alert.ts';
import { responderTag } from '../domain/ids.ts';
import { readLinkToken } from '../domain/link.ts';
import { tiers } from '../domain/policy.ts';
import type { Responder } from '../domain/response.ts';
import type { AlertStore, Clock, DocumentStore } from '../ports.ts';

export interface LinkPorts {
  store: Pick<AlertStore, 'load'>;
  documents: Pick<DocumentStore, 'loadTeam'>;
  clock: Clock;
}

export interface Opened {
  alert: Alert;
  responder: Responder;
}

/** How long a link works after its alert has ended (ms). */
const linkOutlives = 24 * 60 * 60 * 1000;
/** Makes the check of a link to no alert take as long as that of any other. */
const noKey = 'A'.repeat(43);

/** What a link opens, or undefined for every link that is wrong, expired or somebody else's. */
export async function openLink(ports: LinkPorts, token: string): Promise<Opened | undefined> {
  const claim = readLinkToken(token);
  if (claim === undefined) return undefined;
  const alert = await ports.store.load(claim.alertId);
  const right = claim.isSignedWith(alert?.linkKey ?? noKey);
  if (alert === undefined || !right) return undefined;
  const now = ports.clock.now();
  if (alert.closedAt !== undefined && now > alert.closedAt + linkOutlives) return undefined;

  const isMeant = (one: Responder) => responderTag(one.responderId) === claim.responderTag;
  const found = alert.pages.find(isMeant) ?? (await inTeams(ports, isMeant));
  // A conflict of interest closes the link like any that is wrong.
  if (found === undefined || alert.keptOut?.includes(found.responderId)) return undefined;
  return { alert, responder: { responderId: found.responderId, name: found.name } };
}

/** A page goes out before it is recorded, so its link may work before the alert knows of it. */
async function inTeams(
  ports: LinkPorts,
  isMeant: (one: Responder) => boolean,
): Promise<Responder | undefined> {
  for (const tier of tiers) {
    const team = (await ports.documents.loadTeam(tier))?.document;
    const member = team?.members.find(isMeant);
    if (member !== undefined) return member;
  }
  return undefined;
}
