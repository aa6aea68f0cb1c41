import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onCallIn } from '../../lambdas/domain/schedule.ts';
import type { Rotation } from '../../lambdas/domain/team.ts';
import { team } from '../support/alerts.ts';
import { walker } from '../support/slow-rota.ts';

const halfMinute = 30_000;
const day = 86_400_000;

const shifts: Rotation['shift'][] = [
  { hours: 1 },
  { hours: 5 },
  { hours: 12 },
  { days: 1 },
  { days: 2 },
  { weeks: 1 },
];

/** Two days' walk around the day `on`, past a hand-off of every length of shift. */
function walk(timeZone: string, on: string, handoffs: string[]): void {
  const middle = Date.parse(`${on}T12:00:00Z`);
  const start = new Date(middle - 14 * day).toISOString().slice(0, 10);
  for (const handoff of handoffs) {
    for (const shift of shifts) {
      const primary = { name: 'primary', participants: ['ana', 'budi', 'citra'], start };
      const rotation: Rotation = { ...primary, shift, handoff };
      const rota = team({ timeZone, rotations: [rotation] });
      const expected = walker(rotation, timeZone);
      for (let at = middle - day; at <= middle + day; at += halfMinute) {
        const found = onCallIn(rota, 'primary', at);
        if (found !== expected(at)) {
          const where = `${JSON.stringify(shift)} from ${handoff} at ${new Date(at).toISOString()}`;
          assert.equal(found, expected(at), where);
        }
      }
    }
  }
}

const nightly = ['00:00', '01:30', '02:30', '08:00'];

test('in New York every half minute is right while the clocks go forward', () => {
  walk('America/New_York', '2026-03-08', nightly);
});

test('in New York every half minute is right while the clocks go back', () => {
  walk('America/New_York', '2026-11-01', nightly);
});

test('in Berlin every half minute is right while the clocks go forward', () => {
  walk('Europe/Berlin', '2026-03-29', nightly);
});

test('in Berlin every half minute is right while the clocks go back', () => {
  walk('Europe/Berlin', '2026-10-25', nightly);
});

for (const timeZone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']) {
  test(`in ${timeZone} every half minute is right across midnight`, () => {
    walk(timeZone, '2026-12-31', ['00:00', '08:00', '23:59']);
  });
}
