import { alertStore } from '../lambdas/adapters/alert-store.ts';
import { snsSms } from '../lambdas/adapters/sns.ts';
import { readLinkToken } from '../lambdas/domain/link.ts';
import { alertOf } from '../test/support/alerts.ts';
import { type City, linkOf, pause, quick } from '../test/support/city.ts';
import { type Cloud, openCloud } from '../test/support/engines.ts';
import type { Bench } from './support/benchmark.ts';
import { primaryPhone } from './support/primary.ts';
import { quantile } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

const presses = 300;
const warmUp = 30;
/** Long enough for a press to be over before the floor is measured, and the other way round (ms). */
const apart = 100;

/**
 * How long a press takes on this machine, warm: until its 202, and until the SMS is at the phone.
 * The floor is what it cannot do without: one durable write and one SMS, by the same clients through
 * the same front door to the same engines. It is measured in turns with the presses, so that
 * whatever else the machine does meets both.
 */
export default async function pressLatency(bench: Bench): Promise<Row[]> {
  const city = await bench.city();
  await city.putPolicy(1, quick(600));
  bench.progress('starting engines of its own for the floor');
  const cloud = await openCloud();
  try {
    const measureFloor = floorOf(cloud);
    const floor: number[] = [];
    const pressed: Pressed[] = [];
    for (let index = -warmUp; index < presses; index += 1) {
      if (index % 50 === 0) bench.progress(`press ${index} of ${presses}`);
      const press = await pressOnce(city, index);
      await pause(apart);
      const ms = await measureFloor(index);
      await pause(apart);
      if (index >= 0) {
        pressed.push(press);
        floor.push(ms);
      }
    }
    const toSms = await smsTimes(city, pressed);
    const toAnswer = pressed.map(({ began, answered }) => answered - began);
    return [
      row('press to SMS', 0.5, toSms, floor),
      {
        ...row('press to SMS', 0.99, toSms, floor),
        target: { of: 'ratio', atMost: 10 },
        notes: [`${presses} presses one at a time, in turns with the floor`],
      },
      row('press to 202', 0.5, toAnswer, floor),
      row('press to 202', 0.99, toAnswer, floor),
    ];
  } finally {
    await cloud.close();
  }
}

interface Pressed {
  alertId: string;
  /** Epoch ms */
  began: number;
  answered: number;
}

const now = () => performance.timeOrigin + performance.now();

async function pressOnce(city: City, index: number): Promise<Pressed> {
  const body = { pressId: 'p', service: 'GoRide', tripId: `trip-latency-${index}` };
  const began = now();
  const { alertId } = await city.press('rider-latency', body);
  return { alertId, began, answered: now() };
}

/** Until the phone had the SMS, in ms: phones write down whole ones. */
async function smsTimes(city: City, pressed: Pressed[]): Promise<number[]> {
  await pause(2_000);
  const arrived = new Map<string | undefined, number>();
  for (const sms of await city.inbox(primaryPhone)) {
    const token = linkOf(sms).split('/').at(-1)!;
    arrived.set(readLinkToken(token)?.alertId, Date.parse(sms.at));
  }
  return pressed.map(({ alertId, began }) => {
    const at = arrived.get(alertId);
    if (at === undefined) throw new Error('a press led to no SMS within 2 seconds');
    return at - began;
  });
}

/** One alert stored as a press stores it, then one SMS published; in ms. */
function floorOf(cloud: Cloud): (index: number) => Promise<number> {
  const store = alertStore(cloud.as('press').dynamodb, cloud.table);
  const sms = snsSms(cloud.as('pager').sns, 'SIAGA');
  const text = 'SIAGA T1 GoRide 03:12 WIB ABCD http://localhost:3000/p/'.padEnd(120, 'x');
  return async (index) => {
    const alert = alertOf({ tripId: `trip-floor-${index}` });
    const began = now();
    const created = await store.create(alert);
    const result = await sms.publish(primaryPhone, text);
    const ended = now();
    if (!created || result !== 'sent') throw new Error('the floor was not measured');
    return ended - began;
  };
}

function row(what: string, p: number, times: number[], floor: number[]): Row {
  return {
    what: `${what}, p${p * 100}`,
    measured: { value: quantile(times, p), unit: 'ms' },
    floor: {
      name: `one write to the table, then one SMS published, p${p * 100}`,
      value: quantile(floor, p),
      unit: 'ms',
    },
  };
}
