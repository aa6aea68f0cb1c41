import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Tier } from '../../lambdas/domain/policy.ts';
import type { Path } from './hints.ts';
import { type Problem, readRoster } from './read-file.ts';
import type { TierRoster } from './schema.ts';
import { Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

export interface Wanted {
  tiers: ReadonlyMap<Tier, TierRoster>;
  /** Ends the command with what is wrong in the file, and where. */
  refuse(problems: readonly { path: Path; says: string }[]): Stop;
}

/** How many mistakes of a file are named at once. */
const mostProblems = 30;

/** What a file asks for, of all its tiers or of one. */
export async function load(terminal: Terminal, file: string, only?: Tier): Promise<Wanted> {
  const read = readRoster(await textOf(resolve(terminal.cwd, file), file));
  if (Array.isArray(read)) throw invalid(file, read);
  const picked = only === undefined ? undefined : read.tiers.get(only);
  if (only !== undefined && picked === undefined) {
    throw new Stop(
      'usage',
      `${file} has no tier ${only}; it has ${[...read.tiers.keys()].join(', ')}`,
    );
  }
  return {
    tiers: picked === undefined ? read.tiers : new Map([[only!, picked]]),
    refuse: (problems) =>
      invalid(
        file,
        problems.map(({ path, says }) => read.problemAt(path, says)),
      ),
  };
}

/** Windows' own redirection writes UTF-16. */
async function textOf(path: string, file: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new Stop('invalidFile', `${file}: ${why}`);
  }
}

function invalid(file: string, problems: readonly Problem[]): Stop {
  const said = problems
    .slice(0, mostProblems)
    .map(({ line, column, says }) => `${file}:${line}:${column} ${says}`);
  const more = problems.length - said.length;
  return new Stop('invalidFile', [...said, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'));
}
