import type * as z from 'zod';

const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};
const units: Readonly<Record<string, [one: string, more: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
};

/**
 * What a field allows, where its schema has no words of its own for it: zod's speak of types of
 * JavaScript. What is not known here keeps zod's.
 */
export function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type': {
      const kind = kinds[issue.expected];
      if (kind === undefined) return undefined;
      return issue.input === undefined ? `is required: ${kind}` : `must be ${kind}`;
    }
    case 'invalid_value': {
      const allowed = issue.values.map(String).join(', ');
      const one = issue.values.length > 1 ? `one of ${allowed}` : allowed;
      return issue.input === undefined ? `is required: ${one}` : `must be ${one}`;
    }
    case 'too_small': {
      const bound = issue.inclusive === false ? 'more than' : 'at least';
      return bounded(bound, issue.minimum, issue.origin);
    }
    case 'too_big': {
      const bound = issue.inclusive === false ? 'less than' : 'at most';
      return bounded(bound, issue.maximum, issue.origin);
    }
    case 'unrecognized_keys':
      return 'is not known here';
    default:
      return undefined;
  }
}

function bounded(bound: string, limit: number | bigint, origin: string): string {
  const unit = units[origin];
  if (unit === undefined) return `must be ${bound} ${limit}`;
  return `must have ${bound} ${limit} ${unit[Number(limit) === 1 ? 0 : 1]}`;
}
