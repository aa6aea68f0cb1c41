import { parseArgs } from 'node:util';
import { orUsage } from '../../bin/or-usage.ts';
import { floodOf, liveFlood } from './flood/flood.ts';
import { meetings } from './meetings.ts';
import { everySetOfThree, type Job, shares } from './jobs.ts';
import { mutants } from './mutants/all.ts';
import { wireMutants } from './mutants/over-the-wire.ts';
import { catchMutant, catchWireMutant } from './mutants/run.ts';
import { liveSeed, lifeOf, tell } from './seeds.ts';
import { stories } from './stories.ts';
import { doAll } from './threads.ts';

const usage = `npm run simulate -- [what]
  --seeds N [--from N]  N lives at random, from seed 0 or N on
  --exhaustive          every set of up to three faults, every order of calls, the stories
  --mutants             which invariant notices what is taken out
  --seed N              one life, line by line
  --flood N             N presses of tier 1 within a minute, nobody answers, SNS takes 20 SMS a second
Without any of them: all, with 100,000 seeds.
`;

const { values } = orUsage(usage, () =>
  parseArgs({
    options: {
      seeds: { type: 'string' },
      from: { type: 'string', default: '0' },
      seed: { type: 'string' },
      flood: { type: 'string' },
      exhaustive: { type: 'boolean', default: false },
      mutants: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }),
);
const all = !values.seeds && !values.seed && !values.exhaustive && !values.mutants;

if (values.seed !== undefined) await tellOne(Number(values.seed));
else if (values.flood !== undefined) await goThrough(Number(values.flood));
else {
  if (values.exhaustive || all) await simulate('sets of faults, orders, stories', await tried());
  if (values.seeds || all) {
    const count = Number(values.seeds ?? 100_000);
    await simulate('lives at random', shares(Number(values.from), count), count);
  }
  if (values.mutants || all) await hunt();
}

/** Everything that is tried without chance. */
async function tried(): Promise<Job[]> {
  return [
    ...Object.keys(stories).map((story) => ({ story })),
    ...Object.keys(meetings).map((meeting) => ({ meeting })),
    ...(await everySetOfThree()),
  ];
}

async function simulate(what: string, jobs: Iterable<Job>, expected?: number): Promise<void> {
  const started = Date.now();
  let lived = 0;
  let parts = 0;
  let broken = 0;
  let told = started;
  const progress = (now: number) => {
    const aSecond = (1000 * lived) / (now - started || 1);
    const left =
      expected === undefined ? '' : `, ${Math.ceil((expected - lived) / aSecond)} s left`;
    // How many lives a set of faults makes shows once it is lived; how many sets there are is known.
    const of =
      expected === undefined
        ? ` lives in ${parts} of ${Array.isArray(jobs) ? jobs.length : '?'} parts`
        : ` of ${expected.toLocaleString('en')}`;
    print(
      `${what}: ${lived.toLocaleString('en')}${of}, ${Math.round(aSecond)} a second${left}, ${broken} broken\n`,
    );
  };
  await doAll(jobs, (done) => {
    lived += done.lives;
    parts += 1;
    broken += done.failures.length;
    for (const failure of done.failures) print(`\n${failure}\n\n`);
    const now = Date.now();
    if (now - told < 5_000) return;
    told = now;
    progress(now);
  });
  progress(Date.now());
  if (broken > 0) process.exitCode = 1;
}

async function hunt(): Promise<void> {
  print(`of ${mutants.length} | without | caught by | after lives\n`);
  for (const [index, mutant] of mutants.entries()) {
    const caught = await catchMutant(mutant);
    const found = `${mutant.without} | ${caught?.invariant ?? 'NOBODY'} | ${caught?.lives ?? '-'}`;
    print(`${index + 1} | ${found}\n`);
    if (caught === undefined) process.exitCode = 1;
  }
  print(`of ${wireMutants.length} | without | caught by\n`);
  for (const [index, mutant] of wireMutants.entries()) {
    const caught = await catchWireMutant(mutant);
    const found = caught ? `${mutant.caughtBy.file}: ${mutant.caughtBy.test}` : 'NOBODY';
    print(`${index + 1} | ${mutant.without} | ${found}\n`);
    if (!caught) process.exitCode = 1;
  }
}

async function goThrough(presses: number): Promise<void> {
  const started = Date.now();
  const {
    broken,
    toFirstSms: _,
    ...counts
  } = await liveFlood(floodOf({ presses }), (seconds) =>
    print(`${seconds.toFixed(0)} s of the flood, ${Math.round((Date.now() - started) / 1000)} s\n`),
  );
  const { accepted, alerts, sms, digests } = counts;
  const percent = ((100 * sms) / presses).toFixed(2);
  print(`${accepted} presses accepted as ${alerts} alerts, ${sms} SMS (${percent} %)`);
  print(`, ${digests} of them digests\n`);
  print(broken ? `"${broken.invariant}" does not hold: ${broken.how}\n` : 'all holds\n');
  if (broken) process.exitCode = 1;
}

async function tellOne(seed: number): Promise<void> {
  const life = lifeOf(seed);
  const { broken } = await liveSeed(seed);
  const history = await tell(life);
  print(`${JSON.stringify(life)}\n${history.join('\n')}\n${broken ? broken.how : 'all holds'}\n`);
}

function print(text: string): void {
  process.stdout.write(text);
}
