import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig } from '../../lambdas/adapters/clients.ts';

test(
  'a call that hangs fails long before its function would, so that what follows it is done',
  { timeout: 10_000 },
  async (t) => {
    const server = createServer(() => {});
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = new SQSClient({
      ...clientConfig,
      maxAttempts: 1,
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'ap-southeast-3',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    t.after(() => {
      client.destroy();
      server.closeAllConnections();
      server.close();
    });
    const began = performance.now();
    const sending = client.send(new SendMessageCommand({ QueueUrl: 'q', MessageBody: 'x' }));
    await assert.rejects(sending, { name: 'TimeoutError' });
    const tryTakes = performance.now() - began;
    // A press makes two calls of AWS one after the other, and its function has 15 s.
    assert.ok(2 * clientConfig.maxAttempts * tryTakes < 14_000, `${tryTakes} ms a try`);
  },
);
