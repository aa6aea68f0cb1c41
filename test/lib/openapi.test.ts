import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describedRoutes } from '../../lambdas/openapi/all.ts';
import { ofType } from './fixture.ts';

const inTemplate = ofType('AWS::ApiGatewayV2::Route').map(({ Properties: route }) => [
  String(route.RouteKey),
  route.AuthorizationType === 'JWT' ? (route.AuthorizationScopes as string[]) : [],
]);
const described = describedRoutes.map(({ route, access }) => [
  route,
  typeof access === 'string' ? [] : [...access],
]);

test('Every route of the template is described with the scopes it asks for, and no other is.', () => {
  assert.deepEqual(Object.fromEntries(described), Object.fromEntries(inTemplate));
  assert.equal(described.length, inTemplate.length);
});

test('What needs no token is described as open to anybody or as behind a link.', () => {
  const links = describedRoutes.filter(({ access }) => access === 'link');
  assert.ok(links.length > 0);
  for (const { route } of links) assert.match(route, /\{token\}/);
});
