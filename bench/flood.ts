import { type City, pause } from '../test/support/city.ts';
import type { Bench } from './support/benchmark.ts';
import { quantile } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

/** `FLOOD=1000` presses fewer or more in the minute. */
const presses = Number(process.env.FLOOD ?? 10_000);
const overMs = 60_000 * Math.min(1, presses / 10_000);
/** Connections: what the machine cannot take in time waits for one. */
const hands = 64;
/** How long the digests are watched after the last answer (ms). */
const aftermath = 60_000;
/** How often, and how far apart (ms), what nobody has looked at yet is looked up again. */
const passes = 8;
const betweenPasses = 30_000;
/** SNS takes so many SMS a second from an account. */
const smsPerSecond = 20;

interface Flooded {
  alertIds: Set<string>;
  refused: number;
  /** From each press to its answer (ms), sorted. */
  answered: number[];
  began: number;
  ended: number;
}

/**
 * 10,000 presses within a minute, every tenth of them on an alert of before, and nobody answers while
 * SNS takes 20 SMS a second: nothing is lost, whoever is on call has the first SMS at once, and SMS are
 * few. What the machine cannot take in time waits; it is not turned away.
 */
export default async function flood(bench: Bench): Promise<Row[]> {
  const city = await bench.city();
  const before = await smsOf(city);
  const limit = { service: 'sns', action: 'Publish', mode: 'throttle' };
  // An event for a topic names no phone number.
  const about = ['PhoneNumber'];
  await city.faults([{ ...limit, about, perSecond: smsPerSecond }]);
  const flooded = await press(city, bench.progress);
  bench.progress('waiting for the digests');
  await pause(aftermath);
  const sms = (await smsOf(city)).slice(before.length);
  await city.faults([]);
  const firsts = firstOf(sms);
  const lost = await lostOf(city, flooded.alertIds, bench.progress);
  const digests = sms.filter(({ text }) => text.includes('/q/')).length;
  const took = Math.round((flooded.ended - flooded.began) / 1000);
  const row = (what: string, value: number, unit: string, target?: number): Row => ({
    what,
    measured: { value, unit },
    ...(target !== undefined && { target: { of: 'measured', atMost: target } }),
  });
  return [
    {
      ...row(`flood of ${presses} presses: lost or refused`, lost + flooded.refused, 'alerts', 0),
      notes: [`${flooded.alertIds.size} alerts, all answered after ${took} s`],
    },
    {
      ...row('flood: SMS for each 100 presses', (100 * sms.length) / presses, 'SMS', 2),
      notes: [`${sms.length} SMS, ${digests} of them digests`],
    },
    {
      ...row('flood: first press to first SMS', firsts[0]! - flooded.began, 'ms', 5_000),
      notes: [
        `first SMS to each phone after ${firsts.map((at) => ((at - flooded.began) / 1000).toFixed(1)).join(', ')} s`,
      ],
    },
    row('flood: press to 202, p50', quantile(flooded.answered, 0.5), 'ms'),
    row('flood: press to 202, p99', quantile(flooded.answered, 0.99), 'ms'),
  ];
}

/** Presses evenly over the time, or as fast as the machine answers. */
async function press(city: City, progress: (doing: string) => void): Promise<Flooded> {
  const flooded: Flooded = {
    alertIds: new Set(),
    refused: 0,
    answered: [],
    began: Date.now(),
    ended: 0,
  };
  const one = async (index: number) => {
    const person = index % 10 === 9 ? index - 1 : index;
    const body = { pressId: `p${index}`, service: 'GoRide', tripId: `flood-${person}` };
    const began = Date.now();
    try {
      const { alertId } = await city.press(`rider-${person % 50}`, body);
      flooded.alertIds.add(alertId);
      flooded.answered.push(Date.now() - began);
    } catch {
      flooded.refused += 1;
    }
  };
  for (let person = 0; person < 50; person += 1)
    await city.token(`rider-${person}`, 'alerts:write');
  flooded.began = Date.now();
  let next = 0;
  const hand = async () => {
    for (let index = next; index < presses; index = next) {
      next += 1;
      const wait = flooded.began + (overMs * index) / presses - Date.now();
      if (wait > 0) await pause(wait);
      await one(index);
      if (index % 1_000 === 999) progress(`${index + 1} of ${presses} pressed`);
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  flooded.ended = Date.now();
  return flooded;
}

async function smsOf(city: City): Promise<{ phone: string; at: number; text: string }[]> {
  const response = await fetch(`${city.local.url}/_local/phones`);
  const phones = (await response.json()) as {
    phone: string;
    messages: { at: string; text: string }[];
  }[];
  return phones
    .flatMap(({ phone, messages }) =>
      messages.map(({ at, text }) => ({ phone, at: Date.parse(at), text })),
    )
    .toSorted((a, b) => a.at - b.at);
}

/** When each phone had its first SMS, the earliest first. */
function firstOf(sms: { phone: string; at: number }[]): number[] {
  const first = new Map<string, number>();
  for (const { phone, at } of sms) if (!first.has(phone)) first.set(phone, at);
  return [...first.values()];
}

/**
 * Alerts that nobody finds again, or of which nobody was paged and no page waits for a digest. A machine
 * that has other work to do is given time: what is late is not lost.
 */
async function lostOf(
  city: City,
  alertIds: Set<string>,
  progress: (doing: string) => void,
): Promise<number> {
  let left = [...alertIds];
  for (let pass = 1; pass <= passes && left.length > 0; pass += 1) {
    if (pass > 1) await pause(betweenPasses);
    left = await unpagedOf(city, left);
    progress(`looked up, of ${alertIds.size} alerts ${left.length} wait to be looked at`);
  }
  return left.length;
}

async function unpagedOf(city: City, alertIds: string[]): Promise<string[]> {
  const unpaged: string[] = [];
  const left = [...alertIds];
  const look = async () => {
    for (let alertId = left.pop(); alertId !== undefined; alertId = left.pop()) {
      const { pages } = (await city.alert(alertId)) as { pages?: unknown[] };
      if (pages === undefined || pages.length === 0) unpaged.push(alertId);
    }
  };
  await Promise.all(Array.from({ length: 8 }, look));
  return unpaged;
}
