import fc from 'fast-check';
import { describedRoutes } from '../../lambdas/openapi/all.ts';
import { openApi, type Operation, type Parameter } from '../../lambdas/openapi/document.ts';
import type { JsonSchema } from '../../lambdas/openapi/schema-book.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { anyPolicy, anyTeam } from '../roster/arbitrary.ts';
import { team } from '../support/alerts.ts';
import { anyOfJsonSchema } from '../support/any-value-of.ts';
import { hostileJson, spoilt } from '../support/hostile.ts';
import { anyToken, type TokenAsked } from './tokens.ts';

/** One request, told so that any world can be asked it and that it shrinks and prints. */
export interface Ask {
  method: string;
  /** Segments as they stand in the address, or what the world knows by its place in a list. */
  path: (string | Known)[];
  query: string;
  headers: Record<string, string>;
  token: TokenAsked;
  body?: string | { bytes: number[] };
  /** A call of a port fails. */
  fault: boolean;
  /** API Gateway is not known to hand over paths with their escapes. */
  unescaped: boolean;
}

export type Known =
  /** Mostly one of whoever asks. */
  | { known: 'alert'; index: number; own: boolean }
  /** A link's token, with one character changed, or with the last part of another's. */
  | { known: 'link' | 'calendar'; index: number; flip?: { at: number; by: number }; mix?: number };

const document = JSON.parse(JSON.stringify(openApi(describedRoutes))) as ReturnType<typeof openApi>;
const valid = (schema: JsonSchema) => anyOfJsonSchema(schema, document.components.schemas);

const hostileText = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '%2e%2e',
    '%65rase',
    'er%61se',
    '..%2f..%2fstaff',
    '%2F',
    '%00',
    '%',
    '%zz',
    '%E0%A4%A',
    '%ff',
    'a%2Fb',
    '%0d%0aset-cookie:x=1',
    ';x=1',
    '__proto__',
    'constructor',
    'toString',
    '*',
    '{alertId}',
    ':alertId',
    '%3Cscript%3E',
    '%F0%9F%9A%A8',
    '%ED%A0%80',
    '1e3',
    '0x1',
    '%20',
    'null',
    '-1',
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
  fc.integer({ min: 200, max: 5_000 }).map((length) => 'x'.repeat(length)),
);

const anAlert: fc.Arbitrary<Known> = fc.record({
  known: fc.constant('alert' as const),
  index: fc.nat({ max: 40 }),
  own: fc.oneof(
    { weight: 3, arbitrary: fc.constant(true) },
    { weight: 1, arbitrary: fc.constant(false) },
  ),
});
function linkOf(known: 'link' | 'calendar'): fc.Arbitrary<Known> {
  const index = fc.nat({ max: 200 });
  const right = fc.record({ known: fc.constant(known), index });
  const at = fc.nat({ max: 45 });
  const flipped = fc.record({
    known: fc.constant(known),
    index,
    flip: fc.record({ at, by: fc.integer({ min: 1, max: 63 }) }),
  });
  const mixed = fc.record({ known: fc.constant(known), index, mix: fc.nat({ max: 200 }) });
  return fc.oneof(
    { weight: 3, arbitrary: right },
    { weight: 5, arbitrary: flipped },
    { weight: 2, arbitrary: mixed },
  );
}

function segment({ name, schema }: Parameter, first: string): fc.Arbitrary<string | Known> {
  const right: fc.Arbitrary<string | Known> =
    name === 'alertId'
      ? anAlert
      : name === 'token'
        ? linkOf(first === 'calendar' ? 'calendar' : 'link')
        : valid(schema).map((value) => encodeURIComponent(String(value).toWellFormed()));
  // The shipped script that is put is the general one.
  if (name === 'category') {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constant('general') },
      { weight: 1, arbitrary: hostileText },
    );
  }
  const any = valid(schema).map((value) => encodeURIComponent(String(value).toWellFormed()));
  return fc.oneof(
    { weight: 8, arbitrary: right },
    { weight: 1, arbitrary: any },
    { weight: 2, arbitrary: hostileText },
  );
}

function pathOf(path: string, parameters: Parameter[]): fc.Arbitrary<Ask['path']> {
  const parts = path
    .slice(1)
    .split('/')
    .map((part) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1];
      const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
      if (parameter !== undefined) return segment(parameter, path.split('/')[1]!);
      // The last part may be an action, of which there may be none such.
      return fc.oneof(
        { weight: 40, arbitrary: fc.constant(part) },
        { weight: 1, arbitrary: hostileText },
      );
    });
  return fc.tuple(...parts);
}

function queryOf(parameters: Parameter[]): fc.Arbitrary<string> {
  const pairs = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => {
      const value = fc.oneof(
        {
          weight: 4,
          arbitrary: valid(schema).map((one) => encodeURIComponent(String(one).toWellFormed())),
        },
        { weight: 2, arbitrary: hostileText },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            '%2B275760-09-13T00:00:00.000Z',
            '-271821-04-20T00:00:00.000Z',
            '0001-01-01T00:00:00Z',
            '9999-12-31T23:59:59Z',
            '2026-02-30T00:00:00Z',
            '1',
            '',
          ),
        },
      );
      return fc
        .option(value, { nil: undefined })
        .map((one) => (one === undefined ? '' : `${name}=${one}`));
    });
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'lang=en',
        'lang=id',
        'lang=%ff',
        'a&b&=c',
        '&&&',
        '__proto__=1',
        'x[]=1&x[]=2',
      ),
    },
  );
  return fc.tuple(...pairs, more).map((all) => all.filter((one) => one !== '').join('&'));
}

const hostileHeaders = fc.dictionary(
  fc.constantFrom(
    'accept-language',
    'cookie',
    'x-forwarded-for',
    'if-none-match',
    'if-match',
    'x-http-method-override',
    'accept',
    'origin',
    'user-agent',
  ),
  fc.oneof(
    fc.constantFrom(
      '*',
      '',
      '"',
      'W/"1"',
      '"999999999999999"',
      'en;q=0.5,id',
      'DELETE',
      'a=b; __proto__=c',
      '\u00e9\u00ff',
      'x'.repeat(4_000),
    ),
    fc.string({
      maxLength: 20,
      unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    }),
  ),
  { maxKeys: 2 },
);

function headersOf(
  parameters: Parameter[],
  type: string | undefined,
): fc.Arbitrary<Ask['headers']> {
  const tag = fc.constantFrom('"0"', '"1"', '"2"', 'W/"1"', '1');
  const asked = parameters.some(({ name }) => name === 'If-Match')
    ? fc.option(tag, { nil: undefined, freq: 6 })
    : fc.constant(undefined);
  const types = fc.oneof(
    { weight: 8, arbitrary: fc.constant(type) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        undefined,
        'text/plain',
        'application/xml',
        'application/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'application/json; charset=utf-16',
        'application/octet-stream',
        ';;;',
      ),
    },
  );
  return fc
    .tuple(asked, types, fc.option(hostileHeaders, { nil: {}, freq: 4 }))
    .map(([ifMatch, contentType, more]) => ({
      ...(contentType !== undefined && { 'content-type': contentType }),
      ...more,
      ...(ifMatch !== undefined && { 'if-match': ifMatch }),
    }));
}

const bytes: fc.Arbitrary<number[]> = fc.oneof(
  fc.constantFrom<number[][]>(
    [0xff, 0xfe],
    [0xed, 0xa0, 0x80],
    [0x7b, 0xff, 0x7d],
    [0xef, 0xbb, 0xbf, 0x7b, 0x7d],
    [0],
  ),
  fc.array(fc.nat({ max: 255 }), { maxLength: 30 }),
);
const oversize = fc
  .constantFrom(16_385, 17_000, 360_000)
  .map((length) => `{"pressId":"p","service":"GoRide","x":"${'y'.repeat(length)}"}`);

/** Bodies whose parts have to fit one another, which a schema in JSON cannot tell. */
const wholes: Record<string, fc.Arbitrary<unknown>> = {
  'PUT /v1/staff/teams/{tier}': fc.oneof(anyTeam, fc.constant(team())),
  'PUT /v1/staff/policies/{tier}': fc.oneof(
    anyPolicy,
    fc.constantFrom(...Object.values(defaultPolicies)),
  ),
  'PUT /v1/staff/scripts/{category}': fc.constant(scriptFor({ locale: 'id' })),
};

function bodyOf(operation: Operation): fc.Arbitrary<Ask['body']> {
  const content = operation.requestBody?.content;
  if (content === undefined) return fc.option(hostileJson, { nil: undefined, freq: 10 });
  const [[type, { schema }]] = Object.entries(content) as [[string, { schema: JsonSchema }]];
  const whole = wholes[operation['x-route']] ?? valid(schema);
  const written = type.includes('form')
    ? whole.map(asForm)
    : whole.map((one) => JSON.stringify(one));
  return fc.oneof(
    { weight: 10, arbitrary: written },
    { weight: 9, arbitrary: whole.chain(spoilt) },
    { weight: 2, arbitrary: hostileJson },
    { weight: 1, arbitrary: bytes.map((all) => ({ bytes: all })) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.toWellFormed()),
    },
    { weight: 1, arbitrary: oversize },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

function asForm(value: unknown): string {
  const fields = Object.entries(value as Record<string, unknown>);
  return new URLSearchParams(
    Object.fromEntries(fields.map(([name, one]) => [name, String(one).toWellFormed()])),
  ).toString();
}

/** How often each route is asked beside the others, by how much of it there is to get wrong. */
const weights: Record<string, number> = {
  'POST /v1/alerts': 20,
  'POST /v1/reports': 15,
  'GET /p/{token}': 12,
  'PUT /v1/staff/teams/{tier}': 12,
  'PUT /v1/staff/policies/{tier}': 6,
  'GET /v1/openapi.json': 1,
};

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    weight: weights[operation['x-route']] ?? 4,
    arbitrary: askOf(method.toUpperCase(), path, operation),
  })),
);

function askOf(method: string, path: string, operation: Operation): fc.Arbitrary<Ask> {
  const parameters = operation.parameters ?? [];
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  return fc.record({
    method: fc.oneof(
      { weight: 60, arbitrary: fc.constant(method) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'),
      },
    ),
    path: pathOf(path, parameters),
    query: queryOf(parameters),
    headers: headersOf(parameters, type),
    token: anyToken(operation.security.map(({ token }) => token![0]!)),
    body: bodyOf(operation),
    fault: fc.oneof(
      { weight: 30, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    unescaped: fc.oneof(
      { weight: 6, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }) as fc.Arbitrary<Ask>;
}

const elsewhere: fc.Arbitrary<Ask> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: fc.array(fc.oneof(hostileText, fc.constantFrom('v1', 'alerts', 'staff', 'p')), {
    minLength: 1,
    maxLength: 5,
  }),
  query: fc.constant(''),
  headers: fc.constant({}),
  token: anyToken(['staff']),
  fault: fc.constant(false),
  unescaped: fc.constant(false),
});

/** Whatever may be asked of the API, from its own description. */
export const anyAsk: fc.Arbitrary<Ask> = fc.oneof(...operations, {
  weight: 4,
  arbitrary: elsewhere,
});
