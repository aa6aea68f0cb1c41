import fc from 'fast-check';
import * as z from 'zod';
import type { JsonSchema } from '../../lambdas/openapi/schema-book.ts';

/** Values that a schema of zod accepts, as far as JSON Schema can tell it. */
export function anyValueOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  return anyOfJsonSchema(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
}

const earliest = new Date('1990-01-01T00:00:00Z');
const latest = new Date('2040-01-01T00:00:00Z');

/** Values that a JSON Schema accepts; `schemas` are what its references name. */
export function anyOfJsonSchema(
  schema: JsonSchema,
  schemas: Record<string, JsonSchema> = {},
): fc.Arbitrary<unknown> {
  const within = (of: JsonSchema) => anyOfJsonSchema(of, schemas);
  if (schema.$ref !== undefined) return within(schemas[schema.$ref.split('/').at(-1)!]!);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]));
  if (Array.isArray(schema.examples)) return fc.constantFrom(...(schema.examples as unknown[]));
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(within));
  const types = [schema.type].flat();
  if (types.length > 1) return fc.oneof(...types.map((type) => within({ ...schema, type })));
  switch (types[0]) {
    case 'object':
      return anyObject(schema, within);
    case 'array':
      return fc.array(within(schema.items ?? {}), {
        minLength: schema.minItems as number | undefined,
        maxLength: Math.min(4, (schema.maxItems as number | undefined) ?? 4),
      });
    case 'string':
      return anyString(schema);
    case 'integer':
      return fc.integer(limits(schema));
    case 'number':
      return fc.double({ ...limits(schema), noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function anyObject(schema: JsonSchema, within: (of: JsonSchema) => fc.Arbitrary<unknown>) {
  const fields = Object.entries(schema.properties ?? {});
  const known = fc.record(Object.fromEntries(fields.map(([name, of]) => [name, within(of)])), {
    requiredKeys: (schema.required ?? []) as never[],
  });
  if (typeof schema.additionalProperties !== 'object') return known;
  const more = fc.dictionary(fc.stringMatching(/^x[a-z]{1,8}$/), fc.jsonValue({ maxDepth: 1 }), {
    maxKeys: 2,
  });
  return fc.tuple(known, more).map(([some, others]) => ({ ...others, ...some }));
}

function anyString({ format, pattern, minLength, maxLength }: JsonSchema): fc.Arbitrary<string> {
  const date = fc.date({ min: earliest, max: latest, noInvalidDate: true });
  if (format === 'date-time') return date.map((one) => one.toISOString());
  if (format === 'date') return date.map((one) => one.toISOString().slice(0, 10));
  const length = {
    minLength: minLength as number | undefined,
    maxLength: Math.min(40, (maxLength as number | undefined) ?? 40),
  };
  if (typeof pattern === 'string' && pattern.startsWith('^')) {
    return fc.stringMatching(new RegExp(pattern));
  }
  const text = fc.oneof(fc.string(length), fc.string({ unit: 'grapheme', ...length }));
  // Blank names are refused by most, and trimmed by all.
  return text
    .filter((one) => one.trim().length >= ((minLength as number | undefined) ?? 0))
    .filter((one) => pattern === undefined || new RegExp(pattern as string).test(one))
    .filter((one) => one.length <= ((maxLength as number | undefined) ?? Infinity));
}

function limits({ minimum, maximum }: JsonSchema): { min?: number; max?: number } {
  const bounds: { min?: number; max?: number } = {};
  if (typeof minimum === 'number') bounds.min = minimum;
  if (typeof maximum === 'number' && maximum < 2 ** 31) bounds.max = maximum;
  return bounds;
}
