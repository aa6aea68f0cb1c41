import { type Alert, due, hurryOn, next, startPaging, type TimelineEntry } from './alert.ts';
import { defaultPolicies, type Tier } from './policy.ts';
import { orNone, type Wishes } from './wishes.ts';

/** What a responder can do with an alert. */
export type Action =
  | { do: 'acknowledge' }
  | { do: 'decline' }
  | { do: 'release' }
  | { do: 'raise'; tier?: Tier; reason?: string }
  | { do: 'lower'; tier?: Tier; reason: string }
  | { do: 'resolve'; outcome: string }
  /** The same `noteId` and words again are the same note; without an id, the same words within a minute. */
  | { do: 'notes'; text: string; noteId?: string }
  /** Work on the case goes on; the wishes are what the person has said there by now. */
  | { do: 'progress'; wishes?: Wishes }
  /** Somebody has a conflict of interest, such as knowing the accused. */
  | { do: 'keep_out'; responderId: string; reason: string };

export interface Responder {
  responderId: string;
  name: string;
}

/** Either the alert as it is afterwards (the same object where nothing changed), or why not. */
export type Response = { alert: Alert; refused?: undefined } | { refused: Refusal; alert: Alert };

export type Refusal = 'taken' | 'not_owner' | 'closed' | 'full' | 'kept_out' | 'untrained';

/** An item of the table holds 400 kB, and notes are the one thing in it that people write. */
const mostNotes = 100;

/**
 * What a responder does. Each action is idempotent: doing it twice changes nothing the second
 * time. Who takes an alert first has it; only the owner hands it back, lowers or ends it.
 */
export function respond(alert: Alert, action: Action, by: Responder, now: number): Response {
  if (alert.keptOut?.includes(by.responderId)) return { refused: 'kept_out', alert };
  const owns = alert.owner?.responderId === by.responderId;
  const closed = alert.status === 'resolved' || alert.status === 'cancelled';
  if (action.do === 'keep_out') return { alert: keepOut(alert, action, by, now) };
  if (action.do === 'notes' && isNoted(alert, action, by, now)) return { alert };
  if (closed) {
    const again = action.do === 'resolve' && endedIt(alert, by);
    return again ? { alert } : { refused: 'closed', alert };
  }
  if (alert.owner !== undefined && !owns && takesIt(action)) return { refused: 'taken', alert };

  const entry = (what: TimelineEntry['what'], more: Partial<TimelineEntry> = {}) => ({
    at: now,
    what,
    by: by.responderId,
    ...more,
  });

  switch (action.do) {
    case 'acknowledge':
      return { alert: owns ? alert : next(alert, taking(alert, by, now), entry('acknowledged')) };
    case 'decline':
      return { alert: decline(alert, by, now) };
    case 'release':
      if (!owns) return alert.owner ? { refused: 'not_owner', alert } : { alert };
      return {
        alert: next(
          alert,
          {
            ...startPaging(alert, now),
            standingDown: withOne(alert.standingDown, by.responderId),
          },
          entry('released'),
        ),
      };
    case 'raise': {
      if (action.tier === undefined && movedJustNow(alert, 'raised', by, now)) return { alert };
      const tier = action.tier ?? (Math.max(1, alert.tier - 1) as Tier);
      if (tier >= alert.tier) return { alert };
      // A higher tier asks for other training, so its own team is paged, whoever holds the alert.
      return {
        alert: next(
          alert,
          { tier, ...startPaging(alert, now), standingDown: [] },
          entry('raised', { tier, text: action.reason }),
        ),
      };
    }
    case 'lower': {
      if (!owns) return { refused: 'not_owner', alert };
      if (action.tier === undefined && movedJustNow(alert, 'lowered', by, now)) return { alert };
      const tier = action.tier ?? (Math.min(3, alert.tier + 1) as Tier);
      if (tier <= alert.tier) return { alert };
      const entryLowered = entry('lowered', { tier, text: action.reason });
      return { alert: next(alert, { tier, ...progress(alert, now) }, entryLowered) };
    }
    case 'resolve': {
      const ended = { status: 'resolved' as const, closedAt: now, ...due(alert, undefined) };
      const resolved = entry('resolved', { text: action.outcome });
      if (owns) return { alert: next(alert, ended, resolved) };
      const change = { ...taking(alert, by, now), ...ended };
      return { alert: next(alert, change, entry('acknowledged'), resolved) };
    }
    case 'progress': {
      if (!owns) return { refused: 'not_owner', alert };
      return { alert: workedOn(alert, action.wishes, now) };
    }
    case 'notes': {
      const notes = alert.timeline.filter((one) => one.what === 'noted');
      if (notes.length >= mostNotes) return { refused: 'full', alert };
      const noted = entry('noted', { text: action.text, noteId: action.noteId });
      return { alert: next(alert, owns ? progress(alert, now) : {}, noted) };
    }
  }
}

/** A page that was under way may stand in the timeline after the end. */
function endedIt({ status, timeline }: Alert, { responderId }: Responder): boolean {
  const end = timeline.findLast((one) => one.what === 'resolved');
  return status === 'resolved' && end?.by === responderId;
}

/** The same words of one person within this long are one note sent twice (ms). */
const sameNote = 60_000;

/** What was erased meanwhile is not written again. */
function isNoted(
  { timeline }: Alert,
  { text, noteId }: { text: string; noteId?: string },
  { responderId }: Responder,
  now: number,
): boolean {
  return timeline
    .filter((one) => one.what === 'noted' && one.by === responderId)
    .some((one) =>
      noteId === undefined
        ? one.text === text && Math.abs(now - one.at) < sameNote
        : one.noteId === noteId && (one.text === text || one.text === undefined),
    );
}

/** One tier up or down is said relative to what was seen: a second tap sees the same (ms). */
const sameTap = 10_000;

function movedJustNow(
  alert: Alert,
  what: 'raised' | 'lowered',
  by: Responder,
  now: number,
): boolean {
  const last = alert.timeline.findLast((one) => one.what === 'raised' || one.what === 'lowered');
  return last?.what === what && last.by === by.responderId && now - last.at < sameTap;
}

/** Whoever is kept out loses the alert at once, where they had it. */
function keepOut(
  alert: Alert,
  { responderId, reason }: { responderId: string; reason: string },
  by: Responder,
  now: number,
): Alert {
  if (alert.keptOut?.includes(responderId)) return alert;
  const hadIt = alert.status === 'acknowledged' && alert.owner?.responderId === responderId;
  const change = {
    keptOut: withOne(alert.keptOut ?? [], responderId),
    ...(hadIt && startPaging(alert, now)),
  };
  const text = `${responderId}: ${reason}`;
  return next(alert, change, { at: now, what: 'kept_out', by: by.responderId, text });
}

function takesIt(action: Action): boolean {
  return action.do === 'acknowledge' || action.do === 'resolve';
}

function taking(alert: Alert, by: Responder, now: number): Partial<Alert> {
  return {
    status: 'acknowledged',
    owner: { ...by, since: now },
    unansweredSince: undefined,
    ...progress(alert, now),
  };
}

/** Says nothing in the timeline, and is written at most once in the time of a tap. */
function workedOn(alert: Alert, said: Wishes = {}, now: number): Alert {
  const wishes = orNone({ ...alert.wishes, ...said });
  const change = progress(alert, now);
  const isNew = JSON.stringify(wishes) !== JSON.stringify(alert.wishes);
  const isDue = alert.progressBy === undefined || change.progressBy! - alert.progressBy >= sameTap;
  return isNew || isDue ? next(alert, { ...change, wishes }) : alert;
}

/** Any sign of work sets the limit after which a taken alert goes back to paging anew. */
function progress(alert: Alert, now: number): Partial<Alert> {
  const policy = alert.policy ?? defaultPolicies[alert.tier];
  const progressBy = now + policy.acknowledgeTimeoutSeconds * 1000;
  // Whoever acts has the page before their eyes, and with it any news.
  return { progressBy, news: undefined, attempts: 0, ...due(alert, progressBy) };
}

/** The next step is taken at once when everybody whom the last one paged has declined. */
function decline(alert: Alert, by: Responder, now: number): Alert {
  if (alert.status !== 'open' || alert.standingDown.includes(by.responderId)) return alert;
  const standingDown = withOne(alert.standingDown, by.responderId);
  const lastStep = alert.hop - 1;
  const waiting = alert.pages.filter(
    (page) => page.step === lastStep && page.at >= alert.escalatedAt && page.result !== 'failed',
  );
  const asked = waiting.some((page) => page.responderId === by.responderId);
  const allDeclined = waiting.every((page) => standingDown.includes(page.responderId));
  return next(
    alert,
    { standingDown, ...(asked && allDeclined ? hurryOn(alert, now) : {}) },
    { at: now, what: 'declined', by: by.responderId },
  );
}

function withOne(list: string[], one: string): string[] {
  return list.includes(one) ? list : [...list, one];
}
