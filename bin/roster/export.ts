import { writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Tier, tiers } from '../../lambdas/domain/policy.ts';
import { neverStored, RosterServer } from './server.ts';
import { exitCodes, type ExitCode, Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';
import { writeRoster } from './write-file.ts';

export interface ExportOptions {
  /** All of them where none is named. */
  tier?: Tier;
  url?: string;
  /** A new file; standard output where none is named. */
  out?: string;
}

const project = fileURLToPath(new URL('../..', import.meta.url));
export const schemaFile = resolve(project, 'docs/roster.schema.json');

/** Writes what the server has as a file that `apply` finds nothing to change in. */
export async function exportRoster(
  terminal: Terminal,
  { tier, url, out }: ExportOptions,
): Promise<ExitCode> {
  const server = await RosterServer.open(terminal, url);
  const asked = tier === undefined ? tiers : [tier];
  const snapshots = await Promise.all(asked.map((one) => server.snapshot(one)));
  const exported = snapshots.map(({ tier: of, team, policy, policyTag }) => {
    return { tier: of, team, ...(policyTag !== neverStored && { policy }) };
  });
  const file = resolve(terminal.cwd, out ?? 'team.yaml');
  const text = writeRoster(exported, schemaPathFrom(dirname(file)));
  if (out === undefined) terminal.out(text.trimEnd());
  else await create(file, text, out);
  return exitCodes.done;
}

/** The numbers in it are for its owner; and a file that is there may hold somebody's work. */
async function create(file: string, text: string, name: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' ? 'it is there already' : code;
    throw new Stop('usage', `${name} was not written: ${why}; give another name`);
  }
}

/** Relative inside the project, so that it holds wherever that is checked out. */
function schemaPathFrom(folder: string): string {
  const inside = relative(project, folder);
  if (inside.startsWith('..') || isAbsolute(inside)) return pathToFileURL(schemaFile).href;
  return relative(folder, schemaFile).split(sep).join('/');
}
