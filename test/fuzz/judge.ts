import assert from 'node:assert/strict';
import * as z from 'zod';
import { describedRoutes } from '../../lambdas/openapi/all.ts';
import {
  type Described,
  gatewayError,
  problem,
  problemWithNumbers,
} from '../../lambdas/openapi/describe.ts';
import type { Route } from '../../local/api-routes.ts';
import { holdsScope } from '../../local/authorizer.ts';
import { matchRoute } from '../../local/routing.ts';
import type { Answer, Request, World } from './world.ts';

const described = new Map<string, Described>(describedRoutes.map((one) => [one.route, one]));

/** What is ours alone: where code lies, what threw, which services stand behind. */
const internals =
  /INJECTED|\bat .{0,80}\.[cm]?[jt]s:\d+|node_modules|\/var\/task|\/lambdas\/|(Type|Range|Syntax|Reference)Error|ZodError|Exception\b|ECONN|dynamodb|sqs\.|amazonaws/i;

/** The numbers of the team, which its own document alone may hold; 101 is the example in errors. */
const phones = /\+628111000(?!101)\d{3}/;

/** Most that an answer to a refused request may weigh. */
const longestRefusal = 24_000;

const pages = new Set(['text/html; charset=UTF-8', 'text/html; charset=utf-8']);

/** What every answer has to be, whatever was asked; throws where one is not. */
export function judge(
  { request, answer, written }: { request: Request; answer: Answer; written: number },
  { world, routes }: { world: World; routes: Route[] },
): void {
  const { status, headers, text } = answer;
  const { ask } = request;
  if (answer.status < 500 && answer.status >= 400 && !ask.fault)
    assert.equal(written, 0, 'a refused request stores nothing');
  if (world.asItIs && isMalformed(request.path)) return judgeGateway(request, answer, 400);
  const match = matchRoute(routes, request.method, request.path);
  if (match === undefined) return judgeGateway(request, answer, 404);
  const route = described.get(match.route.key)!;

  if (Array.isArray(route.access)) {
    if (ask.token.kind !== 'right') return judgeGateway(request, answer, 401);
    if (!holdsScope({ scope: ask.token.scope }, route.access as string[])) {
      return judgeGateway(request, answer, 403);
    }
  }

  const isPage = Object.values(route.answers).includes('page');
  if (status >= 500) assert.ok(ask.fault, 'no fault was injected');
  const ours = withoutWhatWasSaid(text, request);
  assert.doesNotMatch(ours, internals);
  if (!request.path.startsWith('/v1/staff/teams/')) assert.doesNotMatch(ours, phones);
  if (status >= 400) {
    assert.ok(text.length < longestRefusal || isPage, `a refusal of ${text.length} characters`);
  }
  if (isPage) return judgePage({ request, answer, written }, world);

  const isKnownStatus =
    status in route.answers ||
    status >= 500 ||
    (route.refusals as readonly number[] | undefined)?.includes(status);
  // A path that the function cannot make sense of is one that it does not have.
  assert.ok(isKnownStatus || (status === 404 && isStrange(request)), `${status} is not described`);
  assert.equal(headers['access-control-allow-origin'], undefined);
  if (route.route.startsWith('GET /calendar/')) judgeCalendar(request, answer, world);
  if (status >= 400) return judgeProblem(route, answer);

  const content = route.answers[status];
  if (content instanceof z.ZodType) {
    assert.equal(headers['content-type'], 'application/json');
    assert.doesNotThrow(() => content.parse(JSON.parse(text)));
  } else if (content === 'calendar') assert.match(text, /^BEGIN:VCALENDAR/);
  else assert.equal(text, '');
  if (request.path.startsWith('/v1/alerts/') && status < 300) judgeOwner(request, world);
  if (Array.isArray(route.access)) {
    assert.equal(headers['cache-control'] ?? 'no-store', 'no-store');
  }
}

function judgeGateway({ method }: Request, { status, text }: Answer, expected: number): void {
  assert.equal(status, expected);
  if (method === 'HEAD') return;
  assert.ok(gatewayError.safeParse(JSON.parse(text)).success);
}

function judgeProblem(route: Described, { status, headers, text }: Answer): void {
  assert.equal(headers['content-type'], 'application/problem+json');
  const schema = route.withNumbers ? problemWithNumbers : problem;
  const said = schema.parse(JSON.parse(text));
  assert.equal(said.status, status);
  if (route.withNumbers) {
    assert.ok((said as z.infer<typeof problemWithNumbers>).emergencyNumbers.length > 1);
  }
  if (status === 400) assert.ok((said.errors ?? []).length > 0, 'names the field');
}

/** Whoever asks sees their own alerts alone. */
function judgeOwner({ ask, path }: Request, { alerts }: World): void {
  const known = alerts.find(({ alertId }) => path.includes(alertId));
  if (known !== undefined) assert.equal(ask.token.sub, known.owner);
}

/**
 * Every link that does not open a page is answered like any other, in the language asked for. One of
 * which that is not certain may have been closed or opened by what was asked before.
 */
function judgePage(
  { request, answer, written }: { request: Request; answer: Answer; written: number },
  { links }: World,
): void {
  const [, , token] = request.path.split('/');
  const mayOpen = links.some((one) => one.mayOpen && one.token === token);
  if (request.method === 'GET') assert.equal(written, 0, 'GET changes nothing');
  assert.ok([200, 303, 400, 404, 409, 413, 503].includes(answer.status));
  if (!mayOpen && !request.ask.fault) assert.equal(answer.status, 404);
  if (answer.status !== 404) return;
  assert.equal(written, 0);
  assert.ok(pages.has(answer.headers['content-type']!), answer.headers['content-type']);
  judgeSame(/<html lang="(\w+)"/.exec(answer.text)?.[1] ?? '', answer);
}

/** As a page's link, for a calendar. */
function judgeCalendar({ path, ask }: Request, answer: Answer, { calendars }: World): void {
  if (answer.status === 200) assert.ok(calendars.includes(path.split('/')[2]!));
  // Each problem of a path that leads nowhere at all says so.
  if (answer.status === 404 && !ask.unescaped && !isStrange({ path, ask })) {
    judgeSame('calendar', answer);
  }
}

/** The answers to wrong links of a kind, which nothing may tell apart. */
function judgeSame(kind: string, { headers, text }: Answer): void {
  const { date: _, ...others } = headers;
  const shown = JSON.stringify([others, text]);
  const first = wrongAnswers.get(kind) ?? shown;
  wrongAnswers.set(kind, first);
  assert.equal(shown, first, 'one answer for every wrong link');
}

const wrongAnswers = new Map<string, string>();

/** What comes back of what was sent is not ours. */
function withoutWhatWasSaid(text: string, { path, query, body }: Request): string {
  const sent = `${path}?${query}${body?.toString() ?? ''}`;
  return /Error|Exception|INJECTED|\+62811|node_modules|amazonaws|dynamodb/i.test(sent) ? '' : text;
}

function isMalformed(path: string): boolean {
  try {
    return decodeURIComponent(path) === undefined;
  } catch {
    return true;
  }
}

function isStrange({ path, ask }: Pick<Request, 'path' | 'ask'>): boolean {
  return (
    ask.unescaped || path.length > 400 || /%|\.\.|\/\./.test(path) || /[^\w/{}.:~-]/.test(path)
  );
}
