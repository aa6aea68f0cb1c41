import type { Route } from './api-routes.ts';

export interface Match {
  route: Route;
  pathParameters: Record<string, string>;
}

/** The route of an HTTP API for a request: of several the most specific, as API Gateway chooses. */
export function matchRoute(routes: Route[], method: string, path: string): Match | undefined {
  const found = routes
    .map((route) => ({ route, pathParameters: parametersOf(route.key, method, path) }))
    .filter((match): match is Match => match.pathParameters !== undefined);
  return found.toSorted((a, b) => vagueness(a.route) - vagueness(b.route))[0];
}

function parametersOf(key: string, method: string, path: string) {
  if (key === '$default') return {};
  const [routeMethod, routePath] = key.split(' ') as [string, string];
  if (routeMethod !== 'ANY' && routeMethod !== method) return undefined;
  const wanted = routePath.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const name = /^\{(\w+)(\+?)\}$/.exec(part);
    if (name?.[2] === '+') {
      parameters[name[1]!] = given.slice(index).map(decode).join('/');
      return parameters;
    }
    const value = given[index];
    if (value === undefined || (name ? value === '' : value !== part)) return undefined;
    if (name) parameters[name[1]!] = decode(value);
  }
  return wanted.length === given.length ? parameters : undefined;
}

function vagueness(route: Route): number {
  if (route.key === '$default') return 1_000;
  return (route.key.match(/\{\w+\}/g)?.length ?? 0) + (route.key.includes('+}') ? 100 : 0);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
