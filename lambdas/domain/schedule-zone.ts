/**
 * The clock on the wall in a time zone. Wall times are numbers too: the ms since 1970-01-01T00:00
 * that the local clock shows, as if it were UTC's.
 */

export const day = 86_400_000;

export interface ZoneClock {
  /** What the local clock shows at an instant (epoch ms). */
  wallAt(at: number): number;
  /**
   * The first instant (epoch ms) at which the local clock shows a wall time or a later one. So a
   * time that comes twice is its first occurrence, and one that a clock change leaps over is the
   * moment of the leap; a later wall time is never an earlier instant.
   */
  instantOf(wall: number): number;
}

const clocks = new Map<string, ZoneClock>();

/** Throws RangeError on an unknown time zone. A clock is built once a zone: it costs some 0.3 ms. */
export function clockOf(timeZone: string): ZoneClock {
  const clock = clocks.get(timeZone) ?? newClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

/** ISO 8601 to epoch ms, NaN where it is neither; a time without offset is meant on this clock. */
export function parseInstant(text: string, clock: ZoneClock): number {
  return /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
    ? Date.parse(text)
    : clock.instantOf(Date.parse(text.length > 10 ? `${text}Z` : text));
}

/** A stretch of time with at most one clock change. */
interface Block {
  offsetBefore: number;
  offset: number;
  /** The instant from which `offset` holds. */
  since: number;
}

/** 3 days: the nearest two clock changes of any zone from 1970 to 2100 are almost 7 days apart. */
const blockLength = 3 * day;
/** Bounds what one clock remembers: some 16 years. */
const mostBlocks = 2_000;
/** Instants that Date and Intl know reach to 8.64e15; this leaves them a few days to look around. */
const farthest = 8.63e15;

function newClock(timeZone: string): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const blocks = new Map<number, Block>();

  function blockAt(at: number): Block {
    const index = Math.floor(at / blockLength);
    const known = blocks.get(index);
    if (known !== undefined) return known;
    if (blocks.size >= mostBlocks) blocks.clear();
    const block = findChange(format, index * blockLength, (index + 1) * blockLength);
    blocks.set(index, block);
    return block;
  }

  function offsetAt(at: number): number {
    const block = blockAt(at);
    return at < block.since ? block.offsetBefore : block.offset;
  }

  function wallAt(at: number): number {
    return Math.abs(at) < farthest ? at + offsetAt(at) : at;
  }

  function instantOf(wall: number): number {
    if (!(Math.abs(wall) < farthest)) return wall;
    // No offset is as large as a day, so these two instants enclose every reading of the wall time.
    const before = offsetAt(wall - day);
    const after = offsetAt(wall + day);
    if (before === after) return wall - before;
    const change = changeBetween(wall - day, wall + day);
    const byOldClock = wall - before;
    return byOldClock < change ? byOldClock : Math.max(change, wall - after);
  }

  function changeBetween(from: number, to: number): number {
    const first = blockAt(from);
    return first.since > from && first.offset !== first.offsetBefore
      ? first.since
      : blockAt(to).since;
  }

  return { wallAt, instantOf };
}

function findChange(format: Intl.DateTimeFormat, from: number, to: number): Block {
  const offsetBefore = offsetBy(format, from);
  const offset = offsetBy(format, to);
  if (offset === offsetBefore) return { offsetBefore, offset, since: from };
  let still = from;
  let since = to;
  while (since - still > 1) {
    const middle = Math.floor((still + since) / 2);
    if (offsetBy(format, middle) === offsetBefore) still = middle;
    else since = middle;
  }
  return { offsetBefore, offset, since };
}

/** Local time less UTC (ms); Intl writes it as `GMT+07:00`, `GMT-04:56:02` or plain `GMT`. */
function offsetBy(format: Intl.DateTimeFormat, at: number): number {
  const found = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(format.format(at));
  const [, sign, hours = 0, minutes = 0, seconds = 0] = found ?? [];
  const size = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -size : size;
}
