import { parseArgs } from 'node:util';
import { campaign, type Outcome } from './campaign.ts';
import { openTown } from './town.ts';

/** `npm run fuzz -- [--requests N] [--seed N]` asks until it has asked so many, or one is answered wrongly. */
const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const requests = whole('requests', values.requests);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : whole('seed', values.seed);

const began = performance.now();
const town = await openTown();
try {
  process.stderr.write(`seed ${seed}\n`);
  const outcome = await campaign(town, { requests, seed, progress: tell });
  process.stdout.write(`\n${outcome.requests} requests, none answered wrongly\n`);
  const statuses = [...outcome.statuses].toSorted(([a], [b]) => a - b);
  process.stdout.write(`${statuses.map(([status, count]) => `${status}: ${count}`).join('  ')}\n`);
  process.stdout.write(
    `slowest, ${outcome.slowest.ms.toFixed(0)} ms: ${outcome.slowest.request}\n`,
  );
} catch (error) {
  process.stderr.write(`\n${(error as Error).message}\n`);
  process.exitCode = 1;
} finally {
  town.close();
}

function tell({ requests: asked }: Outcome): void {
  const rate = asked / ((performance.now() - began) / 1000);
  process.stderr.write(`\r${asked} of ${requests} requests, ${rate.toFixed(0)} a second `);
}

function whole(name: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} must be a whole number, not ${text}\n`);
  process.exit(2);
}
