import { type Context, Hono } from 'hono';
import { type ActPorts, act } from '../act.ts';
import { largestBody } from '../adapters/read-json.ts';
import { onlyAskedRoute } from '../adapters/serve.ts';
import { classify } from '../classify.ts';
import type { Move } from '../domain/case-course.ts';
import type { Category } from '../domain/policy.ts';
import type { Action, Response as Responded } from '../domain/response.ts';
import { emptyTeam } from '../domain/team.ts';
import { mayEnd } from '../may-end.ts';
import { moveCase } from '../move-case.ts';
import type { DocumentStore } from '../ports.ts';
import { actionSchemas, moveSchemas } from './actions.ts';
import { has, showCase, type ShowPorts } from './case/show-case.ts';
import { caseTexts } from './case/texts.ts';
import { type Opened, openLink } from './open-link.ts';
import { alertPage, type PageOf, wrongLinkPage } from './page.ts';
import { addQueue, type QueuePorts } from './queue.ts';
import { type Language, languageOf, texts } from './texts.ts';

export interface ResponderPorts
  extends ActPorts, Omit<ShowPorts, 'store'>, Omit<QueuePorts, 'clock'> {
  documents: Pick<DocumentStore, 'loadTeam' | 'loadPolicy'>;
}

/** The pages behind an SMS link. GET shows and changes no alert; POST acts and then shows. */
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
  app.use(onlyAskedRoute);
  app.notFound(async (c) => c.html(await wrongLinkPage(languageFor(c)), 404));

  addQueue(app, ports, languageFor);

  async function show(c: Context, opened: Opened, status: 200 | 400 | 409 | 413, notice?: string) {
    const team = (await ports.documents.loadTeam(opened.alert.tier))?.document ?? emptyTeam;
    const page: PageOf = {
      ...opened,
      timeZone: team.timeZone,
      now: ports.clock.now(),
      path: `/p/${c.req.param('token')}`,
      language: languageFor(c),
      notice,
    };
    return c.html(await alertPage(page, await showCase(ports, page)), status);
  }

  function back(c: Context, place = '') {
    const query = c.req.query('lang') === undefined ? '' : `?lang=${languageFor(c)}`;
    return c.redirect(`/p/${c.req.param('token')}${query}${place}`, 303);
  }

  app.get('/p/:token', async (c) => {
    const opened = await openLink(ports, c.req.param('token'));
    if (opened === undefined) return c.html(await wrongLinkPage(languageFor(c)), 404);
    return show(c, opened, 200);
  });

  app.post('/p/:token/:action', async (c) => {
    const { token, action: name } = c.req.param();
    const opened = await openLink(ports, token);
    const schema = schemaOf(name);
    if (opened === undefined || schema === undefined) {
      return c.html(await wrongLinkPage(languageFor(c)), 404);
    }
    const language = languageFor(c);
    const isMove = Object.hasOwn(moveSchemas, name);
    const { byteLength } = await c.req.arrayBuffer();
    if (byteLength > largestBody) return show(c, opened, 413, texts[language].wrongInput);
    const said = schema.safeParse(await readForm(c));
    if (!said.success) {
      const notice = isMove ? caseTexts[language].nothingGiven : texts[language].wrongInput;
      return show(c, opened, 400, notice);
    }
    return isMove
      ? takeMove(c, opened, { do: name, ...said.data } as Move)
      : takeAction(c, opened, { do: name, ...said.data } as Action);
  });

  async function takeAction(c: Context, opened: Opened, asked: Action) {
    const { alert, responder } = opened;
    const language = languageFor(c);
    const { classification, ...action } = asked as Action & { classification?: Category };
    if (!(await mayEnd(ports, alert.alertId, action))) {
      return show(c, opened, 409, caseTexts[language].refused.not_agreed);
    }
    if (classification !== undefined && has(opened)) {
      const by = responder.responderId;
      await classify(ports, { alertId: alert.alertId, as: classification, by });
    }
    const of = { alertId: alert.alertId, loaded: alert };
    const done = await act(ports, of, action, responder);
    if (done?.refused === undefined) return back(c);
    return show(c, { ...opened, alert: done.alert }, 409, refusalText(done, language));
  }

  /**
   * First the case, then the alert: what the person said is kept whatever happens next, and a form
   * that is sent again after a failure finds it kept and only tells the alert of the progress.
   */
  async function takeMove(c: Context, opened: Opened, what: Move) {
    const { alert, responder } = opened;
    const language = languageFor(c);
    if (!has(opened)) return show(c, opened, 409, notTheirs(opened, language));
    const moved = await moveCase(ports, alert, what, responder.responderId);
    if (moved.refused) return show(c, opened, 409, caseTexts[language].refused[moved.refused]);
    const { responderGender } = moved.file.intake.situation;
    const wishes = responderGender && { responderGender };
    const of = { alertId: alert.alertId, loaded: alert };
    const done = await act(ports, of, { do: 'progress', wishes }, responder);
    if (done?.refused === undefined) {
      return back(c, what.do === 'consent' || what.do === 'step' ? '#consents' : '#script');
    }
    return show(c, { ...opened, alert: done.alert }, 409, refusalText(done, language));
  }

  return app;
}

function schemaOf(name: string) {
  if (Object.hasOwn(actionSchemas, name)) return actionSchemas[name as keyof typeof actionSchemas];
  if (Object.hasOwn(moveSchemas, name)) return moveSchemas[name as keyof typeof moveSchemas];
  return undefined;
}

function languageFor(c: Context): Language {
  return languageOf(c.req.query('lang'), c.req.header('accept-language'));
}

/** A field that comes several times is a list. */
async function readForm(c: Context): Promise<unknown> {
  const json = c.req.header('content-type')?.includes('json');
  try {
    return json ? await c.req.json() : await c.req.parseBody({ all: true });
  } catch {
    return {};
  }
}

function notTheirs({ alert }: Opened, language: Language): string {
  const t = texts[language];
  if (alert.closedAt !== undefined) return t.over;
  return alert.owner ? t.notYours(alert.owner.name) : t.onlyAfterTaking;
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
    untrained: t.untrained,
  }[done.refused];
}
