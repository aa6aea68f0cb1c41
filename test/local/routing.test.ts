import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchRoute } from '../../local/routing.ts';

const routes = [
  '$default',
  'GET /a/{id}',
  'GET /a/fixed',
  'ANY /a/{rest+}',
  'POST /a/{id}/{do}',
].map((key) => ({ key, functionId: key, timeoutMs: 1 }));
const keyOf = (method: string, path: string) => matchRoute(routes, method, path)?.route.key;

test('an exact path wins over a parameter', () => {
  assert.equal(keyOf('GET', '/a/fixed'), 'GET /a/fixed');
});

test('a parameter wins over a greedy one, and a greedy one over $default', () => {
  assert.equal(keyOf('GET', '/a/1'), 'GET /a/{id}');
  assert.equal(keyOf('GET', '/a/1/2/3'), 'ANY /a/{rest+}');
  assert.equal(keyOf('GET', '/b'), '$default');
});

test('another method is another route', () => {
  assert.equal(keyOf('POST', '/a/1/raise'), 'POST /a/{id}/{do}');
  assert.equal(keyOf('DELETE', '/a/1'), 'ANY /a/{rest+}');
});

test('a part that is missing, empty or too much does not match', () => {
  const only = routes.filter((route) => route.key === 'GET /a/{id}');
  for (const path of ['/a', '/a/', '/a/1/2', '/', '/a/1/']) {
    assert.equal(matchRoute(only, 'GET', path), undefined, path);
  }
});

test('path parameters are decoded, and one that cannot be stays as it is', () => {
  assert.deepEqual(matchRoute(routes, 'GET', '/a/%2B62%20x')?.pathParameters, { id: '+62 x' });
  assert.deepEqual(matchRoute(routes, 'GET', '/a/%zz')?.pathParameters, { id: '%zz' });
});
