import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type * as z from 'zod';
import { pressSchema, reportSchema } from '../../lambdas/press/api.ts';
import { readPress } from '../../lambdas/press/read.ts';
import { anyValueOf } from '../support/any-value-of.ts';
import { spoilt } from '../support/hostile.ts';

const caller = { reporterId: 'rider-1', requestId: 'request-1' };

for (const [what, idField, schema] of [
  ['press', 'pressId', pressSchema],
  ['report', 'reportId', reportSchema],
] as const) {
  const read = (text: string) => readPress({ text, base64: false }, caller, idField);
  const whole = anyValueOf(schema);

  test(`whatever the description of a ${what} accepts is taken without a warning`, () => {
    fc.assert(
      fc.property(whole, (body) => {
        const text = JSON.stringify(body);
        fc.pre(Buffer.byteLength(text) <= 16_384);
        assert.ok(accepts(schema, text));
        const answer = read(text);
        assert.deepEqual([answer.refused, 'facts' in answer && answer.warnings], [undefined, []]);
      }),
      { numRuns: 1_000 },
    );
  });

  test(`what the description of a ${what} does not accept is taken with a warning, unless it cannot be read`, () => {
    let warned = 0;
    fc.assert(
      fc.property(whole.chain(spoilt), (text) => {
        fc.pre(Buffer.byteLength(text) <= 16_384 && isObject(text));
        const answer = read(text);
        if (answer.refused !== undefined) return assert.match(answer.detail, /^location /);
        assert.equal(answer.warnings.length === 0, accepts(schema, text), text);
        warned += answer.warnings.length;
      }),
      { numRuns: 3_000 },
    );
    assert.ok(warned > 300, `${warned} warnings`);
  });
}

function accepts(schema: z.ZodType, text: string): boolean {
  return schema.safeParse(JSON.parse(text)).success;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
