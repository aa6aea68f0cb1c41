import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { consoleTelemetry } from '../../lambdas/adapters/console-telemetry.ts';
import { errorFacts } from '../../lambdas/adapters/error-facts.ts';
import { telemetry } from '../../lambdas/adapters/telemetry.ts';
import { printed } from '../support/printed.ts';

process.env.AWS_LAMBDA_FUNCTION_NAME = 'Press';

const phone = fc.stringMatching(/^\+628[1-9]\d{8,10}$/);
const around = fc.string({ unit: 'grapheme', maxLength: 40 });

/** What hides a number: words around it, lines, a line that looks like one of a stack. */
const personal = fc
  .record({ phone, before: around, after: around, shape: fc.nat(4) })
  .map(({ phone: number, before, after, shape }) => {
    const text = [
      `${before}${number}${after}`,
      `${before}\n${number}\n${after}`,
      `${before}\n    at ${number}\n${after}`,
      `${before}\n    at reach (${number}:1:1)\n${after}`,
      `${before}\n    at file:///${number}:1:1\n${after}`,
    ][shape]!;
    return { number, text };
  });

/** Errors as they come: thrown as they are, given another message later, with all sorts of baggage. */
const failure = fc
  .tuple(personal, fc.nat(6))
  .map(([{ number, text }, kind]): { number: string; error: unknown } => {
    const errors: (() => unknown)[] = [
      () => new Error(text),
      () => new SyntaxError(text, { cause: new Error(text) }),
      () => Object.assign(new Error(), { message: text }),
      () => Object.assign(new Error(text), { message: 'InvalidParameter' }),
      () =>
        Object.assign(new Error(text), {
          name: 'InvalidParameterException',
          $response: { body: text },
          Error: { Message: text },
          $metadata: { requestId: 'request-1', httpStatusCode: 400, phone: text },
        }),
      () => text,
      () => ({ message: text, phone: text }),
    ];
    return { number, error: errors[kind]!() };
  });

test('nothing that an error says of a person may be logged, wherever it says it', () => {
  fc.assert(
    fc.property(failure, ({ number, error }) => {
      assert.ok(!JSON.stringify(errorFacts(error)).includes(number));
    }),
    { numRuns: 500 },
  );
});

test('an error is logged by its kind, its place and where AWS can look it up', () => {
  const error = Object.assign(new TypeError('+628111'), {
    $metadata: { requestId: 'request-1', httpStatusCode: 400 },
  });
  const { where, ...facts } = errorFacts(error);
  assert.deepEqual(facts, { error: 'TypeError', awsRequestId: 'request-1', httpStatus: 400 });
  assert.match(String(where), /^telemetry\.test\.ts:\d+:\d+/);
  assert.equal(errorFacts(new Error('a\nb')).error, 'Error');
  assert.deepEqual(errorFacts('help'), { error: 'string' });
  assert.deepEqual(errorFacts(undefined), { error: 'undefined' });
});

for (const [name, port] of Object.entries({ telemetry: telemetry(), console: consoleTelemetry })) {
  test(`${name}: a failure is told with its message, the ids and the kind of error`, async () => {
    const said = await printed(() =>
      port.fail('page not taken', new RangeError('secret +628111000777'), {
        alertId: 'alr_1',
        tier: 1,
      }),
    );
    assert.ok(!said.includes('+628111000777') && !said.includes('secret'));
    for (const part of ['page not taken', 'alr_1', 'RangeError']) assert.ok(said.includes(part));
  });

  test(`${name}: a failure never prints what its error says of a person`, async () => {
    const failures = fc.sample(failure, { numRuns: 100, seed: 1 });
    for (const { number, error } of failures) {
      const said = await printed(() => port.fail('page not taken', error, { alertId: 'alr_1' }));
      assert.ok(said.length > 0);
      assert.ok(!said.includes(number), said);
    }
  });
}

test('a metric is counted with its tier, under the very dimensions that the alarms watch', async () => {
  const said = await printed(() => telemetry().count('PagesFailed', 2, 3));
  const { _aws: format, ...metric } = JSON.parse(said) as {
    _aws: { CloudWatchMetrics: { Namespace: string; Metrics: object[]; Dimensions: string[][] }[] };
    PagesFailed: number;
    tier: string;
  };
  const { Namespace, Metrics, Dimensions } = format.CloudWatchMetrics[0]!;
  assert.equal(Namespace, 'Siaga');
  assert.deepEqual(Metrics, [{ Name: 'PagesFailed', Unit: 'Count' }]);
  assert.deepEqual([metric.PagesFailed, metric.tier], [3, '2']);
  assert.deepEqual(
    Dimensions.map((set) => set.toSorted()),
    [['service', 'tier']],
  );
});

test('a note is one JSON line with what was given', async () => {
  const said = await printed(() => telemetry().note('step taken', { alertId: 'alr_1', sent: 2 }));
  const line = JSON.parse(said) as Record<string, unknown>;
  assert.deepEqual(
    [line.level, line.message, line.alertId, line.sent],
    ['INFO', 'step taken', 'alr_1', 2],
  );
});
