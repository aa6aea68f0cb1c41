import { type Context, Hono } from 'hono';
import { type ActPorts, act } from '../act.ts';
import { largestBody } from '../adapters/read-json.ts';
import type { Alert } from '../domain/alert.ts';
import { responderTag } from '../domain/ids.ts';
import { readLinkToken } from '../domain/link.ts';
import { tiers } from '../domain/policy.ts';
import type { Action, Responder, Response as Responded } from '../domain/response.ts';
import { emptyTeam } from '../domain/team.ts';
import type { DocumentStore } from '../ports.ts';
import { actionSchemas } from './actions.ts';
import { alertPage, type PageOf, wrongLinkPage } from './page.ts';
import { type Language, languageOf, texts } from './texts.ts';

export interface ResponderPorts extends ActPorts {
  documents: Pick<DocumentStore, 'loadTeam'>;
}

/** How long a link works after its alert has ended (ms). */
const linkOutlives = 24 * 60 * 60 * 1000;
/** Makes the check of a link to no alert take as long as that of any other. */
const noKey = 'A'.repeat(43);

interface Opened {
  alert: Alert;
  responder: Responder;
}

/** The pages behind an SMS link. GET shows and changes nothing; POST acts and then shows. */
export function responderApp(ports: ResponderPorts): Hono {
  const app = new Hono({ strict: false });

  app.use(async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    c.header('x-robots-tag', 'noindex');
    c.header('x-content-type-options', 'nosniff');
    c.header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });
  app.onError((error, c) => {
    ports.telemetry.fail('page failed', error, {});
    return c.text('Siaga: coba lagi / try again', 503);
  });
  app.notFound(async (c) => c.html(await wrongLinkPage(languageFor(c)), 404));

  async function show(c: Context, opened: Opened, status: 200 | 400 | 409 | 413, notice?: string) {
    const team = (await ports.documents.loadTeam(opened.alert.tier))?.document ?? emptyTeam;
    const page: PageOf = {
      ...opened,
      timeZone: team.timeZone,
      path: `/p/${c.req.param('token')}`,
      language: languageFor(c),
      notice,
    };
    return c.html(await alertPage(page), status);
  }

  app.get('/p/:token', async (c) => {
    const opened = await open(ports, c.req.param('token'));
    if (opened === undefined) return c.html(await wrongLinkPage(languageFor(c)), 404);
    return show(c, opened, 200);
  });

  app.post('/p/:token/:action', async (c) => {
    const { token, action: name } = c.req.param();
    const opened = await open(ports, token);
    const schema = Object.hasOwn(actionSchemas, name)
      ? actionSchemas[name as keyof typeof actionSchemas]
      : undefined;
    if (opened === undefined || schema === undefined) {
      return c.html(await wrongLinkPage(languageFor(c)), 404);
    }
    const language = languageFor(c);
    const { byteLength } = await c.req.arrayBuffer();
    if (byteLength > largestBody) return show(c, opened, 413, texts[language].wrongInput);
    const said = schema.safeParse(await readForm(c));
    if (!said.success) return show(c, opened, 400, texts[language].wrongInput);

    const { alert, responder } = opened;
    const of = { alertId: alert.alertId, loaded: alert };
    const done = await act(ports, of, { do: name, ...said.data } as Action, responder);
    if (done?.refused !== undefined) {
      const now = { ...opened, alert: done.alert };
      return show(c, now, 409, refusalText(done, language));
    }
    const query = c.req.query('lang') === undefined ? '' : `?lang=${language}`;
    return c.redirect(`/p/${token}${query}`, 303);
  });

  return app;
}

/** What a link opens, or undefined for every link that is wrong, expired or somebody else's. */
async function open(ports: ResponderPorts, token: string): Promise<Opened | undefined> {
  const claim = readLinkToken(token);
  if (claim === undefined) return undefined;
  const alert = await ports.store.load(claim.alertId);
  const right = claim.isSignedWith(alert?.linkKey ?? noKey);
  if (alert === undefined || !right) return undefined;
  const now = ports.clock.now();
  if (alert.closedAt !== undefined && now > alert.closedAt + linkOutlives) return undefined;

  const isMeant = (one: Responder) => responderTag(one.responderId) === claim.responderTag;
  const found = alert.pages.find(isMeant) ?? (await inTeams(ports, isMeant));
  // A conflict of interest closes the link like any that is wrong.
  if (found === undefined || alert.keptOut?.includes(found.responderId)) return undefined;
  return { alert, responder: { responderId: found.responderId, name: found.name } };
}

/** A page goes out before it is recorded, so its link may work before the alert knows of it. */
async function inTeams(
  ports: ResponderPorts,
  isMeant: (one: Responder) => boolean,
): Promise<Responder | undefined> {
  for (const tier of tiers) {
    const team = (await ports.documents.loadTeam(tier))?.document;
    const member = team?.members.find(isMeant);
    if (member !== undefined) return member;
  }
  return undefined;
}

function languageFor(c: Context): Language {
  return languageOf(c.req.query('lang'), c.req.header('accept-language'));
}

async function readForm(c: Context): Promise<unknown> {
  const json = c.req.header('content-type')?.includes('json');
  try {
    return json ? await c.req.json() : await c.req.parseBody();
  } catch {
    return {};
  }
}

function refusalText(done: Responded & { refused: string }, language: Language): string {
  const t = texts[language];
  const owner = done.alert.owner?.name ?? '';
  return {
    taken: t.tooLate(owner),
    not_owner: t.notYours(owner),
    closed: t.over,
    full: t.full,
    kept_out: t.badLink,
  }[done.refused];
}
