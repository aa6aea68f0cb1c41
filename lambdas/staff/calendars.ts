import { Hono } from 'hono';
import { calendarToken, readCalendarToken } from '../domain/calendar-link.ts';
import type { Tier } from '../domain/policy.ts';
import { shiftCalendar } from '../domain/shift-calendar.ts';
import { emptyTeam, type Team } from '../domain/team.ts';
import type { CalendarStore, Clock, DocumentStore } from '../ports.ts';
import { VisibleError } from '../visible-error.ts';
import { icalOf } from './ical.ts';
import { lostRace, readTier } from './read.ts';

export interface CalendarPorts {
  documents: Pick<DocumentStore, 'loadTeam'>;
  calendars: CalendarStore;
  clock: Clock;
  /** 256 random bits, base64url. */
  newLinkKey(): string;
  /** What links begin with, without a slash at its end. */
  linkBase: string;
}

export interface Callers {
  subOf(env: unknown): string;
  holdsScope(env: unknown, scope: string): boolean;
}

const day = 86_400_000;
/** What a calendar shows, around now. */
const daysBack = 7;
const daysAhead = 60;
/** Makes the check of a link to a tier without a key take as long as that of any other. */
const noKey = 'A'.repeat(43);
/** Of one who renews: somebody who asks for links at the same moment may come first. */
const mostTries = 3;

/** The links to calendars: a responder gets the team's and their own, a supervisor all of them. */
export function calendarRoutes(ports: CalendarPorts, callers: Callers): Hono {
  const app = new Hono({ strict: false });
  const { calendars, linkBase } = ports;

  app.get('/v1/staff/calendars', async (c) => {
    const tier = readTier(c.req.query('tier') ?? '');
    const sub = callers.subOf(c.env);
    const all = callers.holdsScope(c.env, 'staff:admin');
    return c.json(await linksOf(tier, (responderId) => all || responderId === sub));
  });

  app.post('/v1/staff/calendars/:tier/renew', async (c) => {
    const tier = readTier(c.req.param('tier'));
    for (let tries = 0; tries < mostTries; tries += 1) {
      const version = (await calendars.loadKey(tier))?.version ?? 0;
      if (!(await calendars.saveKey(tier, ports.newLinkKey(), version))) continue;
      return c.json(await linksOf(tier, () => true));
    }
    throw lostRace();
  });

  async function linksOf(tier: Tier, isFor: (responderId: string) => boolean) {
    const [team, key] = await Promise.all([teamOf(ports, tier), keyOf(tier)]);
    const url = (responderId?: string) =>
      `${linkBase}/calendar/${calendarToken(tier, key, responderId)}`;
    const responders = team.members
      .map(({ responderId }) => responderId)
      .filter(isFor)
      .map((responderId) => ({ responderId, url: url(responderId) }));
    return { tier, team: { url: url() }, responders };
  }

  /** The key is made when it is first asked for; of two who do, both get that of the first. */
  async function keyOf(tier: Tier): Promise<string> {
    const stored = await calendars.loadKey(tier);
    if (stored !== undefined) return stored.document;
    await calendars.saveKey(tier, ports.newLinkKey(), 0);
    return (await calendars.loadKey(tier))!.document;
  }

  return app;
}

/** The calendars themselves, for whoever has the link. Every wrong one gets the same answer. */
export function calendarFeed(ports: CalendarPorts): Hono {
  const app = new Hono({ strict: false });

  app.get('/calendar/:token', async (c) => {
    const claim = readCalendarToken(c.req.param('token'));
    if (claim === undefined) throw noCalendar();
    const { tier } = claim;
    const [team, stored] = await Promise.all([teamOf(ports, tier), ports.calendars.loadKey(tier)]);
    if (!claim.isSignedWith(stored?.document ?? noKey) || stored === undefined) throw noCalendar();
    const member = team.members.find(({ responderId }) => claim.isOf(responderId));
    if (!claim.isTeams && member === undefined) throw noCalendar();

    const now = ports.clock.now();
    const span = { from: now - daysBack * day, to: now + daysAhead * day };
    const who = claim.isTeams ? undefined : member!.responderId;
    const entries = shiftCalendar(team, { tier, responderId: who, ...span });
    const name = claim.isTeams ? `Siaga T${tier}` : `Siaga T${tier}: giliran saya`;
    return c.body(icalOf({ name, entries, madeAt: now }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="siaga.ics"',
      'cache-control': 'private, max-age=300',
      'x-robots-tag': 'noindex',
    });
  });

  return app;
}

async function teamOf(ports: CalendarPorts, tier: Tier): Promise<Team> {
  return (await ports.documents.loadTeam(tier))?.document ?? emptyTeam;
}

function noCalendar(): VisibleError {
  return new VisibleError(404, 'there is no such calendar');
}
