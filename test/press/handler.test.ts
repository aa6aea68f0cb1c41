import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type {
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyStructuredResultV2,
} from 'aws-lambda';
import { alertStore } from '../../lambdas/adapters/alert-store.ts';
import type { Hint } from '../../lambdas/domain/escalation.ts';
import { type Cloud, openCloud } from '../support/engines.ts';
import { printed } from '../support/printed.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

let cloud: Cloud;
let url: string;
let handler: (event: Event) => Promise<APIGatewayProxyStructuredResultV2>;
before(async () => {
  cloud = await openCloud();
  const environment = cloud.environment('press');
  url = environment.QUEUE_URL_1!;
  Object.assign(process.env, environment);
  ({ handler } = await import('../../lambdas/press/handler.ts'));
});
after(() => cloud?.close());
afterEach(() => cloud.faults.clear());

let requests = 0;
/** A press as API Gateway hands it over, and its answer. */
async function press(body: unknown, sub = 'rider-1') {
  requests += 1;
  const event = {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBase64Encoded: false,
    requestContext: {
      requestId: `request-${requests}`,
      authorizer: { jwt: { claims: { sub }, scopes: ['alerts:write'] } },
    },
  } as unknown as Event;
  let answer: APIGatewayProxyStructuredResultV2 | undefined;
  const log = await printed(async () => {
    answer = await handler(event);
  });
  const { statusCode: status, headers, body: text } = answer!;
  return { status, headers, log, body: JSON.parse(text!) };
}

const of = (tripId: string, pressId = 'p') => ({ pressId, service: 'GoRide', tripId });
const load = (alertId: string) => alertStore(cloud.owner, cloud.table).load(alertId);
const held = async () => (await cloud.receive(url)).map((one) => JSON.parse(one.Body!) as Hint);
const hints = async () =>
  (await cloud.receive(url)).map((one) => (JSON.parse(one.Body!) as { alertId: string }).alertId);

test('a press is stored, sent for and answered, in two calls', async () => {
  cloud.calls();
  const { status, headers, body } = await press(of('trip-1'));
  assert.deepEqual([status, body.tier, body.status, body.presses], [202, 1, 'open', 1]);
  assert.equal(headers?.['cache-control'], 'no-store');
  assert.ok(body.emergencyNumbers.length > 1);
  assert.deepEqual(cloud.calls(), ['dynamodb PutItem', 'sqs SendMessage']);
  assert.equal((await load(body.alertId))?.reporterId, 'rider-1');
  assert.deepEqual(await hints(), [body.alertId]);
});

test('the same press again is answered the same and changes nothing', async () => {
  const first = await press(of('trip-again'));
  const stored = await load(first.body.alertId);
  assert.deepEqual((await press(of('trip-again'))).body, first.body);
  assert.deepEqual(await load(first.body.alertId), stored);
});

test('of twenty at once, ten presses of two taps each, one alert counts ten', async () => {
  const taps = Array.from({ length: 20 }, (_, index) => press(of('trip-many', `p${index % 10}`)));
  const answers = await Promise.all(taps);
  assert.deepEqual(new Set(answers.map((one) => one.status)), new Set([202]));
  const ids = new Set(answers.map((one) => one.body.alertId as string));
  assert.equal(ids.size, 1);
  assert.equal((await load([...ids][0]!))?.pressCount, 10);
  await hints();
});

test('a press whose answer was lost on the way to the table is sent for all the same', async () => {
  cloud.arm({ service: 'dynamodb', action: 'PutItem', mode: 'after', times: 1 });
  const { status, body } = await press(of('trip-lost'));
  assert.equal(status, 202);
  assert.deepEqual(await hints(), [body.alertId], 'nobody waits for the sweeper');
});

test('a press while the queue is out is taken, and the pager called past it', async () => {
  cloud.arm({ service: 'sqs', mode: 'before' });
  const { status, body, log } = await press(of('trip-queue-passed'));
  assert.equal(status, 202);
  assert.ok(log.includes('queue out') && !log.includes('left to the sweeper'));
  const [ran] = cloud.ran();
  assert.deepEqual([ran?.function, ran?.tier], ['pager', '1']);
  assert.ok(JSON.stringify(ran?.event).includes(body.alertId));
});

test('a press while neither takes a message is taken: the sweeper has it', async () => {
  cloud.arm({ service: 'sqs', mode: 'before' }, { service: 'lambda', mode: 'before' });
  const { status, body, log } = await press(of('trip-queue-out'));
  assert.equal(status, 202);
  const stored = await load(body.alertId);
  assert.ok(stored!.dueAt! <= Date.now());
  assert.ok(log.includes('left to the sweeper') && log.includes(body.alertId));
});

test('while the table is out a press with wishes is taken: the queue has alert and wishes apart', async () => {
  cloud.arm({ service: 'dynamodb', mode: 'before' });
  cloud.calls();
  const contact = { channel: 'chat', safeWord: 'melati \uFFFF' };
  const { status, body } = await press({ ...of('trip-wishes'), contact });
  assert.equal(status, 202);
  const sends = cloud.calls().filter((one) => one.startsWith('sqs'));
  const [carried] = await held();
  assert.equal(carried?.alert?.alertId, body.alertId);
  assert.equal(carried?.said, undefined);
  // The wishes are not due yet.
  assert.deepEqual(sends, ['sqs SendMessage', 'sqs SendMessage']);
});

test('while the table takes alerts and no wishes, the queue has the wishes or the app tries again', async () => {
  const wishing = { ...of('trip-no-words'), contact: { channel: 'chat' } };
  const { body } = await press(of('trip-no-words'));
  await hints();
  cloud.arm(
    { service: 'dynamodb', action: 'PutItem', mode: 'before' },
    { service: 'sqs', mode: 'before' },
  );
  assert.equal((await press(wishing)).status, 503);
  cloud.faults.clear();
  const again = await press(wishing);
  assert.deepEqual([again.status, again.body], [202, body]);
});

test('a press that neither table nor queue took at first is tried once more before it is turned away', async () => {
  cloud.arm(
    { service: 'dynamodb', action: 'PutItem', mode: 'before', times: 2 },
    { service: 'sqs', mode: 'before', times: 2 },
  );
  const { status, body } = await press(of('trip-second-round'));
  assert.equal(status, 202);
  assert.equal((await load(body.alertId))?.pressCount, 1);
});

test('whatever goes wrong, the answer has the emergency numbers and the log has no person', async () => {
  const secrets = { tripId: 'trip-secret', contact: { phone: '+628111000777', name: 'Melati' } };
  const location = { lat: -6.17511, lng: 106.86504 };
  const whole = { pressId: 'p', service: 'GoRide', ...secrets, location };
  cloud.arm({ service: 'dynamodb', mode: 'before' }, { service: 'sqs', mode: 'before' });
  const answers = [
    await press(whole, 'rider-secret'),
    await press(`${JSON.stringify(whole)}}`, 'rider-secret'),
    await press({ ...whole, location: { lat: 91, lng: 0 } }, 'rider-secret'),
    await press({ ...whole, details: 'x'.repeat(16_384) }, 'rider-secret'),
  ];
  for (const { status, body, log } of answers) {
    assert.ok(status! >= 202 && body.emergencyNumbers.length > 1);
    for (const secret of ['trip-secret', '628111', 'Melati', '6.175', '106.86', 'rider-secret']) {
      assert.ok(!log.includes(secret), secret);
    }
  }
});
