import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { defaultPolicies } from '../lambdas/domain/policy.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The demo: a rider's phone, the responders' phones, and what happens between them. */
export function addDemo(app: FastifyInstance): void {
  app.get('/', (_, reply) => send(reply, 'index.html'));
  app.get('/_local/demo/policies.json', () => defaultPolicies);
  app.get<{ Params: { file: string } }>('/_local/demo/:file', (request, reply) =>
    send(reply, request.params.file),
  );
}

/** One folder without folders in it, so a name with a path in it is none of its files. */
function send(reply: FastifyReply, file: string): FastifyReply {
  const type = types[extname(file)];
  try {
    if (type === undefined || !/^[\w-][\w.-]*$/.test(file)) throw new Error('not a file of ours');
    const bytes = readFileSync(new URL(`demo/${file}`, import.meta.url));
    return reply.type(type).header('cache-control', 'no-cache').send(bytes);
  } catch {
    return reply.code(404).send({ message: 'Not Found' });
  }
}
