import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LambdaContext, LambdaEvent } from 'hono/aws-lambda';
import { callerOf, holdsScope, subOf } from '../../lambdas/adapters/caller.ts';
import { serve } from '../../lambdas/adapters/serve.ts';
import { platformApp } from '../../lambdas/platform/app.ts';
import { answerPress } from '../../lambdas/press/app.ts';
import { reporterApp } from '../../lambdas/reporter/app.ts';
import { responderApp } from '../../lambdas/responder/app.ts';
import { staffApp } from '../../lambdas/staff/app.ts';
import { openGateway } from '../../local/gateway.ts';
import { openIssuer } from '../../local/issuer.ts';
import { readStack } from '../../local/stack.ts';
import { Template } from '../../local/template.ts';
import { guarded, type Guard } from './guard.ts';
import { bareAssembly } from '../support/bare-assembly.ts';
import { people } from './people.ts';
import { tokenMaker } from './tokens.ts';
import type { Answer, Request, World } from './world.ts';

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * The gateway with the template's routes and scopes, and behind it the functions' own apps in this
 * process, over ports in memory that behave as the real ones do.
 */
export async function openTown() {
  const dir = mkdtempSync(join(tmpdir(), 'siaga-fuzz-'));
  const stack = await stackIn(join(dir, 'cdk.out'));
  const server = createServer((request, response) => issuer.handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const keyFile = join(dir, 'issuer-key.json');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const issuer = await openIssuer(url, keyFile);
  const key = JSON.parse(readFileSync(keyFile, 'utf8'));
  const tokens = tokenMaker({ key, issuer: url, audience: stack.audience[0]! });

  let day: { guard: Guard; handlers: Handlers };
  let asking: Request;
  const gateway = openGateway(
    { ...stack, issuer: url },
    {
      async invoke(functionId, event) {
        const { name } = stack.functions.find((one) => one.id === functionId)!;
        const handler = day.handlers[name];
        if (handler === undefined) throw new Error(`${name} does not run here`);
        return handler(
          asking.ask.unescaped ? unescaped(event as LambdaEvent) : (event as LambdaEvent),
        );
      },
    },
  );

  return {
    routes: stack.routes,
    tokens,

    /** A town on a day of its own: nothing of another day is left in it. */
    newDay(): World {
      const { memory, ...known } = people();
      const guard = guarded(memory);
      day = { guard, handlers: handlersOf(guard) };
      return {
        ...known,
        writes: () => guard.writes,
        async answer(request) {
          asking = request;
          guard.fails = request.ask.fault;
          return ask(gateway, request);
        },
      };
    },

    close() {
      server.close();
      server.closeAllConnections();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Handlers = Record<string, (event: LambdaEvent) => Promise<unknown>>;

function handlersOf({ ports }: Guard): Handlers {
  const context = {} as LambdaContext;
  const served = (app: Parameters<typeof serve>[0]) => {
    const handler = serve(app);
    return (event: LambdaEvent) => handler(event, context);
  };
  return {
    press: (event) => answerPress(ports, event as unknown as Parameters<typeof answerPress>[1]),
    reporter: served(reporterApp(ports, callerOf)),
    platform: served(platformApp(ports)),
    responder: served(responderApp(ports)),
    staff: served(staffApp(ports, { subOf, holdsScope })),
  };
}

type Gateway = ReturnType<typeof openGateway>;

async function ask(
  gateway: Gateway,
  { method, path, query, headers, body }: Request,
): Promise<Answer> {
  const answer: Answer = { status: 200, headers: {}, text: '' };
  const reply = {
    code: (status: number) => ((answer.status = status), reply),
    type: (value: string) => reply.header('content-type', value),
    header: (name: string, value: unknown) => (
      (answer.headers[name.toLowerCase()] = String(value)),
      reply
    ),
    headers: (all: object) => (
      Object.entries(all).forEach(([name, value]) => reply.header(name, value)),
      reply
    ),
    send: (sent: string | Buffer) => ((answer.text = String(sent)), reply),
  };
  const request = {
    method,
    url: query === '' ? path : `${path}?${query}`,
    headers: { host: 'siaga.example', ...headers },
    body,
    ip: '127.0.0.1',
  };
  await gateway.handle(request as never, reply as never);
  return answer;
}

/** As a gateway would hand it over that takes a path's escapes away. */
function unescaped(event: LambdaEvent): LambdaEvent {
  const { rawPath } = event as { rawPath: string };
  try {
    return { ...event, rawPath: decodeURIComponent(rawPath) };
  } catch {
    return event;
  }
}

async function stackIn(outdir: string) {
  const { directory, template: file } = await bareAssembly(outdir);
  const template = new Template(file, {
    region: 'ap-southeast-3',
    apiUrl: 'https://siaga.example',
    queueUrl: (name) => `https://queues.example/${name}`,
  });
  return readStack(template, directory);
}
