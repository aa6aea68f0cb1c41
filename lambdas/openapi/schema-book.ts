import * as z from 'zod';

/** JSON Schema 2020-12, as OpenAPI 3.1 has it. */
export interface JsonSchema {
  $ref?: string;
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  [keyword: string]: unknown;
}

const place = '#/components/schemas/';

/** Schemas by their names, each of which the description tells once and refers to. */
export class SchemaBook {
  private readonly registry = z.registry<{ id: string }>();

  /** The first name that a schema is referred to by is its own. */
  refer(schema: z.ZodType, name: string): JsonSchema {
    if (!this.registry.has(schema)) this.registry.add(schema, { id: name });
    return { $ref: `${place}${this.registry.get(schema)!.id}` };
  }

  inline(schema: z.ZodType): JsonSchema {
    return readable(z.toJSONSchema(schema, { io: 'input' }) as JsonSchema);
  }

  schemas(): Record<string, JsonSchema> {
    const { schemas } = z.toJSONSchema(this.registry, { io: 'input', uri: (id) => place + id });
    return Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [name, readable(schema as JsonSchema)]),
    );
  }
}

/** Without the expressions of dates, a screen long, and without each schema's own address. */
function readable(schema: JsonSchema): JsonSchema {
  const { $schema: _, $id: __, pattern, ...rest } = schema;
  const node: JsonSchema = rest;
  if (pattern !== undefined && rest.format === undefined) node.pattern = pattern;
  if (rest.properties !== undefined) node.properties = mapped(rest.properties);
  if (rest.items !== undefined) node.items = readable(rest.items);
  for (const several of ['anyOf', 'allOf', 'oneOf'] as const) {
    const list = rest[several] as JsonSchema[] | undefined;
    if (list !== undefined) node[several] = list.map(readable);
  }
  if (typeof rest.additionalProperties === 'object') {
    node.additionalProperties = readable(rest.additionalProperties as JsonSchema);
  }
  return node;
}

function mapped(of: Record<string, JsonSchema>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(of).map(([name, one]) => [name, readable(one)]));
}
