import type { Bench } from './support/benchmark.ts';
import { bundles, byDefault } from './support/bundles.ts';
import type { Row } from './support/row.ts';

/** How much code a cold start of `press` reads. */
export default async function bundleSize(bench: Bench): Promise<Row[]> {
  bench.progress('bundling press and its floors');
  const { press, pressByDefault, clients } = bundles(bench.newDirectory());
  const measured = { value: press.bytes, unit: 'B' };
  return [
    {
      what: 'bundle of press',
      measured,
      floor: {
        name: 'a handler of DynamoDB PutItem and GetItem and SQS SendMessage alone',
        value: clients.bytes,
        unit: 'B',
      },
      target: { of: 'ratio', atMost: 0.42 },
      notes: [`the floor is bundled by ${byDefault}`],
    },
    {
      what: 'bundle of press, against its own default',
      measured,
      floor: {
        name: 'the same handler.ts, bundled likewise by default',
        value: pressByDefault.bytes,
        unit: 'B',
      },
    },
  ];
}
