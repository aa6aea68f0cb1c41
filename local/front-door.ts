import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { type AwsCall, readCall, readCredential } from './aws-call.ts';
import { anyCredentials, type Engines } from './engines.ts';
import type { Faults } from './faults.ts';
import { Grants } from './grants.ts';
import { isAllowed } from './permissions.ts';
import type { Phones } from './phones.ts';
import { publishSms } from './sms.ts';
import type { LocalFunction } from './stack.ts';
import { TopicLog } from './topic-log.ts';
import { type Answer, lambdaTook, refusal } from './wire.ts';

export interface FrontDoor {
  url: string;
  /** Calls by functions since the last reset. */
  calls(): { function: string; service: string; action: string; count: number }[];
  resetCalls(): void;
  topics: TopicLog;
  /** What the calls needed of their functions' roles. */
  grants: Grants;
  close(): Promise<void>;
}

export interface FrontDoorOptions {
  region: string;
  engines: Pick<Engines, 'dynamodb' | 'messaging'>;
  phones: Phones;
  faults: Faults;
  /** The function that an access key id was given to. */
  callerOf(accessKeyId: string): LocalFunction | undefined;
  /** Runs a function, by its name in AWS, for nobody who would wait for it. */
  run(functionId: string, event: unknown): void;
  /** Ends the worker of a function in the middle of its call. */
  crash(fn: LocalFunction): void;
}

/** No answer: the caller waits until its own time-out, or for ever. */
const silence = Symbol('silence');

/**
 * Every AWS call of a function goes through here. The front door knows by the credentials who
 * calls, counts the call, checks it against the role in the template, injects faults, and hands it
 * on to the engine. SMS go no further: they arrive at the local phones.
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const counts = new Map<string, number>();
  const topics = new TopicLog();
  const grants = new Grants();
  /** What the engines have not answered yet: they cannot be closed before. */
  const underWay = new Set<Promise<void>>();
  const answerTo = async (incoming: IncomingMessage, response: ServerResponse) => {
    const answer = await serve({ ...options, topics, grants }, agent, counts, incoming);
    if (answer === silence) return;
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  };
  const server = createServer((incoming, response) => {
    const answered = answerTo(incoming, response).catch((error: unknown) => {
      process.stderr.write(`front door: ${String(error)}\n`);
      response.destroy();
    });
    underWay.add(answered);
    void answered.finally(() => underWay.delete(answered));
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: () =>
      [...counts].map(([key, count]) => {
        const [fn = '', service = '', action = ''] = key.split(' ');
        return { function: fn, service, action, count };
      }),
    resetCalls: () => counts.clear(),
    topics,
    grants,
    async close() {
      await Promise.race([Promise.all(underWay), pause(5_000, undefined, { ref: false })]);
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

async function serve(
  options: FrontDoorOptions & { topics: TopicLog; grants: Grants },
  agent: Agent,
  counts: Map<string, number>,
  incoming: IncomingMessage,
): Promise<Answer | typeof silence> {
  const body = await buffer(incoming);
  const call = readCall(options.region, incoming, body);
  const fn = options.callerOf(readCredential(incoming).key ?? '');
  if (call === undefined || fn === undefined) {
    const message = 'No function of the stack has these credentials, or the service is not run.';
    return refusal(call?.service ?? 'dynamodb', 'unknown', message);
  }
  const { service, action } = call;
  const key = `${fn.name} ${service} ${action}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);

  const needs = call.resources.map((resource) => ({
    action: `${service}:${action}`,
    resource,
    keys: call.leadingKeys,
  }));
  for (const need of needs) {
    const { resource } = need;
    options.grants.note(fn, need);
    if (await isAllowed(fn, `${service}:${action}`, resource, call.leadingKeys)) continue;
    const message = `${fn.name} is not authorized to perform: ${service}:${action} on resource: ${resource}`;
    process.stderr.write(`denied: ${message}\n`);
    return refusal(service, 'denied', message);
  }

  const { region } = call;
  const struck = { function: fn.name, service, action, region, body };
  const mode = options.faults.strike(struck, Date.now());
  for (const need of needs) options.grants.note(fn, need, mode);
  switch (mode) {
    case 'before':
      return refusal(service, 'broken', 'An injected fault, before the effect.');
    case 'throttle':
      return refusal(service, 'throttled', 'Rate exceeded');
    case 'timeout':
      return silence;
    case 'crash':
      options.crash(fn);
      return silence;
    case 'after':
      await perform(options, agent, incoming, call);
      return refusal(service, 'broken', 'An injected fault, after the effect.');
    case undefined:
      return perform(options, agent, incoming, call);
  }
}

/**
 * DynamoDB Local keeps a database for every access key unless it is told otherwise, and each
 * function has a key of its own: all of them have to reach the tables that the stack has made.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.UsageNotes.html
 */
function asEngineOwner(authorization = ''): string {
  return authorization.replace(/Credential=[^/]+/, `Credential=${anyCredentials.accessKeyId}`);
}

/** Of one connection alone, so not for the next. */
const hopByHop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

async function perform(
  { engines, phones, topics, run }: FrontDoorOptions & { topics: TopicLog },
  agent: Agent,
  incoming: IncomingMessage,
  call: AwsCall,
): Promise<Answer> {
  if (call.phone !== undefined) return publishSms(phones, call.phone, call.form!);
  if (call.runs !== undefined) {
    run(call.runs, JSON.parse(call.body.toString()));
    return lambdaTook();
  }
  const engine = call.service === 'dynamodb' ? engines.dynamodb : engines.messaging;
  const { host: _, connection: __, ...headers } = incoming.headers;
  headers.authorization = asEngineOwner(headers.authorization);
  const outgoing = request(engine, { agent, method: 'POST', headers });
  outgoing.end(call.body);
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
  const topicArn = call.form?.get('TopicArn');
  if (call.action === 'Publish' && topicArn && answer.statusCode === 200) {
    const message = call.form!.get('Message') ?? '';
    topics.add({ topicArn, at: new Date().toISOString(), message });
  }
  const kept = Object.entries(answer.headers).filter(([name]) => !hopByHop.has(name));
  return {
    status: answer.statusCode!,
    headers: Object.fromEntries(kept) as Record<string, string>,
    body: await buffer(answer),
  };
}
