import { Hono, type Context } from 'hono';
import * as z from 'zod';
import { readJson } from '../adapters/read-json.ts';
import { categories, isCategory } from '../domain/policy.ts';
import type { Finding } from '../domain/script/finding.ts';
import { readScript } from '../domain/script/lint.ts';
import { isLocale, locales } from '../domain/script/locales.ts';
import type { ScriptKey, ScriptStore } from '../ports.ts';
import { shippedScript } from '../script-of.ts';
import { type FieldError, VisibleError } from '../visible-error.ts';
import { etag, lostRace, readEtag, wrongField } from './read.ts';
import { placeOf } from './script-place.ts';

/** A shipped script has about 12 kB; an item of the table holds 400. */
const largestScript = 150 * 1024;
/** A script that breaks more rules than this is told so with their number. */
const mostErrors = 100;

/** Staff's own question scripts, each in place of the shipped one for its category, service and locale. */
export function scriptRoutes({ scripts }: { scripts: ScriptStore }): Hono {
  const app = new Hono({ strict: false });

  app.get('/v1/staff/scripts/:category', async (c) => {
    const key = readKey(c);
    const stored = await scripts.loadScript(key);
    c.header('etag', etag(stored?.version ?? 0));
    return c.json(stored?.document ?? shippedScript(key));
  });

  app.put('/v1/staff/scripts/:category', async (c) => {
    const key = readKey(c);
    const ifMatch = c.req.header('if-match');
    if (ifMatch === undefined) {
      throw new VisibleError(428, 'say If-Match with the ETag of the script that you changed');
    }
    const body = await readJson(c, z.unknown(), largestScript);
    const read = readScript(body);
    if (read.script === undefined) throw broken(body, read);
    const { script } = read;
    for (const field of ['category', 'service', 'locale'] as const) {
      if (script[field].toLowerCase() === key[field]) continue;
      throw wrongField(field, `${key[field]}, as the address says`);
    }
    const version = readEtag(ifMatch);
    const stored = { ...script, service: key.service };
    if (!(await scripts.saveScript(key, stored, version))) throw lostRace();
    c.header('etag', etag(version + 1));
    return c.json(stored);
  });

  return app;
}

function readKey(c: Context): ScriptKey {
  const category = c.req.param('category')!;
  if (!isCategory(category) && category !== 'general') {
    throw wrongField('category', `one of ${categories.join(', ')}, general`);
  }
  const service = (c.req.query('service') ?? 'any').trim().toLowerCase();
  if (service === '' || service.length > 100 || service.includes('#')) {
    throw wrongField('service', '1 to 100 characters and no #, or left out');
  }
  const locale = c.req.query('locale') ?? 'id';
  if (!isLocale(locale)) throw wrongField('locale', `one of ${locales.join(', ')}`);
  return { category, service, locale };
}

type Refused = Extract<ReturnType<typeof readScript>, { script?: undefined }>;

function broken(body: unknown, { errors, findings }: Refused): VisibleError {
  const all: FieldError[] = [
    ...errors.map(({ field, detail }) => ({
      field: field.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]'),
      detail,
    })),
    ...findings.map((finding) => errorOf(body, finding)),
  ];
  const rules = [...new Set(findings.map(({ rule }) => rule))].toSorted((a, b) => a - b);
  const what = rules.length > 0 ? `breaks rule ${rules.join(', ')} of care` : 'is no script';
  const shown = all.slice(0, mostErrors);
  const more = all.length > shown.length ? `; ${all.length} places, the first are named` : '';
  return new VisibleError(400, `the script ${what}${more}`, shown);
}

function errorOf(body: unknown, finding: Finding): FieldError {
  const { rule, matched, instead, start, end } = finding;
  const where = matched === '' ? '' : ` at ${start}-${end}`;
  return {
    field: placeOf(body, finding),
    detail: `breaks rule ${rule}${where}`,
    rule,
    ...(matched !== '' && { matched }),
    instead,
  };
}
