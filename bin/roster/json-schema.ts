import * as z from 'zod';
import { hints } from './hints.ts';
import { rosterSchema } from './schema.ts';

interface Node {
  properties?: Record<string, Node>;
  items?: Node;
  anyOf?: Node[];
  definitions?: Record<string, Node>;
  [keyword: string]: unknown;
}

const tierHints: Record<string, string> = {
  1: 'The highest tier: hazards to a person, and a button pressed without a category',
  2: 'Unsafe driving, intoxication, discrimination, and what fits nowhere else',
  3: 'Disputes, the condition of a vehicle, lost items',
};

/** The schema of a roster file for editors: JSON Schema draft 7, which they all know. */
export function rosterJsonSchema(): Node {
  const schema = z.toJSONSchema(rosterSchema, { target: 'draft-7', io: 'input' }) as Node;
  const { definitions, properties, ...rest } = schema;
  const { tiers } = properties!;
  const numbers = Object.entries(tiers!.properties!).map(([number, of]) => {
    return [number, { description: tierHints[number], ...of }] as const;
  });
  return {
    ...rest,
    title: 'Siaga roster',
    description: 'Who is paged, tier by tier; `npm run roster -- apply` stores it',
    properties: { tiers: { ...tiers, properties: Object.fromEntries(numbers) } },
    definitions: { tier: describe(definitions!.tier!, '') },
  };
}

/** Adds to each field what an editor shows of it. */
function describe(node: Node, path: string): Node {
  const described: Node = { ...hints[path], ...readable(node) };
  if (node.properties !== undefined) {
    const prefix = path === '' ? '' : `${path}.`;
    const fields = Object.entries(node.properties);
    described.properties = Object.fromEntries(
      fields.map(([name, field]) => [name, describe(field, `${prefix}${name}`)]),
    );
  }
  if (node.items !== undefined) described.items = describe(node.items, `${path}[]`);
  if (node.anyOf !== undefined) described.anyOf = node.anyOf.map(readable);
  return described;
}

/** Without the expressions of dates, a screen long: the format says the same to an editor. */
function readable(node: Node): Node {
  const { pattern, ...rest } = node;
  const keep = typeof pattern === 'string' && node.format === undefined;
  return keep ? { ...rest, pattern } : rest;
}
