import { type Alert, due, next, startPaging, type TimelineEntry } from './alert.ts';
import { hurry } from './press.ts';

/**
 * Puts an alert that the queue kept through an outage together with what the table holds of it:
 * what a write without an answer has left there, or an earlier alert that its press belonged to.
 * The same object where the table knows all of it already.
 */
export function rescue(stored: Alert, kept: Alert, now: number): Alert {
  if (
    stored.linkKey === kept.linkKey &&
    isUntouched(stored, kept) &&
    kept.version > stored.version
  ) {
    const { location = stored.location } = kept;
    return { ...kept, location, version: stored.version + 1 };
  }
  const presses = missing(stored.presses, kept.presses, (press) => press.key);
  const told =
    stored.linkKey === kept.linkKey ? kept.timeline : asJoining(kept, presses.length > 0);
  const entries = missing(stored.timeline, told);
  const known = kept.pages.filter(({ result }) => result !== 'pending');
  const pages = [...stored.pages, ...missing(stored.pages, known)];
  if (presses.length > 0) return joinKept(stored, kept, { presses, entries, pages, now });
  const isNews = entries.length > 0 || pages.length > stored.pages.length;
  return isNews ? next(stored, { pages }, ...entries) : stored;
}

/**
 * Links that went out for the kept alert lead nowhere now, so the stored one is paged anew. One that
 * nobody was paged for is another press.
 */
function joinKept(
  stored: Alert,
  kept: Alert,
  added: Pick<Alert, 'presses' | 'pages'> & { entries: TimelineEntry[]; now: number },
): Alert {
  const { now } = added;
  const worse = kept.tier < stored.tier;
  const tier = worse ? kept.tier : stored.tier;
  const ended = stored.status === 'resolved' || stored.status === 'cancelled';
  const taken = stored.status === 'acknowledged' && !worse;
  const wasPaged = kept.pages.some(({ result }) => result === 'sent');
  const anew = taken ? { news: true, ...due(stored, now) } : startPaging(stored, now);
  const goesOn = worse || ended || wasPaged ? anew : hurry(stored, now);
  const merged = {
    tier,
    silent: stored.silent || kept.silent,
    location: kept.location ?? stored.location,
    contactKnown: kept.contactKnown ?? stored.contactKnown,
    presses: [...stored.presses, ...added.presses],
    pressCount: stored.pressCount + kept.pressCount,
    pages: added.pages,
    ...goesOn,
  };
  const entries = [...added.entries];
  if (ended) entries.push({ at: now, what: 'reopened', by: 'reporter', tier });
  if (worse) entries.push({ at: now, what: 'raised', by: 'reporter', tier });
  return next(stored, merged, ...entries);
}

/**
 * What the queue kept as an alert of its own has joined another: it opened nothing, and where its press
 * is known already it says nothing new.
 */
function asJoining({ timeline, pressCount }: Alert, isNew: boolean): TimelineEntry[] {
  if (!isNew) return timeline.filter((entry) => !said.has(entry.what));
  return timeline.flatMap((entry) => {
    if (entry.what !== 'opened') return [entry];
    return pressCount > 0 ? [{ at: entry.at, what: 'pressed', by: 'reporter' }] : [];
  });
}

const said: ReadonlySet<TimelineEntry['what']> = new Set(['opened', 'reported', 'triaged']);

/** Nobody has done anything to the stored alert that the kept one does not know of. */
function isUntouched(stored: Alert, kept: Alert): boolean {
  const news = [
    ...missing(kept.timeline, stored.timeline),
    ...missing(kept.presses, stored.presses),
    ...missing(kept.pages, stored.pages),
  ];
  return news.length === 0;
}

/** Those of `others` that are not among `known`. */
function missing<Item>(
  known: readonly Item[],
  others: readonly Item[],
  nameOf: (item: Item) => string = (item) => JSON.stringify(item),
): Item[] {
  const names = new Set(known.map(nameOf));
  return others.filter((item) => !names.has(nameOf(item)));
}
