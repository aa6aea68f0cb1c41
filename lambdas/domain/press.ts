import {
  type Alert,
  hurryOn,
  type Location,
  next,
  type Press,
  startPaging,
  tellOwner,
  type TimelineEntry,
} from './alert.ts';
import { alertIdOf, pressKey } from './ids.ts';
import { type Category, type Tier, tierOf } from './policy.ts';
import { phoneStatus, shownAfterCall } from './shown.ts';
import type { Region } from './referral/regions.ts';
import type { Wishes } from './wishes.ts';

/** What one push of the button, or one report after the trip, says; already checked. */
export interface PressFacts {
  reporterId: string;
  pressId: string;
  service: string;
  tripId?: string;
  role?: 'rider' | 'driver';
  category?: Category;
  silent: boolean;
  location?: Location;
  region?: Region;
  locale: string;
  /** The app said in which way it is safe to reach the reporter. */
  contactKnown?: boolean;
  wishes?: Wishes;
  /** Set where this is a report. `evidence` says where its words raised the tier, without the words. */
  report?: { evidence?: string };
  /** As the app's clock had it (ISO 8601). */
  pressedAt?: string;
}

/** When it came in, and how long the alert is kept from then on (both epoch ms). */
export interface Received {
  now: number;
  keepUntil: number;
}

/** Repeated presses hurry the escalation on, but never faster than this. */
const hurryAtMostEveryMs = 10_000;

export function alertIdOfPress(facts: PressFacts): string {
  return alertIdOf(facts.reporterId, facts);
}

/** The first press of an alert. `linkKey` is 256 random bits, base64url. */
export function openAlert(facts: PressFacts, linkKey: string, received: Received): Alert {
  const { now, keepUntil } = received;
  const tier = tierOf(facts.category);
  const count = facts.report ? 0 : 1;
  const press = answerTo(facts, { tier, status: 'open', count, at: now });
  return {
    schema: 1,
    alertId: alertIdOfPress(facts),
    version: 1,
    status: 'open',
    tier,
    service: facts.service,
    category: facts.category,
    tripId: facts.tripId,
    role: facts.role,
    reporterId: facts.reporterId,
    silent: facts.silent,
    locale: facts.locale,
    location: facts.location,
    region: facts.region,
    contactKnown: facts.contactKnown,
    wishes: facts.wishes,
    openedAt: now,
    pressedAt: facts.pressedAt,
    keepUntil,
    presses: [press],
    pressCount: count,
    linkKey,
    escalatedAt: now,
    hop: 0,
    attempts: 0,
    turn: 1,
    dueAt: now,
    standingDown: [],
    pages: [],
    timeline: [{ at: now, what: 'opened', by: 'reporter', tier }, ...toldIn(facts, now)],
  };
}

/** The press as the alert remembers it, or undefined where this press is new to it. */
export function knownPress(alert: Alert, pressId: string): Press | undefined {
  const key = pressKey(pressId);
  return alert.presses.find((press) => press.key === key);
}

/**
 * Another press on the same trip joins the alert. It reopens one that had ended, lifts the tier
 * where it says something worse, and otherwise hurries on an escalation that nobody has answered,
 * or tells the owner of one that is taken. A press never lowers anything: an alert that is taken stays taken.
 */
export function joinPress(alert: Alert, facts: PressFacts, received: Received): Alert {
  const { now } = received;
  const count = alert.pressCount + (facts.report ? 0 : 1);
  // A report that does not say what it is about says nothing worse than is known already.
  const saysNothing = facts.report !== undefined && facts.category === undefined;
  const said = saysNothing ? alert.tier : tierOf(facts.category);
  const worse = said < alert.tier;
  const ended = alert.status === 'resolved' || alert.status === 'cancelled';
  const tier: Tier = worse ? said : alert.tier;
  const status = ended || worse ? 'open' : alert.status;
  const call = { said: saysNothing ? undefined : said, silent: facts.silent };
  const shown = alert.shown && shownAfterCall(alert.shown, call, now);
  const answered = {
    status: shown ? phoneStatus({ ...alert, status, shown }) : status,
    count,
    at: now,
    tier: shown?.tier ?? tier,
  };
  const entries = facts.report
    ? toldIn(facts, now)
    : [{ at: now, what: 'pressed', by: 'reporter' } as const as TimelineEntry];
  if (ended) entries.push({ at: now, what: 'reopened', by: 'reporter', tier });
  if (worse) entries.push({ at: now, what: 'raised', by: 'reporter', tier });

  return next(
    alert,
    {
      tier,
      category: worse ? facts.category : (alert.category ?? facts.category),
      silent: alert.silent || facts.silent,
      location: facts.location ?? alert.location,
      region: facts.region ?? alert.region,
      contactKnown: facts.contactKnown ?? alert.contactKnown,
      wishes: facts.wishes ? { ...alert.wishes, ...facts.wishes } : alert.wishes,
      keepUntil: Math.max(alert.keepUntil, received.keepUntil),
      pressCount: count,
      presses: [...alert.presses, answerTo(facts, answered)],
      shown,
      cancelRequested: undefined,
      ...(ended || worse ? startPaging(alert, now) : hurry(alert, now)),
    },
    ...entries,
  );
}

/** What another press does to an escalation that is under way, or to whoever has taken the alert. */
export function hurry(alert: Alert, now: number): Partial<Alert> {
  if (alert.status === 'acknowledged') return tellOwner(alert, now);
  if (alert.status !== 'open' || alert.dueAt === undefined) return {};
  const lastMove = alert.pages.at(-1)?.at ?? 0;
  const moved = Math.max(lastMove, alert.escalatedAt);
  return now - moved >= hurryAtMostEveryMs && alert.dueAt > now ? hurryOn(alert, now) : {};
}

function toldIn({ report }: PressFacts, at: number): TimelineEntry[] {
  if (report === undefined) return [];
  const told: TimelineEntry = { at, what: 'reported', by: 'reporter' };
  const { evidence } = report;
  return evidence === undefined
    ? [told]
    : [told, { at, what: 'triaged', by: 'siaga', text: evidence }];
}

function answerTo(facts: PressFacts, answer: Omit<Press, 'key'>): Press {
  return { key: pressKey(facts.pressId), ...answer };
}
