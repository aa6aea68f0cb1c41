import { parseArgs } from 'node:util';
import { orUsage } from '../../bin/or-usage.ts';
import { campaign, type Outcome } from './campaign.ts';
import { openTown } from './town.ts';

const usage = `npm run fuzz -- [--requests N] [--seed N]
Asks in days of up to 100 requests until it has asked at least N (100000), or one is answered wrongly.`;

const { values } = orUsage(usage, () =>
  parseArgs({
    options: {
      requests: { type: 'string', default: '100000' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  }),
);
const requests = whole('requests', values.requests);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : whole('seed', values.seed);

const began = performance.now();
const town = await openTown();
try {
  process.stderr.write(`seed ${seed}\n`);
  const outcome = await campaign(town, { requests, seed, progress: tell });
  process.stdout.write(
    `\n${outcome.requests} requests in whole days, at least the ${requests} asked for; none answered wrongly\n`,
  );
  const statuses = [...outcome.statuses].toSorted(([a], [b]) => a - b);
  process.stdout.write(`${statuses.map(([status, count]) => `${status}: ${count}`).join('  ')}\n`);
  process.stdout.write(
    '5xx are the answers to faults that were injected; any other fails the run\n',
  );
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
  const line = `${asked} of ${requests} requests, ${rate.toFixed(0)} a second`;
  process.stderr.write(process.stderr.isTTY ? `\r${line} ` : `${line}\n`);
}

function whole(name: string, text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  process.stderr.write(`--${name} must be a whole number, not ${text}\n`);
  process.exit(2);
}
