/** Sets of instants as sorted stretches [start, end) that neither touch nor overlap; epoch ms. */
export type Intervals = readonly { start: number; end: number }[];

/** All that lies in any of the stretches, which may come in any order, overlap or be empty. */
export function union(stretches: Intervals): Intervals {
  const joined: { start: number; end: number }[] = [];
  const sorted = stretches
    .filter((one) => one.start < one.end)
    .toSorted((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** What lies in both. */
export function intersection(a: Intervals, b: Intervals): Intervals {
  const common: { start: number; end: number }[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    const start = Math.max(one.start, other.start);
    const end = Math.min(one.end, other.end);
    if (start < end) common.push({ start, end });
    if (one.end < other.end) i += 1;
    else j += 1;
  }
  return common;
}

/** What lies in `a` but not in `b`. */
export function difference(a: Intervals, b: Intervals): Intervals {
  const edges = [-Infinity, ...b.flatMap((one) => [one.start, one.end]), Infinity];
  const outside = [];
  for (let i = 0; i < edges.length; i += 2) outside.push({ start: edges[i]!, end: edges[i + 1]! });
  return intersection(a, outside);
}
