import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod';
import { schemaFile } from '../../bin/roster/export.ts';
import { hints } from '../../bin/roster/hints.ts';
import { rosterJsonSchema } from '../../bin/roster/json-schema.ts';

interface Node {
  description?: string;
  examples?: unknown[];
  properties?: Record<string, Node>;
  items?: Node;
}

/** The fields of a tier by their path, as the hints name them. */
function fieldsOf(node: Node, path = ''): [string, Node][] {
  const prefix = path === '' ? '' : `${path}.`;
  const below = Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
    [`${prefix}${name}`, field] as [string, Node],
    ...fieldsOf(field, `${prefix}${name}`),
  ]);
  return node.items === undefined ? below : [...below, ...fieldsOf(node.items, `${path}[]`)];
}

const tier = rosterJsonSchema().definitions!.tier! as Node;

test('docs/roster.schema.json is current: `npm run roster -- schema` writes it', () => {
  const published = JSON.parse(readFileSync(schemaFile, 'utf8')) as unknown;
  assert.deepEqual(published, JSON.parse(JSON.stringify(rosterJsonSchema())));
});

test('every field of a tier is described, and no field that there is not', () => {
  const fields = fieldsOf(tier).map(([path]) => path);
  assert.deepEqual(fields.toSorted(), Object.keys(hints).toSorted());
  for (const [path, { description }] of fieldsOf(tier)) assert.ok(description, path);
});

test('every example is one that its field allows', () => {
  const withExamples = fieldsOf(tier).filter(([, { examples }]) => examples !== undefined);
  assert.ok(withExamples.length > 20);
  for (const [path, field] of withExamples) {
    const schema = z.fromJSONSchema(field as Parameters<typeof z.fromJSONSchema>[0]);
    for (const example of field.examples!) {
      assert.ok(schema.safeParse(example).success, `${path}: ${JSON.stringify(example)}`);
    }
  }
});
