import type { Context } from 'hono';
import type * as z from 'zod';
import { VisibleError } from '../visible-error.ts';
import { plainWords } from './plain-words.ts';

/** Bytes of a request's body. */
export const largestBody = 16 * 1024;
/** A team of 300 with its certificates is larger than any other body. */
export const largestTeam = 350 * 1024;

/** A body of wrong fields alone would be answered with one many times its size. */
const mostErrors = 50;
const longestField = 200;

/** Reads a JSON body by its schema; an error names each field and what is allowed there. */
export async function readJson<Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
  limit = largestBody,
): Promise<z.output<Schema>> {
  const text = await c.req.text();
  if (Buffer.byteLength(text) > limit) {
    throw new VisibleError(413, `the body is larger than ${limit} bytes`);
  }
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new VisibleError(400, 'the body must be JSON', [{ field: 'body', detail: 'is no JSON' }]);
  }
  const read = schema.safeParse(value, { error: plainWords });
  if (read.success) return read.data;
  const { issues } = read.error;
  const errors = issues.slice(0, mostErrors).map((issue) => ({
    field: fieldOf(issue).slice(0, longestField),
    detail: issue.message.slice(0, longestField),
  }));
  const fields = errors.map((error) => error.field).join(', ');
  const more = issues.length > mostErrors ? ` and ${issues.length - mostErrors} more` : '';
  throw new VisibleError(400, `not valid: ${fields}${more}`, errors);
}

function fieldOf(issue: z.core.$ZodIssue): string {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...issue.path, ...keys].map((part) =>
    typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
  );
  return path.join('').replace(/^\./, '') || 'body';
}
