import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Gateway } from './gateway.ts';
import type { Issuer } from './issuer.ts';

export interface Listening {
  url: string;
  /** Says who answers; requests that came before wait for it. */
  answerWith(listener: RequestListener): void;
  close(): Promise<void>;
}

/**
 * Takes the port before anything else, since the template wants to know the API's address. It
 * listens to this machine alone, under both addresses that `localhost` may mean: whoever reaches
 * it gets any token that they ask for.
 */
export async function listen(port: number): Promise<Listening> {
  const answering = Promise.withResolvers<RequestListener>();
  const serve = () =>
    createServer((request, response) => {
      void answering.promise.then((listener) => listener(request, response));
    });
  const first = await bind(serve(), port, '127.0.0.1');
  const taken = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    servers.push(await bind(serve(), taken, '::1'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine may be without IPv6. A port that is free on one address alone is another's.
    if (code !== 'EADDRNOTAVAIL' && code !== 'EAFNOSUPPORT') {
      await closed(first);
      if (port === 0) return listen(0);
      throw error;
    }
  }
  return {
    url: `http://localhost:${taken}`,
    answerWith: answering.resolve,
    close: async () => {
      await Promise.all(servers.map(closed));
    },
  };
}

async function bind(server: Server, port: number, host: string): Promise<Server> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is in use; set PORT to another one`, { cause: error });
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** API Gateway takes bodies of up to 10 MB. */
const bodyLimit = 10 * 1024 * 1024;

/** The app that the API, the issuer and the local routes are put into. */
export function createHttpApp(of: {
  issuerPath: string;
  issuer: Issuer;
  gateway: Gateway;
}): FastifyInstance {
  const app = fastify({
    bodyLimit,
    frameworkErrors: (_, __, reply: FastifyReply) =>
      reply.code(400).send({ message: 'Bad Request' }),
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.setErrorHandler((error: Error & { statusCode?: number }, _, reply) => {
    const status = error.statusCode ?? 500;
    const message = status === 413 ? 'Request Entity Too Large' : 'Internal Server Error';
    if (status >= 500) process.stderr.write(`local stack: ${String(error)}\n`);
    return reply.code(status).send({ message });
  });
  app.all(`${of.issuerPath}/*`, (request, reply) => {
    reply.hijack();
    request.raw.url = request.url.slice(of.issuerPath.length);
    of.issuer.handler(request.raw, reply.raw);
  });
  app.all('/*', (request, reply) => of.gateway.handle(request, reply));
  return app;
}
