import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Bench } from './support/benchmark.ts';
import { type Bundle, bundles, byDefault } from './support/bundles.ts';
import { median, quantile } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

const pairs = 40;
const run = promisify(execFile);
const script = (name: string) => fileURLToPath(new URL(`support/${name}`, import.meta.url));

/** Both in ms: the import alone, and the import with the first press. */
interface Taken {
  imported: number;
  all: number;
}

/**
 * What a cold start costs the one who presses: pairs of fresh processes, in turns which of the two
 * comes first, so that whatever else the machine does meets both.
 */
export default async function coldStart(bench: Bench): Promise<Row[]> {
  bench.progress('bundling press both ways');
  const directory = bench.newDirectory();
  const { press, pressByDefault } = bundles(directory);
  const aws = fork(script('fake-aws.ts'));
  try {
    const [endpoint] = (await once(aws, 'message')) as [string];
    const start = (bundle: Bundle) => firstPress(bundle, { endpoint, home: directory });
    // The first of each reads the file from the disk, which a page cache has for all the others.
    await start(press);
    await start(pressByDefault);
    const ours: Taken[] = [];
    const floor: Taken[] = [];
    for (let pair = 0; pair < pairs; pair += 1) {
      if (pair % 10 === 0) bench.progress(`cold starts: ${pair} of ${pairs} pairs`);
      if (pair % 2 === 0) ours.push(await start(press));
      floor.push(await start(pressByDefault));
      if (pair % 2 === 1) ours.push(await start(press));
    }
    return [row('all', ours, floor), row('imported', ours, floor)];
  } finally {
    aws.disconnect();
  }
}

async function firstPress(bundle: Bundle, of: { endpoint: string; home: string }): Promise<Taken> {
  const { stdout } = await run(process.execPath, [script('first-press.mjs'), bundle.file], {
    env: {
      HOME: of.home,
      AWS_ENDPOINT_URL: of.endpoint,
      AWS_REGION: 'ap-southeast-3',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
      TABLE_NAME: 'alerts',
      QUEUE_URL_1: `${of.endpoint}/000000000000/tier-1`,
      QUEUE_URL_2: `${of.endpoint}/000000000000/tier-2`,
      QUEUE_URL_3: `${of.endpoint}/000000000000/tier-3`,
      PAGER_1: 'pager-1',
      PAGER_2: 'pager-2',
      PAGER_3: 'pager-3',
      RETENTION_DAYS: '365',
      WORDS_RETENTION_DAYS: '90',
    },
  });
  return JSON.parse(stdout) as Taken;
}

function row(part: keyof Taken, ours: Taken[], floor: Taken[]): Row {
  const ms = (taken: Taken[]) => taken.map((one) => one[part]);
  const ratios = ours.map((one, pair) => one[part] / floor[pair]![part]);
  const [low, high] = [0.25, 0.75].map((p) => quantile(ratios, p).toFixed(2));
  return {
    what: part === 'all' ? 'import plus first press, cold' : 'import of press alone, cold',
    measured: { value: median(ms(ours)), unit: 'ms' },
    floor: { name: 'the same handler.ts bundled by default', value: median(ms(floor)), unit: 'ms' },
    pairedRatio: median(ratios),
    ...(part === 'all' && { target: { of: 'ratio', atMost: 0.78 } as const }),
    notes: [
      `medians of ${pairs} alternating pairs of fresh processes; half of the ratios lie from ${low} to ${high}`,
      ...(part === 'all' ? [`by default: ${byDefault}; AWS answers at once, over HTTP`] : []),
    ],
  };
}
