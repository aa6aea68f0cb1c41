import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import dynalite from 'dynalite';
import { startLocal } from '../../local/start.ts';
import { make, seen, temporaryDir, writeAssembly } from './fixture.ts';

/** A DynamoDB of somebody else's, which notes who calls it. */
const callers = new Set<string>();
let engine: Server;
let door: Server;

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

before(async () => {
  engine = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  const behind = await portOf(engine);
  door = createServer(async (request, response) => {
    callers.add(/Credential=([^/]+)/.exec(request.headers.authorization ?? '')![1]!);
    const { host: _, connection: __, 'content-length': ___, ...headers } = request.headers;
    const answer = await fetch(`http://127.0.0.1:${behind}`, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: new Uint8Array(await buffer(request)),
    });
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${await portOf(door)}`;
});
after(() => {
  door.closeAllConnections();
  door.close();
  engine.close();
});

test('another engine is reached by all under one key, since DynamoDB Local parts them by it', async () => {
  const options = { assembly: writeAssembly(), dataDir: temporaryDir(), demoTeams: false };
  const local = await startLocal(options);
  assert.equal((await make(local, 'put', { name: 'elsewhere' })).ok, true);
  assert.deepEqual(await seen(local), ['elsewhere']);
  assert.equal(callers.size, 1, [...callers].join(', '));
  await local.close();

  const elsewhere = { ...options, dataDir: temporaryDir() };
  const same = await startLocal(elsewhere);
  assert.deepEqual(await seen(same), ['elsewhere'], 'the engine keeps the table');
  await same.close();
  const fresh = await startLocal({ ...elsewhere, fresh: true });
  assert.deepEqual(await seen(fresh), [], '--fresh empties it there too');
  await fresh.close();
});
