import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface DataDir {
  path: string;
  file(name: string): string;
  /** Lets another stack use it. */
  release(): void;
}

const lockName = 'siaga.lock';

/** All that a stack ever writes there. */
const ours =
  /^(cdk\.out|dynamodb|messaging|logs|issuer-key\.json|phones\.db(-wal|-shm)?|siaga\.lock(-journal)?)$/;

/**
 * Takes a directory for one stack alone. The lock is one of SQLite's, which the kernel lets go of
 * when its process dies, however it dies: a kill -9 leaves nothing behind to clean up.
 * `fresh` empties the directory, and refuses where it holds anything that is not a stack's.
 */
export function takeDataDir(path: string, fresh: boolean): DataDir {
  const foreign = fresh ? entriesOf(path).find((name) => !ours.test(name)) : undefined;
  if (foreign !== undefined) {
    throw new Error(`${path} holds ${foreign}, which is not ours; --fresh does not empty it`);
  }
  mkdirSync(path, { recursive: true });
  const lock = new DatabaseSync(join(path, lockName));
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!String(error).includes('locked')) throw error;
    throw new Error(`${path} is in use by another stack; choose another with --data`, {
      cause: error,
    });
  }
  if (fresh) {
    for (const name of entriesOf(path)) {
      if (!name.startsWith(lockName)) rmSync(join(path, name), { recursive: true });
    }
  }
  mkdirSync(join(path, 'logs'), { recursive: true });
  return { path, file: (name) => join(path, name), release: () => lock.close() };
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
