import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Tier, tiers } from '../../lambdas/domain/policy.ts';
import { apply } from './apply.ts';
import { exportRoster, schemaFile } from './export.ts';
import { rosterJsonSchema } from './json-schema.ts';
import { exitCodes, type ExitCode, Stop } from './stop.ts';
import type { Terminal } from './terminal.ts';

const usage = `npm run roster -- export [--tier N] [--url URL] [--out FILE]
npm run roster -- apply FILE [--tier N] [--url URL] [--dry-run] [--yes]

  export     writes the rosters of all tiers, or of one, to FILE or to standard output
  apply      shows what FILE changes, asks, and stores it
  --url      the server, http://localhost:3000 by default; any other one is https,
             and its token is taken from the environment, SIAGA_TOKEN
  --dry-run  shows what would change, and stores nothing
  --yes      stores without asking

docs/roster.md tells the rest.`;

const options = {
  tier: { type: 'string' },
  url: { type: 'string' },
  out: { type: 'string' },
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** Runs the command as it was typed, and answers with what the process is to exit with. */
export async function run(argv: string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    terminal.err(error.message);
    return error.code;
  }
}

async function dispatch(argv: string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = read(argv);
  const [command, file, ...rest] = positionals;
  const { url, out, yes } = values;
  const tier = readTier(values.tier);
  if (values.help) {
    terminal.out(usage);
    return exitCodes.done;
  }
  if (rest.length > 0) throw wrong(`one file at a time, not ${rest.join(' ')} too`);
  if (command === 'apply' && file !== undefined && out === undefined) {
    return apply(terminal, { file, tier, url, yes, dryRun: values['dry-run'] });
  }
  if (command === 'export' && file === undefined) return exportRoster(terminal, { tier, url, out });
  if (command === 'schema' && file === undefined) return writeSchema();
  throw wrong(
    command === undefined ? 'say apply or export' : `${argv.join(' ')} is not understood`,
  );
}

function read(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw wrong((error as Error).message.split('. ')[0]!);
  }
}

function readTier(value: string | undefined): Tier | undefined {
  if (value === undefined) return undefined;
  const tier = tiers.find((one) => String(one) === value);
  if (tier === undefined) throw wrong(`--tier must be ${tiers.join(', ')}, not ${value}`);
  return tier;
}

function wrong(message: string): Stop {
  return new Stop('usage', `${message}\n\n${usage}`);
}

/** For developers, after a change of the schema; `npm run format` lays it out. */
async function writeSchema(): Promise<ExitCode> {
  await writeFile(schemaFile, `${JSON.stringify(rosterJsonSchema(), undefined, 2)}\n`);
  return exitCodes.done;
}
