import type { Held } from './pacing.ts';
import type { Category, EscalationPolicy, Tier } from './policy.ts';
import type { Region } from './referral/regions.ts';
import type { Wishes } from './wishes.ts';

/**
 * One reporter's call for help on one trip. It is one item of the table, and each transition is a
 * pure function `(alert, what happened, now) -> alert`, saved on condition that `version` is what
 * was read. All instants are epoch milliseconds. It holds no word of the reporter.
 */
export interface Alert {
  schema: 1;
  alertId: string;
  version: number;
  status: 'open' | 'acknowledged' | 'resolved' | 'cancelled';
  tier: Tier;
  service: string;
  category?: Category;
  tripId?: string;
  role?: 'rider' | 'driver';
  reporterId: string;
  silent: boolean;
  locale: string;
  location?: Location;
  /** Decides which numbers to call are shown. */
  region?: Region;
  /** The case holds a safe way to reach the reporter; without one nobody calls or texts first. */
  contactKnown?: boolean;
  /** By whom the reporter would be helped, where they said so. */
  wishes?: Wishes;
  openedAt: number;
  /** When the app says the button was pressed; phones' clocks are often wrong. */
  pressedAt?: string;
  /** When the table may forget the alert. */
  keepUntil: number;
  presses: Press[];
  /** Counts those too that `presses` no longer holds. */
  pressCount: number;
  /** 256 random bits, base64url: the MAC key of the links to this alert. */
  linkKey: string;
  /** Frozen at the first step of its tier, so that a change of policy moves no running alert. */
  policy?: EscalationPolicy & { tier: Tier };
  /** When paging began, anew after a release, a raise or a time-out. */
  escalatedAt: number;
  /** Steps taken in this escalation; the next one is the `hop`-th. */
  hop: number;
  /** How often the current step was tried again because a publish failed for now. */
  attempts: number;
  /**
   * Counts what falls due. A message names the turn it was sent for and is stale once the alert
   * has moved on to the next, which makes lost, doubled and late messages harmless.
   */
  turn: number;
  /** When the alert has to be looked at next; absent once there is nothing left to do. */
  dueAt?: number;
  /** Pages of this escalation that wait for a digest, in a flood. */
  held?: Held[];
  /** While pages wait: when the next step is due, which they never delay. */
  nextStepAt?: number;
  /** Nobody took it although every step was taken at least once. */
  unansweredSince?: number;
  /** Responders who declined or handed it back: paged again only where nobody else is left. */
  standingDown: string[];
  /** Responders who have a conflict of interest: neither paged nor let in. */
  keptOut?: string[];
  owner?: Owner;
  /** When an acknowledged alert without progress goes back to paging. */
  progressBy?: number;
  /** Something happened that the owner has yet to be told by SMS; `dueAt` is when. */
  news?: boolean;
  /** When the owner was last to be told of something. */
  toldAt?: number;
  /** The reporter has cancelled, and nobody has yet made sure that they are safe. */
  cancelRequested?: boolean;
  /** Cancelled by force, as the reporter let us know: nobody calls, nobody lets on. */
  duress?: boolean;
  /** What the reporter's phone shows instead of the truth, since a cancel. */
  shown?: Shown;
  closedAt?: number;
  /** The reporter wishes their words erased, and nobody has yet done it. */
  eraseRequestedAt?: number;
  pages: Page[];
  timeline: TimelineEntry[];
}

export interface Location {
  lat: number;
  lng: number;
  /** Metres */
  accuracy?: number;
  at?: string;
}

/** The same after a cancel and after one under duress: whoever holds the phone must not see which. */
export interface Shown {
  /** Absent once the button was pressed again. */
  status?: Alert['status'];
  tier: Tier;
  /** Whether somebody else may read the phone, as the reporter said before a cancel. */
  silent?: boolean;
  /** A plain cancel ends the alert, so that the phone shows the next press to open it again. */
  ends?: boolean;
  /** When the phone showed that the alert was opened again (epoch ms): what is older it does not show. */
  since?: number;
}

/** A press and what it was answered, so that the same press gets the same answer again. */
export interface Press {
  key: string;
  at: number;
  tier: Tier;
  status: Alert['status'];
  count: number;
}

export interface Owner {
  responderId: string;
  name: string;
  since: number;
}

/** One SMS to one responder. `step` is the hop of the escalation that sent it. */
export interface Page {
  responderId: string;
  name: string;
  step: number;
  at: number;
  result: 'sent' | 'failed' | 'pending';
  /** What it was sent for, where the alert had left that tier by the time this was recorded. */
  tier?: Tier;
}

export type TimelineEvent =
  | 'opened'
  | 'pressed'
  | 'reported'
  | 'triaged'
  | 'reopened'
  | 'paged'
  | 'page_failed'
  | 'nobody_on_call'
  | 'passed_over'
  | 'at_limit'
  | 'last_resort'
  | 'unanswered'
  | 'acknowledged'
  | 'acknowledge_timed_out'
  | 'declined'
  | 'kept_out'
  | 'released'
  | 'raised'
  | 'lowered'
  | 'noted'
  | 'resolved'
  | 'owner_told'
  | 'cancel_requested'
  | 'cancelled'
  | 'duress'
  | 'checked_in'
  | 'erase_requested'
  | 'erased';

export interface TimelineEntry {
  at: number;
  what: TimelineEvent;
  /** Who did it, or who was paged: a responder's id, or `reporter`, or `siaga`. */
  by?: string;
  step?: number;
  page?: string;
  tier?: Tier;
  text?: string;
  /** Names a note among those of whoever wrote it, so that one that is sent twice is kept once. */
  noteId?: string;
  /** How many entries like this one were folded into it. */
  times?: number;
}

/**
 * DynamoDB holds 400 kB an item and an alert of tier 1 never gives up, so what repeats is folded:
 * the newest pages are kept, and of the timeline's oldest repetitions their number.
 */
const keepPages = 400;
const keepTimeline = 400;
const keepPresses = 200;
const repetitive: ReadonlySet<TimelineEvent> = new Set([
  'paged',
  'page_failed',
  'nobody_on_call',
  'passed_over',
  'at_limit',
  'last_resort',
  'pressed',
  'reported',
  'triaged',
  'reopened',
  'cancel_requested',
  'cancelled',
  'duress',
  'owner_told',
  'checked_in',
  'erase_requested',
  'erased',
]);

/** The next version of an alert: every transition ends here. */
export function next(alert: Alert, change: Partial<Alert>, ...entries: TimelineEntry[]): Alert {
  const timeline = [...alert.timeline, ...entries];
  const { held, nextStepAt, ...after } = { ...alert, ...change };
  // A page waits as long as its escalation runs, and where that ends it is not sent any more.
  const runs = after.status === 'open' && after.escalatedAt === alert.escalatedAt;
  const waits = runs && held !== undefined;
  const pages = waits ? after.pages : after.pages.filter((page) => !isHeld(held, page));
  return {
    ...after,
    ...(waits && { held, nextStepAt }),
    version: alert.version + 1,
    presses: after.presses.slice(-keepPresses),
    pages: pages.slice(-keepPages),
    timeline: timeline.length <= keepTimeline ? timeline : fold(timeline),
  };
}

function isHeld(held: readonly Held[] = [], { responderId, step, result }: Page): boolean {
  const isIt = (one: Held) => one.responderId === responderId && one.step === step;
  return result === 'pending' && held.some(isIt);
}

/** Of the older half, what repeats becomes one entry of each kind that says how often and since when. */
function fold(timeline: TimelineEntry[]): TimelineEntry[] {
  const recent = timeline.slice(-keepTimeline / 2);
  const folded = new Map<string, TimelineEntry>();
  for (const [index, entry] of timeline.slice(0, -recent.length).entries()) {
    const key = repetitive.has(entry.what) ? `${entry.what} ${entry.page ?? ''}` : String(index);
    const first = folded.get(key);
    if (first === undefined) {
      folded.set(key, entry);
      continue;
    }
    const by = first.by === entry.by ? first.by : undefined;
    folded.set(key, { ...first, by, times: (first.times ?? 1) + (entry.times ?? 1) });
  }
  return [...folded.values(), ...recent];
}

/** Sets when the alert is looked at next, and makes every message of an earlier turn stale. */
export function due(alert: Alert, dueAt: number | undefined): Pick<Alert, 'turn' | 'dueAt'> {
  return { turn: alert.turn + 1, dueAt };
}

/** Paging starts over with the first step, at once. */
export function startPaging(alert: Alert, now: number): Partial<Alert> {
  return {
    status: 'open',
    owner: undefined,
    progressBy: undefined,
    news: undefined,
    closedAt: undefined,
    unansweredSince: undefined,
    escalatedAt: now,
    hop: 0,
    attempts: 0,
    ...due(alert, now),
  };
}

/** What is due this close to now may be under way (ms), and two at once would page everybody twice. */
const underWay = 1_000;

/** What is due comes forward to now. */
export function hurryOn(alert: Alert, now: number): Partial<Alert> {
  if (alert.dueAt === undefined || Math.abs(alert.dueAt - now) <= underWay) return {};
  return { ...due(alert, now), nextStepAt: undefined };
}

/** News reaches the owner by SMS, but never more often than this (ms). */
const tellAtMostEvery = 10_000;

/** The owner of a taken alert is to be told that something happened. */
export function tellOwner(alert: Alert, now: number): Partial<Alert> {
  if (alert.owner === undefined || alert.status !== 'acknowledged') return {};
  const last = Math.max(alert.toldAt ?? 0, alert.owner.since);
  if (now - last < tellAtMostEvery) return {};
  return { news: true, toldAt: now, attempts: 0, ...due(alert, now) };
}
