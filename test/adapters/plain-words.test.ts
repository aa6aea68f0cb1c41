import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';
import { plainWords } from '../../lambdas/adapters/plain-words.ts';

const said: [what: string, schema: z.ZodType, value: unknown, words: string][] = [
  ['a missing string', z.string(), undefined, 'is required: a string'],
  ['a string that is a number', z.string(), 7, 'must be a string'],
  ['a missing list', z.array(z.string()), undefined, 'is required: a list'],
  ['a broken whole number', z.int(), 1.5, 'must be a whole number'],
  ['a boolean that is a text', z.boolean(), 'yes', 'must be true or false'],
  ['a string too short', z.string().min(1), '', 'must have at least 1 character'],
  ['a string too long', z.string().max(2), 'abc', 'must have at most 2 characters'],
  ['a list too long', z.array(z.int()).max(1), [1, 2], 'must have at most 1 entry'],
  ['a number too small', z.number().min(-90), -91, 'must be at least -90'],
  ['a number at a bound that is out', z.number().lt(3), 3, 'must be less than 3'],
  ['a value that is none of those', z.enum(['a', 'b']), 'c', 'must be one of a, b'],
  ['a field that is not known', z.strictObject({}), { extra: 1 }, 'is not known here'],
  ['a schema with words of its own', z.string().max(1, 'one letter'), 'ab', 'one letter'],
];

for (const [what, schema, value, words] of said) {
  test(`${what} is told as "${words}"`, () => {
    const read = schema.safeParse(value, { error: plainWords });
    assert.deepEqual(
      read.error?.issues.map((issue) => issue.message),
      [words],
    );
  });
}
