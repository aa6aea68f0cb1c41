import { linkToken } from '../lambdas/domain/link.ts';
import { takeCancel } from '../lambdas/reporter/cancel.ts';
import { Phone } from '../test/responder/phone.ts';
import { alertOf } from '../test/support/alerts.ts';
import { Memory } from '../test/support/memory.ts';
import type { Bench } from './support/benchmark.ts';
import { median } from './support/quantiles.ts';
import type { Row } from './support/row.ts';

/** Whoever measures answers must not learn what their words keep from them. */
export default async function noTelling(bench: Bench): Promise<Row[]> {
  bench.progress('wrong links, and cancels under duress');
  return [...(await linkRows()), await cancelRow()];
}

const rounds = 2_000;

async function linkRows(): Promise<Row[]> {
  const phone = new Phone();
  const alert = phone.paged();
  const token = linkToken(alert, 'ana');
  const forged = token.slice(0, 30) + 'A'.repeat(16);
  const almost = token.slice(0, 45) + (token.endsWith('A') ? 'B' : 'A');
  const nowhere = 'A'.repeat(22) + forged.slice(22);
  const row = await compared('a link that is wrong in its last character', 'one wrong in all', [
    () => phone.get(almost),
    () => phone.get(forged),
  ]);
  const { target: _, ...there } = await compared(
    'a wrong link to an alert that there is',
    'one to an alert that there is not',
    [() => phone.get(forged), () => phone.get(nowhere)],
  );
  const why = 'what is left is the parsing of the alert; its id is 128 bits that nobody guesses';
  return [row, { ...there, notes: [...there.notes!, why] }];
}

async function cancelRow(): Promise<Row> {
  const memory = new Memory();
  let alerts = 0;
  const cancel = async (duress: boolean) => {
    alerts += 1;
    const { alertId } = memory.put(alertOf({ tripId: `trip-${alerts}` }));
    const began = performance.now();
    await takeCancel(memory, alertId, { pressId: 'c', duress });
    return performance.now() - began;
  };
  return compared('a cancel under duress', 'a plain one', [
    () => cancel(true),
    () => cancel(false),
  ]);
}

/** In turns, so that what else the machine does falls on both; by the time that a call tells, or its own. */
async function compared(
  what: string,
  other: string,
  calls: [() => Promise<unknown>, () => Promise<unknown>],
): Promise<Row> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const index of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const began = performance.now();
      const told = await calls[index]();
      times[index].push((typeof told === 'number' ? told : performance.now() - began) * 1_000);
    }
  }
  // What the compiler was still at is left out.
  const [measured, floor] = times.map((all) => all.slice(rounds / 4)) as [number[], number[]];
  return {
    what,
    measured: { value: median(measured), unit: 'us' },
    floor: { name: other, value: median(floor), unit: 'us' },
    pairedRatio: median(measured.map((one, index) => one / floor[index]!)),
    target: { of: 'ratio', atMost: 1.1 },
    notes: [`medians of ${rounds * 0.75} pairs in one process, over ports in memory`],
  };
}
