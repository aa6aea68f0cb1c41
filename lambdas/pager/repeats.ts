import type { Alert } from '../domain/alert.ts';

/** A kept alert comes by every 5 s, so one that was not met for so long may be gone (ms). */
const rememberedFor = 10 * 60_000;
/** So many of an outage are remembered; the longest unmet are forgotten first. */
const mostRemembered = 5_000;

type Told = Pick<Alert, 'openedAt' | 'linkKey'>;

interface Met extends Told {
  turn: number;
  at: number;
  /** The telling that keeps each press of this alert, by the press's key. */
  presses: Map<string, Told>;
}

export type Telling =
  /** Pages go out for it. */
  | 'first'
  /** The same press once more, or a step that has been taken: nothing is lost without it. */
  | 'again'
  /** Another press on an alert that is being paged: kept for the table, and nobody is paged for it. */
  | 'another';

/**
 * The alerts that this pager has met in messages while the table was out. Each press then becomes an
 * alert with links of its own that the queue keeps, whether an app that hears no answer sends it again
 * or a person goes on pressing. Only the first of them is paged. On AWS each instance remembers its own.
 */
export class Repeats {
  private readonly met = new Map<string, Met>();

  /**
   * Remembers a telling of an alert, and says what it is. All pagers agree on which is the first, so
   * that never each of two gives way to the other.
   */
  meet({ alertId, presses, openedAt, linkKey, turn }: Alert, now: number): Telling {
    const key = presses[0]?.key ?? '';
    const told = { openedAt, linkKey };
    const met = this.met.get(alertId);
    const lives = met !== undefined && now - met.at < rememberedFor;
    const keeper = lives ? met.presses.get(key) : undefined;
    if (keeper !== undefined && isEarlier(keeper, told)) return 'again';
    if (lives && isEarlier(met, told)) {
      met.presses.set(key, told);
      return 'another';
    }
    if (lives && met.linkKey === linkKey && turn < met.turn) return 'again';
    const kept = new Map(lives ? met.presses : []).set(key, told);
    this.remember(alertId, { ...told, turn, at: now, presses: kept });
    return 'first';
  }

  /** A step was taken, and the queue has what came of it: its message of before is stale. */
  tookStep({ alertId, linkKey, turn }: Alert): void {
    const met = this.met.get(alertId);
    if (met?.linkKey === linkKey) met.turn = turn;
  }

  private remember(alertId: string, met: Met): void {
    // Anew, so that it is last in the order of the map.
    this.met.delete(alertId);
    this.met.set(alertId, met);
    if (this.met.size > mostRemembered) this.met.delete(this.met.keys().next().value!);
  }
}

function isEarlier(one: Told, other: Told): boolean {
  if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt;
  return one.linkKey < other.linkKey;
}
