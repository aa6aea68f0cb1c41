/**
 * In a flood a responder gets the first page at once, then one digest SMS every half minute with a
 * link to the queue of what waits. A tier's pagers agree on that through one small item, which they
 * read with every alert and write only while there is something to agree on.
 */
export interface Pace {
  schema: 1;
  version: number;
  /** 256 random bits, base64url: the MAC key of the links to the tier's queue. */
  key: string;
  /** Until when pages wait for digests (epoch ms). */
  pacedUntil: number;
  responders: Readonly<Record<string, ResponderPace>>;
  /** How high the pages to each responder had piled up, and when (epoch ms). */
  piles?: Readonly<Record<string, { height: number; at: number }>>;
}

export interface ResponderPace {
  /** Counts the digests, so that what one covers depends on no two clocks. */
  digests: number;
  /** When the last SMS went out, digest or not, and what SNS said of it. */
  sentAt: number;
  result: 'sent' | 'failed';
  /** When a pager last took it upon itself to send the next one. */
  claimedAt?: number;
}

/** A page that waits for the next digest to its responder. */
export interface Held {
  responderId: string;
  step: number;
  /** Whom the step paged, such as `primary`. */
  page?: string;
  /** The responder's digests when it began to wait: any later one covers it. */
  digests: number;
  /** How often it was looked at in vain although its own wait was over. */
  looks: number;
  dueAt: number;
}

/**
 * Pages to one responder pile up where they come faster than half of what SNS takes from an account in
 * a second, of which others need the rest. So high is a flood, however many pagers share it.
 */
const pile = { shrinksPerSecond: 10, tooHigh: 110 };
/** A responder hears of what waits this often (ms). */
export const digestEvery = 30_000;
/** So long after a flood the links of its digests open nothing any more (ms). */
const linksWorkFor = 6 * 3_600_000;
/** Who has claimed an SMS and not sent it by now is taken for dead (ms): a call of SNS may hang. */
export const claimHolds = 5_000;
/** Pages stay paced this long after enough of them have waited in one span of `digestEvery` (ms). */
const pacedFor = 2 * digestEvery;
/** Clocks differ: a page whose wait was over so often by its own pagers' clocks waits no more. */
const mostLooks = 2;

export type Verdict =
  /** An SMS of its own, as ever. */
  | { do: 'send' }
  /** A digest since it began to wait has told of it, or the number is one that SNS will not have. */
  | { do: 'covered'; result: 'sent' | 'failed' }
  /** Until when, by the clock of whoever asks (epoch ms). */
  | { do: 'wait'; until: number; digests: number }
  /** Whoever claims it first sends the SMS: the alert's own page, or a digest. */
  | { do: 'claim'; as: SmsKind; digests: number };

export type SmsKind = 'page' | 'digest';

/** Whether new pages of the tier wait for digests. */
export function isPaced(pace: Pace | undefined, now: number): boolean {
  return pace !== undefined && now < pace.pacedUntil;
}

/** What becomes of a page to a responder, `held` where it waits already. */
export function judge(
  pace: Pace | undefined,
  { responderId, held }: { responderId: string; held?: Held },
  now: number,
): Verdict {
  if (held === undefined && !isPaced(pace, now)) return { do: 'send' };
  const last = pace?.responders[responderId];
  const digests = last?.digests ?? 0;
  if (held !== undefined && digests > held.digests) return { do: 'covered', result: last!.result };
  if (last?.claimedAt !== undefined && Math.abs(now - last.claimedAt) < claimHolds) {
    return { do: 'wait', until: now + claimHolds, digests };
  }
  const since = now - (last?.sentAt ?? 0);
  const inVain = (held?.looks ?? 0) >= mostLooks;
  if (since < digestEvery && !inVain) {
    // A number that SNS would not have just now costs nobody a wait.
    if (last!.result === 'failed') return { do: 'covered', result: 'failed' };
    return { do: 'wait', until: now + Math.min(digestEvery, digestEvery - since), digests };
  }
  // Whom nobody has sent anything in this flood gets the first page as it is.
  const as = held === undefined && since > pacedFor ? 'page' : 'digest';
  return { do: 'claim', as, digests };
}

export function newPace(key: string): Pace {
  return { schema: 1, version: 0, key, pacedUntil: 0, responders: {} };
}

/** Whether the links of the last flood's digests still open what waits. */
export function linksWork({ pacedUntil }: Pace, now: number): boolean {
  return now <= pacedUntil + linksWorkFor;
}

/**
 * From now on pages wait; `paged` says when each responder last got an SMS that nobody paced. Links
 * that have run out do not come back with another flood: it begins with `newKey`.
 */
export function startPacing(
  pace: Pace,
  { paged, newKey }: { paged: ReadonlyMap<string, number>; newKey(): string },
  now: number,
): Pace {
  const isNew = pace.version === 0;
  const key = isNew || linksWork(pace, now) ? pace.key : newKey();
  const responders: Record<string, ResponderPace> = { ...pace.responders };
  for (const [responderId, sentAt] of paged) {
    const { digests = 0 } = responders[responderId] ?? {};
    responders[responderId] = { digests, sentAt, result: 'sent' };
  }
  return { ...keepPacing(pace, now), key, responders };
}

/**
 * One pager tells the others how many pages it has sent to each responder of late; where they pile up
 * too high, pages wait from now on.
 */
export function pileUp(
  pace: Pace,
  pages: ReadonlyMap<string, number>,
  beginning: Parameters<typeof startPacing>[1],
  now: number,
): Pace {
  const piles = { ...pace.piles };
  for (const [responderId, count] of pages) {
    piles[responderId] = { height: heightOf(pace, responderId, now) + count, at: now };
  }
  const piled = { ...pace, piles };
  const isHigh = Array.from(pages.keys()).some((one) => heightOf(piled, one, now) >= pile.tooHigh);
  return isHigh ? startPacing(piled, beginning, now) : { ...piled, version: pace.version + 1 };
}

function heightOf({ piles }: Pace, responderId: string, now: number): number {
  const { height, at } = piles?.[responderId] ?? { height: 0, at: now };
  // Pagers' clocks differ: one that is behind makes no pile grow.
  return Math.max(0, height - (Math.max(0, now - at) * pile.shrinksPerSecond) / 1000);
}

/** Pages go on waiting, since enough of them have done so lately. */
export function keepPacing(pace: Pace, now: number): Pace {
  return { ...pace, version: pace.version + 1, pacedUntil: now + pacedFor };
}

/** Whether `keepPacing` would add enough to be worth a write. */
export function isRunningOut(pace: Pace, now: number): boolean {
  return pace.pacedUntil - now < pacedFor - digestEvery / 2;
}

/** A pager takes it upon itself to send the responder's next SMS. */
export function claim(pace: Pace, responderId: string, now: number): Pace {
  const last = pace.responders[responderId] ?? { digests: 0, sentAt: 0, result: 'sent' };
  return withResponder(pace, responderId, { ...last, claimedAt: now });
}

/** What came of the SMS that was claimed. */
export function recordSms(
  pace: Pace,
  of: { responderId: string; kind: SmsKind; result: 'sent' | 'failed' },
  now: number,
): Pace {
  const { responderId, kind, result } = of;
  const digests = (pace.responders[responderId]?.digests ?? 0) + (kind === 'digest' ? 1 : 0);
  return withResponder(pace, responderId, { digests, sentAt: now, result });
}

function withResponder(pace: Pace, responderId: string, responder: ResponderPace): Pace {
  const responders = { ...pace.responders, [responderId]: responder };
  return { ...pace, version: pace.version + 1, responders };
}
