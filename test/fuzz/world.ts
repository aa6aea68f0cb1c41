import type { Ask, Known } from './ask.ts';

/** Whoever answers requests: all in this process, or a stack that runs. */
export interface World {
  alerts: { alertId: string; owner: string }[];
  /** Links to pages, and whether each can open one. */
  links: { token: string; mayOpen: boolean }[];
  /** The tokens of calendars. */
  calendars: string[];
  answer(request: Request): Promise<Answer>;
  /** Its ports cannot be made to fail, nor its gateway to take escapes away. */
  asItIs?: true;
  /** How often something was stored or sent; undefined where that cannot be seen. */
  writes?(): number;
}

export interface Request {
  ask: Ask;
  method: string;
  /** Without the query. */
  path: string;
  query: string;
  headers: Record<string, string>;
  body?: Buffer;
}

export interface Answer {
  status: number;
  /** Names in small letters. */
  headers: Record<string, string>;
  text: string;
}

/** What an ask means in a world that has these alerts and links. */
export function resolve(ask: Ask, world: World, authorization: string | undefined): Request {
  const { method, query, headers, body } = ask;
  const bytes = typeof body === 'object' ? Buffer.from(body.bytes) : body && Buffer.from(body);
  return {
    ask,
    method,
    path: `/${ask.path.map((part) => (typeof part === 'string' ? part : named(part, world, ask.token.sub))).join('/')}`,
    query,
    headers: { ...headers, ...(authorization !== undefined && { authorization }) },
    ...(bytes !== undefined && bytes !== '' && { body: bytes }),
  };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function named(part: Known, { alerts, links, calendars }: World, sub: string): string {
  if (part.known === 'alert') {
    const own = part.own ? alerts.filter(({ owner }) => owner === sub) : [];
    const among = own.length > 0 ? own : alerts;
    return among[part.index % among.length]!.alertId;
  }
  const tokens = part.known === 'link' ? links.map((one) => one.token) : calendars;
  const token = tokens[part.index % tokens.length]!;
  if (part.mix !== undefined)
    return token.slice(0, 30) + tokens[part.mix % tokens.length]!.slice(30);
  if (part.flip === undefined) return token;
  const { at, by } = part.flip;
  const place = at % token.length;
  const flipped = alphabet[(alphabet.indexOf(token[place]!) + by) % alphabet.length]!;
  return token.slice(0, place) + flipped + token.slice(place + 1);
}

/** A request as a person would send it again. */
export function told({ method, path, query, headers, body, ask }: Request): string {
  const lines = Object.entries(headers).map(([name, value]) =>
    name === 'authorization'
      ? `  authorization: (${ask.token.kind}, sub ${JSON.stringify(ask.token.sub)}, scope ${JSON.stringify(ask.token.scope)})`
      : `  ${name}: ${JSON.stringify(value)}`,
  );
  const shown = body === undefined ? [] : [`  ${JSON.stringify(body.toString('latin1'))}`];
  const how = [ask.fault && 'a port fails', ask.unescaped && 'path handed over unescaped'].filter(
    Boolean,
  );
  return [`${method} ${path}${query && `?${query}`} ${how.join(', ')}`, ...lines, ...shown].join(
    '\n',
  );
}
