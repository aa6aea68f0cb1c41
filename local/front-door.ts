import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Engines } from './engines.ts';
import type { Faults } from './faults.ts';
import { anyPhone, isAllowed } from './permissions.ts';
import type { Phones } from './phones.ts';
import type { LocalFunction } from './stack.ts';
import { account } from './template.ts';
import { refusal, type Service } from './wire.ts';

export interface FrontDoor {
  url: string;
  /** Calls by functions since the last reset. */
  calls(): { function: string; service: string; action: string; count: number }[];
  resetCalls(): void;
  close(): Promise<void>;
}

export interface FrontDoorOptions {
  region: string;
  engines: Engines;
  phones: Phones;
  faults: Faults;
  /** The function that an access key id was given to. */
  callerOf(accessKeyId: string): LocalFunction | undefined;
  /** Ends the worker of a function in the middle of its call. */
  crash(fn: LocalFunction): void;
}

/** One call of AWS's API, as it stands on the wire. */
interface AwsCall {
  service: Service;
  action: string;
  /** ARN, or `phone`. */
  resource: string;
  phone?: string;
  body: Buffer;
  form?: URLSearchParams;
}

/**
 * Every AWS call of a function goes through here. The front door knows by the credentials who
 * calls, counts the call, checks it against the role in the template, injects faults, and hands it
 * on to the engine. SMS go no further: they arrive at the local phones.
 */
export async function openFrontDoor(options: FrontDoorOptions): Promise<FrontDoor> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const counts = new Map<string, number>();
  const server = createServer((incoming, response) => {
    serve(options, agent, counts, incoming, response).catch((error: unknown) => {
      process.stderr.write(`front door: ${String(error)}\n`);
      response.destroy();
    });
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
    close: () => {
      agent.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function serve(
  options: FrontDoorOptions,
  agent: Agent,
  counts: Map<string, number>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await buffer(incoming);
  const credential = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\//.exec(
    incoming.headers.authorization ?? '',
  );
  const call = readCall(options.region, incoming, credential?.[2], body);
  const fn = options.callerOf(credential?.[1] ?? '');
  if (call === undefined || fn === undefined) {
    refusal(response, call?.service ?? 'dynamodb', 403, 'UnrecognizedClientException');
    return;
  }

  const { service, action } = call;
  const key = `${fn.name} ${service} ${action}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
  if (!(await isAllowed(fn, `${service}:${action}`, call.resource))) {
    process.stderr.write(`denied: ${fn.name} may not ${service}:${action} on ${call.resource}\n`);
    return refusal(response, service, 403, 'AccessDeniedException');
  }

  switch (options.faults.strike({ function: fn.name, service, action })) {
    case 'before':
      return refusal(response, service, 500, 'InternalServerError');
    case 'throttle':
      return refusal(response, service, 400, 'ThrottlingException');
    case 'timeout':
      // Never answered: the caller's own time-out closes the connection.
      return;
    case 'crash':
      options.crash(fn);
      response.destroy();
      return;
    case 'after':
      await perform(options, agent, incoming, call);
      return refusal(response, service, 500, 'InternalServerError');
    case undefined: {
      const answer = await perform(options, agent, incoming, call);
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    }
  }
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

async function perform(
  options: FrontDoorOptions,
  agent: Agent,
  incoming: IncomingMessage,
  call: AwsCall,
): Promise<Answer> {
  if (call.phone !== undefined) return publishSms(options.phones, call.phone, call.form!);
  const engine = call.service === 'dynamodb' ? options.engines.dynamodb : options.engines.messaging;
  return new Promise((resolve, reject) => {
    const { host: _, connection: __, ...headers } = incoming.headers;
    const outgoing = request(engine, { agent, method: 'POST', headers }, (answer) => {
      const drop = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
      const kept = Object.entries(answer.headers).filter(([name]) => !drop.has(name));
      buffer(answer).then(
        (body) =>
          resolve({
            status: answer.statusCode ?? 502,
            headers: Object.fromEntries(kept) as Record<string, string>,
            body,
          }),
        reject,
      );
    });
    outgoing.on('error', reject);
    outgoing.end(call.body);
  });
}

const e164 = /^\+[1-9]\d{6,14}$/;

function publishSms(phones: Phones, phone: string, form: URLSearchParams): Answer {
  const state = phones.state(phone);
  if (!e164.test(phone) || state.invalid) {
    return snsError('InvalidParameter', 'Invalid parameter: PhoneNumber');
  }
  if (state.optedOut) return snsError('OptedOut', 'Phone number is opted out');
  if (!state.silent) {
    phones.receive(phone, {
      at: new Date().toISOString(),
      text: form.get('Message') ?? '',
      senderId: attribute(form, 'AWS.SNS.SMS.SenderID'),
    });
  }
  const id = crypto.randomUUID();
  return {
    status: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${id}</MessageId></PublishResult><ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></PublishResponse>`,
  };
}

function attribute(form: URLSearchParams, name: string): string | null {
  for (const [key, value] of form) {
    const entry = /^(MessageAttributes\.entry\.\d+)\.Name$/.exec(key)?.[1];
    if (entry !== undefined && value === name) return form.get(`${entry}.Value.StringValue`);
  }
  return null;
}

function snsError(code: string, message: string): Answer {
  return {
    status: 400,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${crypto.randomUUID()}</RequestId></ErrorResponse>`,
  };
}

/** What a request asks for, or undefined where it is no call that the engines know. */
function readCall(
  region: string,
  incoming: IncomingMessage,
  signedFor: string | undefined,
  body: Buffer,
): AwsCall | undefined {
  const [target, action] = String(incoming.headers['x-amz-target'] ?? '').split('.');
  if (target?.startsWith('DynamoDB')) {
    const { TableName, IndexName, RequestItems } = JSON.parse(body.toString()) as {
      TableName?: string;
      IndexName?: string;
      RequestItems?: Record<string, unknown>;
    };
    const table = TableName ?? Object.keys(RequestItems ?? {})[0] ?? '';
    const index = IndexName === undefined ? '' : `/index/${IndexName}`;
    const resource = `arn:aws:dynamodb:${region}:${account}:table/${table}${index}`;
    return { service: 'dynamodb', action: action!, resource, body };
  }
  if (target === 'AmazonSQS') {
    const { QueueUrl = '' } = JSON.parse(body.toString()) as { QueueUrl?: string };
    const resource = `arn:aws:sqs:${region}:${account}:${QueueUrl.split('/').at(-1)}`;
    return { service: 'sqs', action: action!, resource, body };
  }
  if (signedFor !== 'sns') return undefined;
  const form = new URLSearchParams(body.toString());
  const phone = form.get('PhoneNumber') ?? undefined;
  const resource = phone === undefined ? (form.get('TopicArn') ?? '') : anyPhone;
  return { service: 'sns', action: form.get('Action') ?? '', resource, phone, form, body };
}
