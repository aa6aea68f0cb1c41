import { readdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { orUsage } from '../bin/or-usage.ts';
import { Bench, type Benchmark } from './support/benchmark.ts';
import { table } from './support/print.ts';
import { isMet, ratioOf, type Row } from './support/row.ts';

/**
 * `npm run bench -- [name...] [--json]` measures what the files in this directory measure, or the
 * named ones of them. A benchmark is no test: a target that is missed is marked, and the exit code
 * stays 0.
 */
const usage = 'usage: npm run bench -- [name...] [--json]';

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();
const { values, positionals } = orUsage(`${usage}\nbenchmarks: ${names.join(', ')}`, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`${unknown} is no benchmark. ${usage}\nbenchmarks: ${names.join(', ')}\n`);
  process.exit(2);
}

const began = loadavg();
const bench = new Bench((doing) => process.stderr.write(`  ${doing}\n`));
const rows: Row[] = [];
try {
  for (const name of positionals.length > 0 ? positionals : names) {
    process.stderr.write(`${name}\n`);
    const { default: measure } = (await import(`./${name}.ts`)) as { default: Benchmark };
    rows.push(...(await measure(bench)));
  }
} finally {
  await bench.close();
}
process.stdout.write(`${values.json ? JSON.stringify(report(), undefined, 2) : page()}\n`);

function machine() {
  return {
    node: process.version,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    /** Over the last minute; what is above 0 at the beginning is other people's work. */
    load: { before: began[0]!, after: loadavg()[0]! },
  };
}

function report() {
  return {
    machine: machine(),
    rows: rows.map((row) => ({ ...row, ratio: ratioOf(row), met: isMet(row) })),
  };
}

function page(): string {
  const { node, cpu, cores, load } = machine();
  const loads = `load ${load.before.toFixed(1)} before and ${load.after.toFixed(1)} after`;
  return [
    `Node ${node.slice(1)}, ${cores} cores of ${cpu}, ${loads}.`,
    'Where a machine has other work to do, ratios say more than times.',
    '',
    table(rows),
  ].join('\n');
}
