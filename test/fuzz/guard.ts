import type { Memory } from '../support/memory.ts';

/** What only looks, and the record of who did; whatever else a port does counts as done. */
const reads = new Set([
  'load',
  'loadForPaging',
  'loadTeam',
  'loadPolicy',
  'loadScript',
  'loadKey',
  'loadPace',
  'record',
  'list',
  'trail',
  'overdue',
  'now',
]);

/** Of DynamoDB's limits: bytes of a partition key, less its prefix. */
const longestKey = 2_000;

export interface Guard {
  /** What was stored or sent so far. */
  readonly writes: number;
  /** Every call of a port fails, with words that nobody outside may read. */
  fails: boolean;
  ports: ReturnType<typeof portsOf>;
}

/** What an injected failure says; no answer may hold it. */
export const secretOfFailure = 'INJECTED at /var/task/index.mjs:1:2 +628119999999';

/** The ports of a memory, watched and held to the limits of the real ones. */
export function guarded(memory: Memory): Guard {
  const guard = { writes: 0, fails: false };
  const watched = <Port extends object>(port: Port): Port =>
    Object.fromEntries(
      Object.entries(port).map(([name, method]: [string, (...args: unknown[]) => unknown]) => [
        name,
        name === 'now'
          ? method
          : async (...args: unknown[]) => {
              if (guard.fails) throw new Error(secretOfFailure);
              if (typeof args[0] === 'string') holdToLimits(args[0]);
              const result = await method(...args);
              if (!reads.has(name) && result !== false) guard.writes += 1;
              return result;
            },
      ]),
    ) as Port;
  return Object.assign(guard, { ports: portsOf(memory, watched) });
}

function holdToLimits(key: string): void {
  if (Buffer.byteLength(key) > longestKey)
    throw new Error('ValidationException: the key is too long');
  if (!key.isWellFormed()) throw new Error('SerializationException: no UTF-8');
}

function portsOf(memory: Memory, watched: <Port extends object>(port: Port) => Port) {
  return {
    pace: watched(memory.pace),
    store: watched(memory.store),
    said: watched(memory.said),
    eraser: watched(memory.eraser),
    cases: watched(memory.caseStore),
    reads: watched(memory.reads),
    locations: watched(memory.locations),
    documents: watched(memory.documentStore),
    scripts: watched(memory.scripts),
    board: watched(memory.board),
    trips: watched(memory.trips),
    calendars: watched(memory.calendars),
    queue: watched(memory.queue),
    workload: watched(memory.workload),
    clock: memory.clock,
    telemetry: memory.telemetry,
    linkBase: 'https://siaga.example',
    newLinkKey: () => 'n'.repeat(43),
    retention: 86_400_000 * 400,
  };
}
