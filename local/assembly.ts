import { createHash } from 'node:crypto';
import {
  cpSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface AssemblyOptions {
  /** A stage of cdk.json's context. */
  stage?: string;
  /** Where assemblies are kept for the next start; `npm ci` empties it. */
  cache?: string;
  /** Where the sources lie. */
  root?: string;
  make?(outdir: string, stage?: string): unknown;
}

const project = fileURLToPath(new URL('..', import.meta.url));

/** All that an assembly is made of: our own, and what npm has installed for it. */
const sources = [
  '{lib,lambdas}/**/*.*',
  'cdk.json',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
];

/** One a stage and a branch, say. */
const mostKept = 8;

/**
 * The cloud assembly of a stage, in `outdir`. Synthesis takes seconds and loads the whole CDK, so
 * the same sources go through it once: a stack that starts again takes what was made then.
 */
export async function assemblyFor(outdir: string, options: AssemblyOptions = {}): Promise<string> {
  const { stage, root = project, cache = join(root, 'node_modules', '.cache', 'siaga') } = options;
  const kept = join(cache, digest(root, stage));
  rmSync(outdir, { recursive: true, force: true });
  try {
    cpSync(kept, outdir, { recursive: true });
    return outdir;
  } catch {
    // Not made yet, or making room for another one in this moment.
    rmSync(outdir, { recursive: true, force: true });
  }
  const make = options.make ?? (await import('./synthesize.ts')).synthesize;
  await make(outdir, stage);
  keep(outdir, kept, cache);
  return outdir;
}

/** Renamed as a whole, so that nobody finds a half; what cannot be kept is made again. */
function keep(assembly: string, kept: string, cache: string): void {
  const part = `${kept}.${process.pid}`;
  try {
    mkdirSync(cache, { recursive: true });
    cpSync(assembly, part, { recursive: true });
    renameSync(part, kept);
    const age = (name: string) => -statSync(join(cache, name)).mtimeMs;
    const newestFirst = readdirSync(cache).toSorted((a, b) => age(a) - age(b));
    for (const name of newestFirst.slice(mostKept)) rmSync(join(cache, name), { recursive: true });
  } catch {
    rmSync(part, { recursive: true, force: true });
  }
}

/** Of the names and the bytes of all sources. */
function digest(root: string, stage = ''): string {
  const hash = createHash('sha256').update(`stage ${stage}\n`);
  for (const name of globSync(sources, { cwd: root }).toSorted()) {
    const file = join(root, name);
    if (!statSync(file).isFile()) continue;
    const bytes = readFileSync(file);
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}
