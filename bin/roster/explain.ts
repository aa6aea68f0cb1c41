import type * as z from 'zod';
import { fieldsAt, hintKey, hints, type Path } from './hints.ts';

/** What is allowed where the schema itself says nothing in words, and what the field is for. */
export function allowed(issue: z.core.$ZodRawIssue): string | undefined {
  const kind = kindOf(issue);
  const hint = hints[hintKey(issue.path ?? []) ?? '']?.description;
  return hint === undefined ? kind : kind && `${kind} (${hint})`;
}

function kindOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeOf(issue.expected, issue.input);
    case 'invalid_value': {
      const values = issue.values.map((value) => JSON.stringify(value));
      return values.length === 1 ? values[0] : `one of ${values.join(', ')}`;
    }
    case 'too_small':
      return issue.origin === 'string'
        ? 'one character or more'
        : `${issue.minimum} or more${entries(issue.origin)}`;
    case 'too_big':
      return `at most ${issue.maximum}${entries(issue.origin)}`;
    default:
      return undefined;
  }
}

const types: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'fields with their values',
};

function typeOf(expected: string, input: unknown): string {
  const type = types[expected] ?? expected;
  const wantsQuotes = expected === 'string' && /number|boolean/.test(typeof input);
  return wantsQuotes ? `${type}: put it in quotes` : type;
}

function entries(origin: string): string {
  return { array: ' entries', string: ' characters' }[origin] ?? '';
}

/** A whole sentence about each field that an issue names. */
export function sentences(issue: z.core.$ZodIssue, isMissing: boolean): [Path, string][] {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(issue.path).join(', ');
    return issue.keys.map((key) => [
      [...issue.path, key],
      `${fieldName([...issue.path, key])} is not a field; there are ${known}`,
    ]);
  }
  const { path, message } = issue;
  const missing = isMissing ? 'is missing; it ' : '';
  return [[path, `${fieldName(path)} ${missing}must be ${message}`]];
}

/** `tiers.1.members[2].phone` */
export function fieldName(path: Path): string {
  const steps = path.map((one) => (typeof one === 'number' ? `[${one}]` : `.${String(one)}`));
  return steps.join('').replace(/^\./, '') || 'the file';
}

/** The path that the server means by `members[2].phone`. */
export function fieldPath(field: string): (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
}
