import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { coverage } from '../lambdas/domain/coverage.ts';
import { onCall } from '../lambdas/domain/schedule.ts';
import type { Team } from '../lambdas/domain/team.ts';
import type { Bench } from './support/benchmark.ts';
import { bigTeam, longPolicy, quarter, services } from './support/big-team.ts';
import { median, quantile } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

/** Who is on call, and where nobody is, for a team as large as one document holds. */
export default async function domain(bench: Bench): Promise<Row[]> {
  const team = bigTeam();
  return [
    ...onCallRows(bench, team),
    coverageRow(bench, team),
    ...(await firstCoverageRows(bench)),
  ];
}

function onCallRows(bench: Bench, team: Team): Row[] {
  bench.progress('onCall of a team of 300');
  const instants = anywhere(1_000);
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: team.timeZone,
    timeZoneName: 'longOffset',
  });
  const [ours, formatting, scan] = inTurns(200, [
    () => instants.forEach((at) => onCall(team, at)),
    () => instants.forEach((at) => format.format(at)),
    () => instants.forEach(() => team.members.some(({ responderId }) => responderId === 'nobody')),
  ]).map((times) => times.map((ms) => (ms * 1_000) / instants.length));
  const measured = { value: median(ours!), unit: 'us' };
  return [
    {
      what: 'onCall, five rotations, team of 300',
      measured,
      floor: {
        name: 'one Intl.DateTimeFormat.format of the same instant',
        value: median(formatting!),
        unit: 'us',
      },
      target: { of: 'measured', atMost: 50 },
      notes: [
        `medians of 200 rounds of ${instants.length} instants anywhere in 90 days; p99 of the rounds` +
          ` ${quantile(ours!, 0.99).toFixed(1)} us`,
      ],
    },
    {
      what: 'onCall, against reading the members',
      measured,
      floor: { name: 'one scan of the 300 members', value: median(scan!), unit: 'us' },
    },
  ];
}

function coverageRow(bench: Bench, team: Team): Row {
  bench.progress('coverage of 90 days of a team of 300');
  const text = JSON.stringify(team);
  const [ours, parsing] = inTurns(100, [
    () => coverage(team, longPolicy, { tier: 1, services, ...quarter }),
    () => JSON.parse(text),
  ]);
  return {
    what: 'coverage of 90 days, team of 300',
    measured: { value: median(ours!), unit: 'ms' },
    floor: { name: 'JSON.parse of the team document', value: median(parsing!), unit: 'ms' },
    target: { of: 'measured', atMost: 100 },
    notes: [
      `warm, medians of 100, p99 ${quantile(ours!, 0.99).toFixed(1)} ms; 100 overrides, a policy of` +
        ` ${longPolicy.steps.length} steps, ${services.length} services`,
    ],
  };
}

/** What the first question of a cold start costs. */
async function firstCoverageRows(bench: Bench): Promise<Row[]> {
  bench.progress('the first coverage in fresh processes');
  const script = fileURLToPath(new URL('support/first-coverage.ts', import.meta.url));
  const runs: { ms: number; allocated: number; kept: number; team: number }[] = [];
  for (let run = 0; run < 9; run += 1) {
    const flags = ['--expose-gc', '--max-semi-space-size=128', '--min-semi-space-size=128'];
    const { stdout } = await promisify(execFile)(process.execPath, [...flags, script]);
    runs.push(JSON.parse(stdout) as (typeof runs)[number]);
  }
  const of = (part: keyof (typeof runs)[number]) => median(runs.map((run) => run[part]));
  const floor = { name: 'the team in memory', value: of('team') / 1024, unit: 'kB' };
  return [
    {
      what: 'coverage, first call of a fresh process',
      measured: { value: of('ms'), unit: 'ms' },
      target: { of: 'measured', atMost: 100 },
      notes: ['median of 9 processes'],
    },
    {
      what: 'memory that this call allocates',
      measured: { value: of('allocated') / 1024, unit: 'kB' },
      floor,
    },
    {
      what: 'memory that is kept after it',
      measured: { value: of('kept') / 1024, unit: 'kB' },
      floor,
      notes: ['what is known of the time zone, and compiled code'],
    },
  ];
}

/** Times in ms of each task, all tasks once a round after some rounds that nobody looks at. */
function inTurns(rounds: number, tasks: (() => unknown)[]): number[][] {
  const times: number[][] = tasks.map(() => []);
  for (let round = -Math.ceil(rounds / 10); round < rounds; round += 1) {
    for (const [index, task] of tasks.entries()) {
      const began = performance.now();
      task();
      if (round >= 0) times[index]!.push(performance.now() - began);
    }
  }
  return times;
}

/** Instants all over the quarter, the same in every run and in no order that a cache would like. */
function anywhere(count: number): number[] {
  const { from, to } = quarter;
  return Array.from({ length: count }, (_, index) => {
    return Math.floor(from + ((index * 0.618_033_988_75) % 1) * (to - from));
  });
}
