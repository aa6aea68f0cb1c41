import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readRate } from '../../local/schedule-expression.ts';
import { runSchedules } from '../../local/schedules.ts';

test('a schedule runs at once and then at its rate, until it is stopped', (t) => {
  t.mock.timers.enable({ apis: ['setInterval', 'Date'] });
  const runs: string[] = [];
  const invoke = async (functionId: string) => void runs.push(functionId);
  const { stop } = runSchedules([{ functionId: 'sweeper', everyMs: 60_000 }], { invoke });
  assert.equal(runs.length, 1);
  t.mock.timers.tick(59_999);
  assert.equal(runs.length, 1);
  t.mock.timers.tick(1);
  assert.equal(runs.length, 2);
  t.mock.timers.tick(120_000);
  assert.equal(runs.length, 4);
  stop();
  t.mock.timers.tick(120_000);
  assert.equal(runs.length, 4);
});

test('the stack has begun when every first run has ended, well or not', async () => {
  const ends: ((failed?: Error) => void)[] = [];
  const invoke = () =>
    new Promise<void>((resolve, reject) => {
      ends.push((failed) => (failed ? reject(failed) : resolve()));
    });
  const schedules = ['one', 'other'].map((functionId) => ({ functionId, everyMs: 60_000 }));
  const { begun, stop } = runSchedules(schedules, { invoke });
  stop();
  let over = false;
  const end = (async () => {
    await begun;
    over = true;
  })();
  ends[0]!();
  await new Promise(setImmediate);
  assert.equal(over, false);
  ends[1]!(new Error('on purpose'));
  await end;
});

test('a run that fails does not stop the next one', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  let runs = 0;
  const invoke = () => {
    runs += 1;
    return Promise.reject(new Error('on purpose'));
  };
  const { stop } = runSchedules([{ functionId: 'sweeper', everyMs: 60_000 }], { invoke });
  t.mock.timers.tick(60_000);
  await Promise.resolve();
  stop();
  assert.equal(runs, 2);
});

test('rates are read, and other expressions are errors', () => {
  assert.equal(readRate('rate(1 minute)'), 60_000);
  assert.equal(readRate('rate(2 hours)'), 7_200_000);
  assert.throws(() => readRate('cron(0 12 * * ? *)'), /cron.* is not understood here/);
});
