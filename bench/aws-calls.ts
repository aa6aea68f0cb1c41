import { type City, linkOf, pause, quick } from '../test/support/city.ts';
import type { Bench } from './support/benchmark.ts';
import { primaryPhone } from './support/primary.ts';
import type { Row } from './support/row.ts';

/** Calls of AWS from a press until one responder, the only one who is paged, has taken the alert. */
export default async function awsCalls(bench: Bench): Promise<Row[]> {
  const city = await bench.city();
  await city.putPolicy(1, quick(600));
  // What is scheduled looks at its own time whether anybody pressed or not.
  await city.stopSchedules();
  bench.progress('one alert that warms the caches, one that counts');
  await pressAndTake(city, 'calls-warm');
  await fetch(`${city.local.url}/_local/calls`, { method: 'DELETE' });
  const sms = await pressAndTake(city, 'calls-counted');

  const calls = await city.calls();
  const total = calls.reduce((sum, { count }) => sum + count, 0);
  const puts = calls.filter((call) => call.action === 'PutItem');
  const list = calls.map(({ function: name, service, action, count }) => {
    return `    ${count} ${name} ${service}:${action}`;
  });
  return [
    {
      what: 'AWS calls from press to acknowledged',
      measured: { value: total - sms, unit: 'calls' },
      floor: {
        name: 'the writes to the table among them',
        value: puts.reduce((sum, { count }) => sum + count, 0),
        unit: 'calls',
      },
      target: { of: 'measured', atMost: 9 },
      notes: [`one responder paged, caches warm, the SMS (${sms}) and page views aside:`, ...list],
    },
  ];
}

/** The number of SMS that it took. */
async function pressAndTake(city: City, reporter: string): Promise<number> {
  const before = (await city.inbox(primaryPhone)).length;
  await city.press(reporter, { pressId: 'p', service: 'GoRide', tripId: `trip-${reporter}` });
  const sms = await city.sms(primaryPhone, before + 1);
  // The page is recorded and the next step sent to the queue after the SMS has gone out.
  await pause(500);
  const { status } = await city.call('POST', `${linkOf(sms)}/acknowledge`);
  if (status !== 303) throw new Error(`the alert could not be taken: ${status}`);
  return (await city.inbox(primaryPhone)).length - before;
}
