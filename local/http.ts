import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import type { Gateway } from './gateway.ts';
import type { Issuer } from './issuer.ts';

export interface Listening {
  url: string;
  /** Says who answers; requests that came before wait for it. */
  answerWith(listener: RequestListener): void;
  close(): Promise<void>;
}

/** Takes the port before anything else, since the template wants to know the API's address. */
export async function listen(port: number): Promise<Listening> {
  const answering = Promise.withResolvers<RequestListener>();
  const server = createServer((request, response) => {
    void answering.promise.then((listener) => listener(request, response));
  });
  server.listen(port);
  try {
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is in use; set PORT to another one`);
  }
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    answerWith: answering.resolve,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** API Gateway takes bodies of up to 10 MB. */
const bodyLimit = 10 * 1024 * 1024;

/** The app that the API, the issuer and the local routes are put into. */
export function createHttpApp(of: {
  issuerPath: string;
  issuer: Issuer;
  gateway: Gateway;
}): FastifyInstance {
  const app = fastify({ bodyLimit });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.all(`${of.issuerPath}/*`, (request, reply) => {
    reply.hijack();
    request.raw.url = request.url.slice(of.issuerPath.length);
    of.issuer.handler(request.raw, reply.raw);
  });
  app.all('/*', (request, reply) => of.gateway.handle(request, reply));
  return app;
}
