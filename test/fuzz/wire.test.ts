import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent, request as send } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Route } from '../../local/api-routes.ts';
import { describedRoutes } from '../../lambdas/openapi/all.ts';
import { City, linkOf } from '../support/city.ts';
import { campaign } from './campaign.ts';
import { tokenMaker } from './tokens.ts';
import type { Answer, Request, World } from './world.ts';

let city: City;
const agent = new Agent({ keepAlive: true });
before(async () => {
  city = await City.open();
});
after(async () => {
  agent.destroy();
  await city?.close();
});

test('400 requests over the wire to the running stack are each answered as described', async () => {
  const { url, dataDir } = city.local;
  const key = JSON.parse(readFileSync(join(dataDir, 'issuer-key.json'), 'utf8'));
  const tokens = tokenMaker({ key, issuer: `${url}/_local/issuer`, audience: 'siaga' });
  const world = await people();
  const asked = { tokens, routes, newDay: () => world };
  const { statuses } = await campaign(asked, { requests: 400, seed: Date.now() % 2 ** 31 });
  for (const status of [202, 400, 401, 404])
    assert.ok((statuses.get(status) ?? 0) > 0, `${status}`);
});

const routes: Route[] = describedRoutes.map(({ route, access }) => ({
  key: route,
  functionId: '',
  scopes: typeof access === 'string' ? undefined : [...access],
  timeoutMs: 0,
}));

/** Three people press, and each primary of the tier gets a link. */
async function people(): Promise<World> {
  const alerts = await Promise.all(
    ['rider-1', 'rider-2', 'driver-1'].map(async (owner) => {
      const body = { pressId: 'p', service: 'GoRide', tripId: `trip-${owner}` };
      const { alertId } = await city.press(owner, body);
      return { alertId, owner };
    }),
  );
  const phones = (await (await fetch(`${city.local.url}/_local/phones`)).json()) as {
    phone: string;
    name: string;
  }[];
  const primary = phones.find(({ name }) => name !== null)!.phone;
  await city.sms(primary, 1);
  const texts = await city.inbox(primary);
  const { team } = (await (await city.staff('GET', '/calendars?tier=1')).json()) as {
    team: { url: string };
  };
  const calendars = [team.url.split('/').at(-1)!];
  const links = texts.map((sms) => ({ token: linkOf(sms).split('/')[2]!, mayOpen: true }));
  return { alerts, links, calendars, answer: overTheWire, asItIs: true };
}

function overTheWire({ method, path, query, headers, body }: Request): Promise<Answer> {
  const address = new URL(city.local.url);
  return new Promise((resolve, reject) => {
    const sent = send(
      {
        host: '127.0.0.1',
        port: address.port,
        method,
        path: query === '' ? path : `${path}?${query}`,
        headers: {
          ...headers,
          // Fastify stands in for the gateway here, and takes no such type.
          ...(headers['content-type'] === ';;;' && { 'content-type': 'text/plain' }),
          ...(body !== undefined && { 'content-length': body.length }),
        },
        agent,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: Object.fromEntries(
              Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
            ),
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
