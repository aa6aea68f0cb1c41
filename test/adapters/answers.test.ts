import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Hono } from 'hono';
import * as z from 'zod';
import { subOf } from '../../lambdas/adapters/caller.ts';
import { problem } from '../../lambdas/adapters/problem.ts';
import { readJson } from '../../lambdas/adapters/read-json.ts';
import { VisibleError } from '../../lambdas/visible-error.ts';

const schema = z.strictObject({
  name: z.string().min(1),
  steps: z.array(z.strictObject({ page: z.string(), waitSeconds: z.number().min(1) })).optional(),
});

const failures: { message: string; error: unknown; fields: object }[] = [];
const app = new Hono();
app.onError((error, c) =>
  problem(c, error, {
    fail: (message, failure, fields) => failures.push({ message, error: failure, fields }),
  }),
);
app.post('/read', async (c) => c.json(await readJson(c, schema)));
app.post('/large', async (c) => c.json(await readJson(c, z.object({}), 40_000)));
app.get('/boom', () => {
  throw new Error('+628111000777 said: help me');
});
app.get('/visible', () => {
  throw new VisibleError(409, 'Ana has taken this alert');
});

async function send(body: string, path = '/read') {
  const response = await app.request(path, { method: 'POST', body });
  const json = (await response.json()) as { errors?: { field: string; detail: string }[] };
  return { status: response.status, response, json, fields: json.errors?.map((one) => one.field) };
}

test('a body that fits its schema is read, and none at all is an empty one', async () => {
  assert.deepEqual((await send('{"name":"Ana"}')).json, { name: 'Ana' });
  assert.deepEqual((await send('', '/large')).json, {});
});

test('what is wrong is named with its whole path, and so is every field beside it', async () => {
  const steps = [
    { page: 'primary', waitSeconds: 30 },
    { page: 7, waitSeconds: 0 },
  ];
  const { status, fields, json } = await send(JSON.stringify({ name: '', steps, colour: 'red' }));
  assert.equal(status, 400);
  assert.deepEqual(fields?.toSorted(), ['colour', 'name', 'steps[1].page', 'steps[1].waitSeconds']);
  assert.ok(json.errors?.every((one) => one.detail.length > 0));
});

test('an unknown field is named where it stands, and no JSON is the body’s fault', async () => {
  const steps = [{ page: 'primary', waitSeconds: 1, wait: 2 }];
  assert.deepEqual((await send(JSON.stringify({ name: 'x', steps }))).fields, ['steps[0].wait']);
  for (const body of ['help', '{"name":', '\u0000', '[]', 'null', '7', '"x"']) {
    const { status, fields } = await send(body);
    assert.deepEqual([status, fields], [400, ['body']], body);
  }
});

test('an error about a body never repeats what was written there', async () => {
  const words = fc.string({ unit: 'grapheme-ascii', minLength: 12, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(words, fc.nat(3), async (said, place) => {
      const bodies = [
        said,
        JSON.stringify(said),
        JSON.stringify({ name: [said] }),
        `{"name":"${said}`,
      ];
      const { status, response, json } = await send(bodies[place]!);
      if (status === 200) return;
      assert.equal(response.headers.get('content-type'), 'application/problem+json');
      assert.ok(!JSON.stringify(json).includes(JSON.stringify(said).slice(1, -1)));
    }),
  );
});

test('a body is counted in bytes, up to its limit and no further', async () => {
  const of = (bytes: number) => `{"name":"${'x'.repeat(bytes - '{"name":""}'.length)}"}`;
  assert.equal((await send(of(16_384))).status, 200);
  const { status, json } = await send(of(16_385));
  assert.equal(status, 413);
  assert.equal((json as { title?: string }).title, 'Payload Too Large');
  assert.equal((await send(JSON.stringify({ name: 'é'.repeat(8_190) }))).status, 413);
  assert.equal((await send(of(39_000), '/large')).status, 200, 'a limit of its own');
});

test('a body of wrong fields alone is answered with the first of them', async () => {
  const text = JSON.stringify({ name: 'x', steps: Array(1_000).fill(0), ['y'.repeat(5_000)]: 1 });
  const { fields, json } = await send(text);
  assert.equal(fields?.length, 50);
  assert.ok(JSON.stringify(json).length < 8_000);
  assert.match((json as { detail?: string }).detail ?? '', / and \d+ more$/);
});

test('an error that may be seen keeps its words; every other one has only an id, which the log has too', async () => {
  const seen = await app.request('/visible');
  assert.equal(seen.status, 409);
  assert.deepEqual(await seen.json(), {
    type: 'about:blank',
    title: 'Conflict',
    status: 409,
    detail: 'Ana has taken this alert',
  });

  failures.length = 0;
  const hidden = await app.request('/boom');
  const body = (await hidden.json()) as { requestId: string };
  assert.equal(hidden.status, 500);
  assert.equal(hidden.headers.get('cache-control'), 'no-store');
  assert.ok(!JSON.stringify(body).includes('help'));
  assert.deepEqual(failures[0]?.fields, { requestId: body.requestId, route: 'GET' });
});

test('who calls is the subject of the token that was checked', () => {
  const env = {
    event: { requestContext: { authorizer: { jwt: { claims: { sub: 'rider-1' } } } } },
  };
  assert.equal(subOf(env), 'rider-1');
  assert.throws(() => subOf({ event: { requestContext: {} } }), TypeError);
});
