import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { generateKeyPair, importJWK, SignJWT } from 'jose';
import type { Local } from '../../local/start.ts';
import { make, startFixture } from './fixture.ts';

/** As much of an event as the tests look at; the function `front` answers with what it gets. */
interface Echo {
  version: string;
  routeKey: string;
  rawPath: string;
  rawQueryString: string;
  queryStringParameters: object;
  pathParameters: object;
  cookies: string[];
  headers: Record<string, string>;
  body: string;
  isBase64Encoded: boolean;
  requestContext: {
    requestId: string;
    http: { method: string };
    authorizer?: { jwt: { claims: Record<string, string>; scopes: string[] } };
  };
}

let local: Local;
before(async () => void (local = await startFixture()));
after(() => local?.close());

const now = () => Math.floor(Date.now() / 1000);

/** A token signed with the issuer's own key, good but for what is changed. */
async function token(claims: Record<string, unknown> = {}, header: object = {}): Promise<string> {
  const jwk = JSON.parse(readFileSync(join(local.dataDir, 'issuer-key.json'), 'utf8'));
  const issuer = `${local.url}/_local/issuer`;
  const all = { iss: issuer, aud: 'fixture', exp: now() + 60, sub: 'a', scope: 'read', ...claims };
  return new SignJWT(JSON.parse(JSON.stringify(all)))
    .setProtectedHeader({ alg: 'RS256', kid: jwk.kid, ...header })
    .sign(await importJWK(jwk, 'RS256'));
}

async function ask(authorization?: string) {
  const headers = authorization === undefined ? undefined : { authorization };
  const response = await fetch(`${local.url}/guarded`, { headers });
  return { status: response.status, body: (await response.json()) as Echo };
}

const accepted: [what: string, claims: Record<string, unknown>][] = [
  ['as it is issued', {}],
  ['with one of several scopes', { scope: 'other admin' }],
  ['with its scopes in scp, as a list', { scope: undefined, scp: ['other', 'read'] }],
  ['with several audiences', { aud: ['other', 'fixture'] }],
  ['with a client_id in place of an audience', { aud: undefined, client_id: 'fixture' }],
];
for (const [what, claims] of accepted) {
  test(`a token ${what} is let in`, async () => {
    assert.equal((await ask(`Bearer ${await token(claims)}`)).status, 200);
  });
}

const refused: [what: string, claims: Record<string, unknown>][] = [
  ['that has expired', { exp: now() - 1 }],
  ['without an end', { exp: undefined }],
  ['that is not valid yet', { nbf: now() + 60 }],
  ['issued in the future', { iat: now() + 60 }],
  ['of another issuer', { iss: 'https://elsewhere/' }],
  ['for another audience', { aud: 'other' }],
  ['for another audience, whatever its client_id', { aud: 'other', client_id: 'fixture' }],
  ['for nobody', { aud: undefined }],
];
for (const [what, claims] of refused) {
  test(`a token ${what} is 401`, async () => {
    assert.deepEqual(await ask(`Bearer ${await token(claims)}`), {
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });
}

test('no token, a broken one, one without a key id and one of another key are 401', async () => {
  const { privateKey } = await generateKeyPair('RS256');
  const good = await token();
  const { kid } = JSON.parse(Buffer.from(good.split('.')[0]!, 'base64url').toString());
  const foreign = await new SignJWT({ scope: 'read', aud: 'fixture', exp: now() + 60 })
    .setProtectedHeader({ alg: 'RS256', kid })
    .setIssuer(`${local.url}/_local/issuer`)
    .sign(privateKey);
  const [head, body] = good.split('.');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
  const all = ['Bearer', 'Bearer x.y.z', `Bearer ${head}.${body}.AAAA`, `Bearer ${unsigned}`];
  for (const bad of [undefined, ...all, `Bearer ${foreign}`]) {
    assert.equal((await ask(bad)).status, 401, String(bad));
  }
  assert.equal((await ask(`Bearer ${await token({}, { kid: undefined })}`)).status, 401);
});

test('a good token without a scope of the route is 403', async () => {
  for (const scope of [undefined, 'other', 'reader']) {
    assert.deepEqual(await ask(`Bearer ${await token({ scope })}`), {
      status: 403,
      body: { message: 'Forbidden' },
    });
  }
});

test('the token route gives a token that the API takes, of 12 hours', async () => {
  const response = await fetch(`${local.url}/_local/token`, {
    method: 'POST',
    body: JSON.stringify({ sub: 'rider-1', scope: 'read' }),
  });
  const { access_token: issued } = (await response.json()) as { access_token: string };
  const { status, body } = await ask(`Bearer ${issued}`);
  assert.equal(status, 200);
  const { jwt } = body.requestContext.authorizer!;
  assert.equal(jwt.claims.sub, 'rider-1');
  assert.equal(jwt.claims.aud, 'fixture');
  assert.equal(typeof jwt.claims.exp, 'string', 'claims are strings');
  assert.ok(Math.abs(Number(jwt.claims.exp) - now() - 43_200) < 10);
  assert.deepEqual(jwt.scopes, ['read', 'admin']);
});

test('a token that is asked for wrongly is 400 with the field', async () => {
  for (const [body, field] of [
    ['{"scope":"read"}', 'sub'],
    ['{"sub":"a"}', 'scope'],
    ['{"sub":"","scope":"a"}', 'sub'],
    ['[]', 'sub'],
    ['not json', 'sub'],
  ] as const) {
    const response = await fetch(`${local.url}/_local/token`, { method: 'POST', body });
    const problem = (await response.json()) as { errors: { field: string }[] };
    assert.equal(response.status, 400, body);
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(problem.errors[0]!.field, field);
  }
});

test('the event is of payload format 2.0', async () => {
  const response = await fetch(`${local.url}/echo/%2B62%20x?b=1&a=2&a=3`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Mixed': 'Case', cookie: 'c=1; d=2' },
    body: '{"é":1}',
  });
  assert.equal(response.headers.get('content-type'), 'application/json');
  assert.deepEqual(response.headers.getSetCookie(), ['a=1', 'b=2']);
  const event = (await response.json()) as Echo;
  assert.equal(event.version, '2.0');
  assert.equal(event.routeKey, 'POST /echo/{id}');
  assert.equal(event.rawPath, '/echo/%2B62%20x');
  assert.equal(event.rawQueryString, 'b=1&a=2&a=3');
  assert.deepEqual(event.queryStringParameters, { b: '1', a: '2,3' });
  assert.deepEqual(event.pathParameters, { id: '+62 x' });
  assert.deepEqual(event.cookies, ['c=1', 'd=2']);
  assert.equal(event.headers['x-mixed'], 'Case');
  assert.equal(event.requestContext.http.method, 'POST');
  assert.match(event.requestContext.requestId, /^[0-9a-f-]{36}$/);
  assert.equal(event.requestContext.authorizer, undefined);
  assert.deepEqual([event.body, event.isBase64Encoded], ['{"é":1}', false]);
});

test('a form and bytes come in base64, as they do in AWS', async () => {
  for (const type of ['application/x-www-form-urlencoded', 'application/octet-stream']) {
    const response = await fetch(`${local.url}/echo/1`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: 'a=1&b=ÿ',
    });
    const event = (await response.json()) as { body: string; isBase64Encoded: boolean };
    assert.equal(event.isBase64Encoded, true, type);
    assert.equal(Buffer.from(event.body, 'base64').toString(), 'a=1&b=ÿ');
  }
});

test('an unknown path, or a known one by another method, is 404', async () => {
  for (const [method, path] of [
    ['GET', '/nothing'],
    ['DELETE', '/guarded'],
    ['GET', '/_local/nothing'],
    ['GET', '/_local/demo/..%2Fmain.ts'],
  ] as const) {
    const response = await fetch(local.url + path, { method });
    assert.deepEqual([response.status, await response.json()], [404, { message: 'Not Found' }]);
  }
});

test('a function that throws, or ends itself, is 500, and the next call is served', async () => {
  for (const what of ['throw', 'exit']) {
    const began = performance.now();
    const answer = await make(local, what);
    assert.deepEqual(answer, { status: 500, message: 'Internal Server Error' }, what);
    assert.ok(performance.now() - began < 1_500, 'at once, not at its time-out of 2 s');
    assert.equal((await make(local, 'put', { name: what })).ok, true);
  }
});

test('a function that takes longer than its time-out is ended, and the next call is served', async () => {
  const began = performance.now();
  assert.equal((await make(local, 'hang')).status, 500);
  const took = performance.now() - began;
  assert.ok(took > 1_900 && took < 4_000, `ended after ${took} ms, its time-out is 2 s`);
  assert.equal((await make(local, 'put', { name: 'after' })).ok, true);
});

test('a body over 10 MB is 413', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': 11 * 1024 * 1024 };
    const sending = request(`${local.url}/echo/1`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      sending.destroy();
    });
    sending.on('error', reject);
    sending.flushHeaders();
  });
  assert.equal(status, 413);
});

test('both meanings of localhost answer, and no other address does', async () => {
  const { port } = new URL(local.url);
  assert.equal((await fetch(`http://127.0.0.1:${port}/_local/calls`)).status, 200);
  const { networkInterfaces } = await import('node:os');
  const outer = Object.values(networkInterfaces())
    .flat()
    .find((one) => one?.internal === false && one.family === 'IPv4');
  if (outer) await assert.rejects(fetch(`http://${outer.address}:${port}/_local/calls`));
});
