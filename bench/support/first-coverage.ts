import { coverage } from '../../lambdas/domain/coverage.ts';
import { bigTeam, longPolicy, quarter, services } from './big-team.ts';

/**
 * Runs in a fresh process with `--expose-gc` and a young generation that one call cannot fill, so
 * that what the heap grows by is what was allocated. Prints ms and bytes.
 */
const text = JSON.stringify(bigTeam());
const heap = () => process.memoryUsage().heapUsed;
const clean = () => {
  globalThis.gc!();
  return heap();
};

const empty = clean();
const team = JSON.parse(text) as ReturnType<typeof bigTeam>;
const loaded = clean();
const began = performance.now();
coverage(team, longPolicy, { tier: 1, services, ...quarter });
const ms = performance.now() - began;
const allocated = heap() - loaded;
const kept = clean() - loaded;
// Asking for its size at the end keeps the team in memory until then.
const { length: members } = team.members;
process.stdout.write(JSON.stringify({ ms, allocated, kept, team: loaded - empty, members }));
