import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describedRoutes } from '../../lambdas/openapi/all.ts';
import { openApi } from '../../lambdas/openapi/document.ts';
import { Desk } from '../staff/desk.ts';

const description = JSON.parse(JSON.stringify(openApi(describedRoutes))) as ReturnType<
  typeof openApi
>;
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

test('the description is OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(
    structuredClone(description) as unknown as Record<string, unknown>,
  );
  assert.deepEqual([valid, errors], [true, undefined]);
  assert.equal(description.openapi, '3.1.0');
});

test('every reference leads to a schema, and every schema is referred to', () => {
  const text = JSON.stringify(description);
  const referred = new Set(
    Array.from(text.matchAll(/"#\/components\/schemas\/(\w+)"/g), ([, name]) => name),
  );
  assert.deepEqual(referred, new Set(Object.keys(description.components.schemas)));
});

test('operations have names of their own', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
});

test('every operation with a token tells what a token that does not do is answered', () => {
  const guarded = operations.filter(({ operation }) => operation.security.length > 0);
  assert.ok(guarded.length > 15);
  for (const { path, operation } of guarded) {
    assert.ok(operation.responses[401] && operation.responses[403], path);
  }
});

test('every body is told with what becomes of one that is wrong or too large', () => {
  const taking = operations.filter(({ operation }) => operation.requestBody !== undefined);
  assert.ok(taking.length > 15);
  for (const { path, operation } of taking) {
    assert.ok(operation.responses[400] && operation.responses[413], path);
  }
});

test('anybody gets it and may keep it for an hour; with its ETag it is 304', async () => {
  const { app } = new Desk();
  const first = await app.request('/v1/openapi.json');
  assert.equal(first.status, 200);
  assert.equal(first.headers.get('cache-control'), 'public, max-age=3600');
  assert.equal(first.headers.get('content-type'), 'application/json');
  assert.deepEqual(await first.json(), description);
  const headers = { 'if-none-match': first.headers.get('etag')! };
  const again = await app.request('/v1/openapi.json', { headers });
  assert.deepEqual([again.status, await again.text()], [304, '']);
});
