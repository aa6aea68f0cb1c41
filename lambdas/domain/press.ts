import { type Alert, type Location, next, type Press, startPaging, due } from './alert.ts';
import { alertIdOf, pressKey } from './ids.ts';
import { type Category, type Tier, tierOf } from './policy.ts';

/** What one push of the button says, already checked. */
export interface PressFacts {
  reporterId: string;
  pressId: string;
  service: string;
  tripId?: string;
  role?: 'rider' | 'driver';
  category?: Category;
  silent: boolean;
  location?: Location;
  locale: string;
  contact?: Record<string, unknown>;
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
  const press = answerTo(facts, { tier, status: 'open', count: 1, at: now });
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
    contact: facts.contact,
    openedAt: now,
    pressedAt: facts.pressedAt,
    keepUntil,
    presses: [press],
    pressCount: 1,
    linkKey,
    escalatedAt: now,
    hop: 0,
    attempts: 0,
    turn: 1,
    dueAt: now,
    standingDown: [],
    linkedAlertIds: [],
    pages: [],
    timeline: [{ at: now, what: 'opened', by: 'reporter', tier }],
  };
}

/** The press as the alert remembers it, or undefined where this press is new to it. */
export function knownPress(alert: Alert, pressId: string): Press | undefined {
  const key = pressKey(pressId);
  return alert.presses.find((press) => press.key === key);
}

/**
 * Another press on the same trip joins the alert. It reopens one that had ended, lifts the tier
 * where it says something worse, and otherwise hurries on an escalation that nobody has answered.
 * A press never lowers anything: an alert that is taken stays taken.
 */
export function joinPress(alert: Alert, facts: PressFacts, received: Received): Alert {
  const { now } = received;
  const count = alert.pressCount + 1;
  const said = tierOf(facts.category);
  const worse = said < alert.tier;
  const ended = alert.status === 'resolved' || alert.status === 'cancelled';
  const tier: Tier = worse ? said : alert.tier;
  const status = ended || worse ? 'open' : alert.status;
  const entries: Alert['timeline'] = [{ at: now, what: 'pressed', by: 'reporter' }];
  if (ended) entries.push({ at: now, what: 'reopened', by: 'reporter', tier });
  if (worse) entries.push({ at: now, what: 'raised', by: 'reporter', tier });

  return next(
    alert,
    {
      tier,
      category: worse ? facts.category : (alert.category ?? facts.category),
      silent: alert.silent || facts.silent,
      location: facts.location ?? alert.location,
      contact: facts.contact ?? alert.contact,
      keepUntil: Math.max(alert.keepUntil, received.keepUntil),
      pressCount: count,
      presses: [...alert.presses, answerTo(facts, { tier, status, count, at: now })],
      ...(ended || worse ? startPaging(alert, now) : hurry(alert, now)),
    },
    ...entries,
  );
}

function hurry(alert: Alert, now: number): Partial<Alert> {
  if (alert.status !== 'open' || alert.dueAt === undefined) return {};
  const lastMove = alert.pages.at(-1)?.at ?? 0;
  const moved = Math.max(lastMove, alert.escalatedAt);
  return now - moved >= hurryAtMostEveryMs && alert.dueAt > now ? due(alert, now) : {};
}

function answerTo(facts: PressFacts, answer: Omit<Press, 'key'>): Press {
  return { key: pressKey(facts.pressId), ...answer };
}
