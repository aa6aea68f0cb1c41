import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/**
 * Runs in a process of its own: answers whatever DynamoDB or SQS is asked at once, with success, and
 * tells its parent where it listens.
 */
const server = createServer(async (request, response) => {
  const asked = (await json(request)) as { MessageBody?: string };
  const message = asked.MessageBody ?? '';
  // The SQS client compares the digest with what it sent.
  const MD5OfMessageBody = createHash('md5').update(message).digest('hex');
  const [, version] = String(request.headers['content-type']).split('json-');
  response.setHeader('content-type', `application/x-amz-json-${version}`);
  response.end(JSON.stringify(message === '' ? {} : { MessageId: 'm', MD5OfMessageBody }));
});
server.listen(0, '127.0.0.1', () => {
  process.send!(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('disconnect', () => process.exit());
