import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, nameOf, ofType, resource } from './fixture.ts';

const routes = ofType('AWS::ApiGatewayV2::Route').map(({ Properties: route }) => {
  const integration = resource(route.Target['Fn::Join'][1][1].Ref);
  const [functionId] = integration.Properties.IntegrationUri['Fn::GetAtt'];
  return {
    key: String(route.RouteKey),
    calls: nameOf(resource(functionId)),
    scopes: route.AuthorizationType === 'JWT' ? (route.AuthorizationScopes as string[]) : undefined,
  };
});
const [stage] = ofType('AWS::ApiGatewayV2::Stage');

test('The routes are these, each with the function it calls and the scopes it asks for.', () => {
  const read = ['staff', 'staff:admin'];
  const expected = [
    ['POST /v1/alerts', 'Press', ['alerts:write']],
    ['GET /v1/alerts/{alertId}', 'Reporter', ['alerts:write']],
    ['POST /v1/alerts/{alertId}/cancel', 'Reporter', ['alerts:write']],
    ['POST /v1/alerts/{alertId}/locations', 'Reporter', ['alerts:write']],
    ['POST /v1/alerts/{alertId}/check-in', 'Reporter', ['alerts:write']],
    ['POST /v1/alerts/{alertId}/consents', 'Reporter', ['alerts:write']],
    ['POST /v1/alerts/{alertId}/erase', 'Reporter', ['alerts:write']],
    ['POST /v1/reports', 'Reporter', ['alerts:write']],
    ['PUT /v1/trips/{tripId}', 'Platform', ['trips:write']],
    ['GET /v1/intake', 'Reporter', undefined],
    ['GET /v1/staff/alerts', 'Staff', ['staff']],
    ['GET /v1/staff/alerts/{alertId}', 'Staff', ['staff']],
    ['GET /v1/staff/alerts/{alertId}/case', 'Staff', ['staff']],
    ['GET /v1/staff/alerts/{alertId}/reads', 'Staff', ['staff']],
    ['POST /v1/staff/alerts/{alertId}/erase', 'Staff', ['staff:admin']],
    ['POST /v1/staff/alerts/{alertId}/{action}', 'Staff', ['staff']],
    ['GET /v1/staff/teams/{tier}', 'Staff', read],
    ['PUT /v1/staff/teams/{tier}', 'Staff', ['staff:admin']],
    ['GET /v1/staff/policies/{tier}', 'Staff', read],
    ['PUT /v1/staff/policies/{tier}', 'Staff', ['staff:admin']],
    ['GET /v1/staff/scripts/{category}', 'Staff', read],
    ['PUT /v1/staff/scripts/{category}', 'Staff', ['staff:admin']],
    ['GET /v1/staff/on-call', 'Staff', read],
    ['GET /v1/staff/coverage', 'Staff', read],
    ['GET /v1/openapi.json', 'Staff', undefined],
    ['GET /v1/staff/calendars', 'Staff', read],
    ['POST /v1/staff/calendars/{tier}/renew', 'Staff', ['staff:admin']],
    ['GET /calendar/{token}', 'Staff', undefined],
    ['GET /p/{token}', 'Responder', undefined],
    ['POST /p/{token}/{action}', 'Responder', undefined],
    ['GET /q/{token}', 'Responder', undefined],
  ];
  const found = routes.map(({ key, calls, scopes }) => [key, calls, scopes]);
  assert.deepEqual(found.toSorted(byKey), expected.toSorted(byKey));
});

test('Every route under /v1 but the question script and the description asks for a scope, since an id token passes for an access token.', () => {
  const open = routes.filter(({ key, scopes }) => key.includes(' /v1/') && !scopes?.length);
  assert.deepEqual(open.map(({ key }) => key).toSorted(), [
    'GET /v1/intake',
    'GET /v1/openapi.json',
  ]);
});

test('Tokens are checked for the issuer and the audience of the stage.', () => {
  const [authorizer] = ofType('AWS::ApiGatewayV2::Authorizer');
  assert.equal(authorizer!.Properties.AuthorizerType, 'JWT');
  assert.deepEqual(authorizer!.Properties.JwtConfiguration, {
    Audience: ['siaga'],
    Issuer: 'https://issuer.example.com/',
  });
});

test('The access log has the route, never the path, whose token is a secret, nor an address.', () => {
  const fields = JSON.parse(stage!.Properties.AccessLogSettings.Format) as Record<string, string>;
  assert.equal(fields.route, '$context.routeKey');
  const secret = /path|sourceIp|identity|userAgent|authorizer\.claims|domain|resourcePath/i;
  assert.deepEqual(
    Object.values(fields).filter((variable) => secret.test(variable)),
    [],
  );
});

test('The access log is kept for three months.', () => {
  const [id] = stage!.Properties.AccessLogSettings.DestinationArn['Fn::GetAtt'];
  assert.equal(resource(id).Properties.RetentionInDays, 90);
});

test('The throttle lets a flood of 10,000 presses a minute through many times over.', () => {
  const { ThrottlingRateLimit, ThrottlingBurstLimit } = stage!.Properties.DefaultRouteSettings;
  assert.ok(ThrottlingRateLimit >= (10 * 10_000) / 60);
  assert.ok(ThrottlingBurstLimit >= 1_000);
});

test('A link in an SMS begins with the address of the API itself.', () => {
  const { Properties: pager } = named('AWS::Lambda::Function', 'Tier1/Pager');
  const [api] = ofType('AWS::ApiGatewayV2::Api');
  assert.deepEqual(pager.Environment.Variables.LINK_BASE_URL, {
    'Fn::GetAtt': [api!.id, 'ApiEndpoint'],
  });
});

function byKey([one]: unknown[], [other]: unknown[]): number {
  return String(one).localeCompare(String(other));
}
