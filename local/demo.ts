import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';

const types: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'demo.js': 'text/javascript; charset=utf-8',
  'demo.css': 'text/css; charset=utf-8',
};

/** The demo: a rider's phone, the responders' phones, and what happens between them. */
export function addDemo(app: FastifyInstance): void {
  const serve = (path: string, file: string) =>
    app.get(path, (_, reply) =>
      reply
        .type(types[file]!)
        .header('cache-control', 'no-cache')
        .send(readFileSync(new URL(`demo/${file}`, import.meta.url))),
    );
  serve('/', 'index.html');
  serve('/_local/demo/demo.js', 'demo.js');
  serve('/_local/demo/demo.css', 'demo.css');
}
