import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/**
 * Runs in a fresh process: loads the bundle named on the command line as Lambda's runtime does, hands
 * it a first press, and prints how long both took in ms. Plain JavaScript, since the stripping of types takes memory and
 * threads that Lambda does not have to share.
 */
const body = JSON.stringify({
  pressId: 'p1',
  service: 'GoRide',
  tripId: 'trip-1',
  role: 'rider',
  location: { lat: -6.175392, lng: 106.827153, accuracy: 8 },
  locale: 'id',
});
const event = {
  version: '2.0',
  routeKey: 'POST /v1/alerts',
  rawPath: '/v1/alerts',
  headers: { 'content-type': 'application/json' },
  requestContext: {
    requestId: 'request-1',
    authorizer: { jwt: { claims: { sub: 'rider-1' }, scopes: ['alerts:write'] } },
  },
  body,
  isBase64Encoded: false,
};

const [, , file] = process.argv;
const require = createRequire(import.meta.url);
const { href } = pathToFileURL(file);

const began = performance.now();
const { handler } = file.endsWith('.mjs') ? await import(href) : require(file);
const imported = performance.now();
const answer = await handler(event);
const answered = performance.now();

if (answer.statusCode !== 202) throw new Error(`the press was answered ${answer.statusCode}`);
process.stdout.write(JSON.stringify({ imported: imported - began, all: answered - began }));
// Connections are kept alive, and Lambda would freeze them.
process.exit();
