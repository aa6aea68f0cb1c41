import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { onlyAskedRoute, serve } from '../../lambdas/adapters/serve.ts';
import { printed } from '../support/printed.ts';

const app = new Hono({ strict: false });
app.use(onlyAskedRoute);
app.post('/things/:id/erase', (c) => c.text('erased'));
app.post('/things/:id/:action', (c) => c.text(`done ${c.req.param('action')}`));
app.get('/things/:id', (c) => c.text(c.req.param('id')));
app.get('/secrets', (c) => c.text('secret'));
const handler = serve(app);

async function ask(routeKey: string, rawPath: string, more: object = {}) {
  const [method] = routeKey.split(' ');
  const event = {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: '',
    headers: {},
    isBase64Encoded: false,
    requestContext: { domainName: 'siaga.example', http: { method } },
    ...more,
  } as unknown as LambdaEvent;
  const { statusCode, body } = (await handler(event, {} as LambdaContext)) as {
    statusCode: number;
    body: string;
  };
  return { statusCode, body };
}

const found = (body: string) => ({ statusCode: 200, body });
const gone = { statusCode: 404, body: '404 Not Found' };

test('the route that the gateway matched is the one that acts', async () => {
  assert.deepEqual(await ask('GET /things/{id}', '/things/a'), found('a'));
  assert.deepEqual(await ask('POST /things/{id}/{action}', '/things/a/note'), found('done note'));
  assert.deepEqual(await ask('POST /things/{id}/erase', '/things/a/erase'), found('erased'));
});

test('no escape and no dots lead to another route than the one whose scopes were checked', async () => {
  assert.deepEqual(await ask('POST /things/{id}/{action}', '/things/a/%65rase'), gone);
  assert.deepEqual(await ask('POST /things/{id}/{action}', '/things/a/erase'), gone);
  assert.deepEqual(await ask('GET /things/{id}', '/things/%2e%2e/secrets'), gone);
  assert.deepEqual(await ask('GET /things/{id}', '/things/../secrets'), gone);
});

test('a GET with a body, and a cookie of any bytes, are served and leave nothing in the log', async () => {
  const more = { body: 'help', cookies: ['name=Mélati\n🚨'] };
  let answer;
  const log = await printed(async () => {
    answer = await ask('GET /things/{id}', '/things/a', more);
  });
  assert.deepEqual([answer, log], [found('a'), '']);
});

test('what is longer than any key is not there', async () => {
  const pathParameters = { id: 'é'.repeat(800) };
  assert.deepEqual(await ask('GET /things/{id}', '/things/long', { pathParameters }), gone);
});
