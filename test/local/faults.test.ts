import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FaultError, Faults } from '../../local/faults.ts';

const names = ['press', 'pager'];
const call = { function: 'pager', service: 'sqs', action: 'SendMessage', region: 'ap-southeast-3' };
const armed = (...faults: object[]) => {
  const all = new Faults();
  all.set(faults, names);
  return all;
};

test('a fault strikes what it names and nothing else', () => {
  const faults = armed({
    service: 'sqs',
    action: 'SendMessage',
    function: 'pager',
    region: 'ap-southeast-3',
    mode: 'before',
  });
  assert.equal(faults.strike(call, 0), 'before');
  assert.equal(faults.strike({ ...call, function: 'press' }, 0), undefined);
  assert.equal(faults.strike({ ...call, service: 'sns' }, 0), undefined);
  assert.equal(faults.strike({ ...call, action: 'DeleteMessage' }, 0), undefined);
  assert.equal(faults.strike({ ...call, region: 'ap-southeast-1' }, 0), undefined);
});

test('a fault strikes as often as it says and is then gone from the list', () => {
  const faults = armed({ service: 'sqs', mode: 'after', times: 2 });
  const left = () => faults.list().map((fault) => fault.times);
  const struck = [1, 2, 3].map(() => [...left(), faults.strike(call, 0)]);
  assert.deepEqual(struck, [[2, 'after'], [1, 'after'], [undefined]]);
  assert.deepEqual(faults.list(), []);
});

test('what is added leaves what was there as it was', () => {
  const faults = armed({ service: 'sqs', mode: 'before', times: 2 });
  faults.strike(call, 0);
  faults.add([{ service: 'sns', mode: 'after' }], names);
  assert.deepEqual(
    faults.list().map(({ service, times }) => [service, times]),
    [
      ['sqs', 1],
      ['sns', undefined],
    ],
  );
});

test('a fault about one alert strikes the calls alone that speak of it, at the wanted one of them', () => {
  const faults = armed({ service: 'sqs', mode: 'before', about: ['alr_1', 'trip-1'], skip: 1 });
  const about = (text: string) => ({ ...call, body: Buffer.from(`{"id":"${text}"}`) });
  const struck = ['alr_1', 'alr_2', 'trip-1', 'alr_1'].map((text) => faults.strike(about(text), 0));
  assert.deepEqual(struck, [undefined, undefined, 'before', 'before']);
  assert.equal(faults.strike(call, 0), undefined);
});

test('a rate lets so many calls a second pass and strikes the others', () => {
  const faults = armed({ service: 'sqs', mode: 'throttle', perSecond: 2 });
  const struck = [0, 1, 2, 500, 501].map((now) => faults.strike(call, now));
  assert.deepEqual(struck, [undefined, undefined, 'throttle', undefined, 'throttle']);
});

const run = (seed: number) => {
  const faults = armed({ service: 'sqs', mode: 'before', probability: 0.3, seed });
  return Array.from({ length: 1_000 }, () => faults.strike(call, 0) !== undefined);
};

test('the same seed fails the same calls, and its probability is about kept', () => {
  assert.deepEqual(run(7), run(7));
  assert.notDeepEqual(run(7), run(8));
  const share = run(7).filter(Boolean).length / 1_000;
  assert.ok(share > 0.25 && share < 0.35, `struck ${share} of the calls`);
});

for (const [body, field] of [
  ['nothing', 'body'],
  [[null], '[0]'],
  [[{ service: 's3', mode: 'before' }], '[0].service'],
  [[{ service: 'sqs', mode: 'explode' }], '[0].mode'],
  [[{ service: 'sqs', mode: 'before', function: 'presss' }], '[0].function'],
  [[{ service: 'sqs', mode: 'before', action: 1 }], '[0].action'],
  [[{ service: 'sqs', mode: 'before', region: 'Jakarta' }], '[0].region'],
  [[{ service: 'sqs', mode: 'before', probability: 2 }], '[0].probability'],
  [[{ service: 'sqs', mode: 'before', probability: '0.5' }], '[0].probability'],
  [[{ service: 'sqs', mode: 'before', probability: null }], '[0].probability'],
  [[{ service: 'sqs', mode: 'before', times: 0 }], '[0].times'],
  [[{ service: 'sqs', mode: 'before', perSecond: 0 }], '[0].perSecond'],
  [[{ service: 'sqs', mode: 'before', seed: 1.5 }], '[0].seed'],
  [[{ service: 'sqs', mode: 'before', about: 'alr_1' }], '[0].about'],
  [[{ service: 'sqs', mode: 'before', about: [''] }], '[0].about'],
  [[{ service: 'sqs', mode: 'before', skip: -1 }], '[0].skip'],
  [[{ service: 'sqs', mode: 'before', time: 1 }], '[0].time'],
] as const) {
  test(`${JSON.stringify(body)} is refused, naming ${field}`, () => {
    const faults = armed({ service: 'sqs', mode: 'before' });
    assert.throws(
      () => faults.set(body, names),
      (error) => error instanceof FaultError && error.field === field,
    );
    assert.equal(faults.list().length, 1, 'what was armed before stays');
  });
}
