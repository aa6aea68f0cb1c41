import * as z from 'zod';
import { type Body, type Content, type Described, pathParameters } from './describe.ts';
import { gatewayError, problem, problemWithNumbers } from './describe.ts';
import { SchemaBook, type JsonSchema } from './schema-book.ts';

export interface OpenApi {
  openapi: '3.1.0';
  info: object;
  servers: object[];
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: object };
}

export interface Operation {
  operationId: string;
  summary: string;
  /** The key of the template's route that serves it. */
  'x-route': string;
  security: Record<string, string[]>[];
  parameters?: Parameter[];
  requestBody?: { required: boolean; content: Media };
  responses: Record<string, { description: string; content?: Media }>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

type Media = Record<string, { schema: JsonSchema }>;

const reasons: Record<number, string> = {
  200: 'Done',
  202: 'Taken',
  204: 'Done',
  303: 'Done: the page shows what came of it',
  304: 'As it was when it was asked for',
  400: 'Not valid; `errors` name the fields and what is allowed there',
  401: 'No token, or one that is not to be trusted',
  403: 'A token without a scope of this route',
  404: 'There is no such thing, or it is not for whoever asks',
  409: 'The alert is not in a state for it, or somebody else has it',
  412: 'Somebody else changed it meanwhile',
  413: 'The body is too large',
  428: '`If-Match` is missing',
  500: 'A fault of ours; the log has `requestId`',
  503: 'Not now; send it again',
};

/** The description of the API, OpenAPI 3.1, from the schemas that the code validates with. */
export function openApi(routes: readonly Described[]): OpenApi {
  const book = new SchemaBook();
  const paths: OpenApi['paths'] = {};
  for (const route of routes.flatMap(withItsActions)) {
    const [method, path] = route.path;
    (paths[path] ??= {})[method.toLowerCase()] = operation(route, book);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Siaga',
      version: '1',
      summary: 'Emergency alerts for ride-hailing: a press pages responders until one takes it',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: book.schemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT (RS256)' },
      },
    },
  };
}

type Single = Omit<Described, 'actions'> & { path: [method: string, path: string] };

/** A path that ends in `{action}` is one route of the template, and one operation for each action. */
function withItsActions({ actions, ...route }: Described): Single[] {
  const [method, path] = route.route.split(' ') as [string, string];
  if (actions === undefined) return [{ ...route, path: [method, path] }];
  return Object.entries(actions).map(([name, action]) => ({
    ...route,
    ...action,
    path: [method, path.replace('{action}', name)],
  }));
}

function operation(route: Single, book: SchemaBook): Operation {
  const [method, path] = route.path;
  const operationId = nameOf(method, path);
  const { access, body } = route;
  const open = access === 'link' || access === 'anybody';
  const fault = route.withNumbers ? problemWithNumbers : problem;
  const isPage = Object.values(route.answers).includes('page');
  const problems = isPage ? [] : [...(route.refusals ?? []), 500, 503];
  const answered = Object.entries(route.answers).map(([status, content]) => [
    status,
    answer(Number(status), media(content, `${operationId}Answer`, book)),
  ]);
  const content = (type: string, schema: z.ZodType, name: string) => ({
    [type]: { schema: book.refer(schema, name) },
  });
  const refused = problems.map((status) => [
    status,
    answer(
      status,
      content(
        'application/problem+json',
        fault,
        route.withNumbers ? 'ProblemWithNumbers' : 'Problem',
      ),
    ),
  ]);
  const gateway = (open ? [] : [401, 403]).map((status) => [
    status,
    answer(status, content('application/json', gatewayError, 'GatewayError')),
  ]);
  const parameters = parametersOf(route, book);
  return {
    operationId,
    summary: route.summary,
    'x-route': route.route,
    security: open ? [] : access.map((scope) => ({ token: [scope] })),
    ...(parameters.length > 0 && { parameters }),
    ...(body !== undefined && { requestBody: requestBody(body, operationId, book) }),
    responses: Object.fromEntries([...answered, ...gateway, ...refused]),
  };
}

function answer(status: number, content: Media | undefined) {
  const description = reasons[status] ?? String(status);
  return content === undefined ? { description } : { description, content };
}

function media(content: Content, name: string, book: SchemaBook): Media | undefined {
  if (content === 'nothing') return undefined;
  if (content === 'page') return { 'text/html': { schema: { type: 'string' } } };
  if (content === 'calendar') return { 'text/calendar': { schema: { type: 'string' } } };
  return { 'application/json': { schema: book.refer(content, name) } };
}

function requestBody(body: Body, operationId: string, book: SchemaBook) {
  const form = 'form' in body;
  const schema = book.refer(form ? body.form : body, `${operationId}Body`);
  const type = form ? 'application/x-www-form-urlencoded' : 'application/json';
  return { required: true, content: { [type]: { schema } } };
}

function parametersOf({ path: [, path], query, headers }: Single, book: SchemaBook): Parameter[] {
  const names = Array.from(path.matchAll(/\{(\w+)\}/g), ([, name]) => name!);
  const inPath = names.map((name) => [name, pathParameters[name] ?? z.string()] as const);
  const all = [
    ...inPath.map((one) => ['path', ...one] as const),
    ...Object.entries(query ?? {}).map((one) => ['query', ...one] as const),
    ...Object.entries(headers ?? {}).map((one) => ['header', ...one] as const),
  ];
  return all.map(([where, name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || !schema.safeParse(undefined).success,
    schema: book.inline(schema),
  }));
}

/** `POST /v1/alerts/{alertId}/cancel` is called `postAlertsAlertIdCancel`. */
function nameOf(method: string, path: string): string {
  const words = path.replace(/^\/v1/, '').match(/\w+/g) ?? [];
  const rest = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  return method.toLowerCase() + rest;
}
