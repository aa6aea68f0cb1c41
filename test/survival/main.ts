import { parseArgs } from 'node:util';
import { orUsage } from '../../bin/or-usage.ts';
import { survive } from './survive.ts';

const usage = `npm run survive -- [--times N] [--seed N]
Kills the whole stack N times (50) at moments that the seed chooses, while people live their alerts.
`;

const { values } = orUsage(usage, () =>
  parseArgs({
    options: {
      times: { type: 'string', default: '50' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  }),
);

const times = Number(values.times);
const began = Date.now();
const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`;
const { alerts, deeds, failures, cutOff, starts } = await survive({
  times,
  seed: Number(values.seed),
  progress: (done) => process.stdout.write(`killed ${done} of ${times}, ${seconds()}\n`),
});
const median = starts.toSorted((a, b) => a - b)[Math.floor(starts.length / 2)];
const cut = [...cutOff].map(([what, count]) => `${count} ${what}`).join(', ');
process.stdout.write(
  `all holds: ${deeds} deeds of people in ${alerts} alerts are there, and who had to be was paged; ` +
    `${failures} tries were in vain, under way at a kill ${cut}; a start took ${median} ms (median); ${seconds()}\n`,
);
