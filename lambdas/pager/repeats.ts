import type { Alert } from '../domain/alert.ts';

/** A kept alert comes by every 5 s, so one that was not met for so long may be gone (ms). */
const rememberedFor = 10 * 60_000;
/** So many of an outage are remembered; the longest unmet are forgotten first. */
const mostRemembered = 5_000;

type Met = Pick<Alert, 'openedAt' | 'linkKey'> & { at: number };

/**
 * The alerts that this pager has met in messages while the table was out. An app that hears no answer
 * sends its press again, and each try becomes an alert with links of its own that the queue keeps.
 * Only the first of them is paged. On AWS each instance remembers its own.
 */
export class Repeats {
  private readonly met = new Map<string, Met>();

  /**
   * Remembers the alert, and whether another of the same press came before it. All pagers agree on
   * which one that is, so that never each of two gives way to the other.
   */
  isRepeat({ alertId, presses, openedAt, linkKey }: Alert, now: number): boolean {
    const name = `${alertId} ${presses[0]?.key}`;
    const other = this.met.get(name);
    const lives = other !== undefined && now - other.at < rememberedFor;
    if (lives && isEarlier(other, { openedAt, linkKey })) return true;
    // Anew, so that it is last in the order of the map.
    this.met.delete(name);
    this.met.set(name, { openedAt, linkKey, at: now });
    if (this.met.size > mostRemembered) this.met.delete(this.met.keys().next().value!);
    return false;
  }
}

function isEarlier(one: Omit<Met, 'at'>, other: Omit<Met, 'at'>): boolean {
  if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt;
  return one.linkKey < other.linkKey;
}
