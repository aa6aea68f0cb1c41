import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { tiers } from '../lambdas/domain/policy.ts';
import type { Engines } from './engines.ts';
import { FaultError, type Faults } from './faults.ts';
import type { FrontDoor } from './front-door.ts';
import { FunctionError, type Functions } from './functions.ts';
import type { Issuer } from './issuer.ts';
import type { Phones } from './phones.ts';
import type { Schedule } from './schedule-expression.ts';
import { scheduledEvent } from './schedules.ts';
import { isE164 } from './sms.ts';
import type { LocalStack } from './stack.ts';

export interface ConsoleOptions {
  stack: LocalStack;
  engines: Engines;
  frontDoor: FrontDoor;
  faults: Faults;
  phones: Phones;
  issuer: Issuer;
  functions: Pick<Functions, 'invoke'>;
  stopSchedules(): void;
}

/** The routes under /_local: tokens, phones, schedules, calls and faults, for people and for tests. */
export function addConsole(app: FastifyInstance, options: ConsoleOptions): void {
  const { frontDoor, faults, phones, issuer, stack, functions } = options;
  const functionNames = [...new Set(stack.functions.map((fn) => fn.name))];

  app.post('/_local/token', async (request, reply) => {
    const body = readObject(request.body);
    for (const field of ['sub', 'scope']) {
      if (typeof body?.[field] !== 'string' || body[field] === '') {
        return problem(reply, 400, field, 'a string that is not empty');
      }
    }
    const { sub, scope } = body as { sub: string; scope: string };
    return { access_token: await issuer.token({ sub, scope, audience: stack.audience }) };
  });

  app.get('/_local/phones', async () => {
    const names = await namesOf(options);
    const numbers = new Set([...names.keys(), ...phones.numbers()]);
    return [...numbers].map((phone) => onePhone(phones, phone, names));
  });
  app.get<{ Params: { phone: string } }>('/_local/phones/:phone', async (request, reply) => {
    const names = await namesOf(options);
    const phone = readPhone(request.params.phone);
    if (!names.has(phone) && phones.messages(phone).length === 0) {
      return problem(reply, 404, 'phone', 'that of a team member, or one that got an SMS');
    }
    return onePhone(phones, phone, names);
  });
  app.put<{ Params: { phone: string } }>('/_local/phones/:phone', async (request, reply) => {
    const body = readObject(request.body);
    if (body === undefined) return problem(reply, 400, 'body', 'a JSON object');
    for (const [field, value] of Object.entries(body)) {
      if (!['optedOut', 'invalid', 'silent'].includes(field) || typeof value !== 'boolean') {
        return problem(reply, 400, field, 'optedOut, invalid or silent, each true or false');
      }
    }
    const phone = readPhone(request.params.phone);
    if (!isE164(phone)) return problem(reply, 400, 'phone', 'in E.164, such as +628111000101');
    return phones.setState(phone, body);
  });

  app.get('/_local/topics', async () =>
    stack.topics.map(({ name, arn }) => {
      const messages = frontDoor.topics.of(arn).map(({ at, message }) => ({ at, message }));
      return { topic: name, messages };
    }),
  );

  app.post<{ Params: { name: string } }>('/_local/schedules/:name', async (request, reply) => {
    const nameOf = ({ functionId }: Schedule) =>
      stack.functions.find((fn) => fn.id === functionId)!.name;
    const due = stack.schedules.filter((one) => nameOf(one) === request.params.name);
    if (due.length === 0) {
      const names = new Set(stack.schedules.map(nameOf));
      return problem(reply, 404, 'name', `one of ${[...names].join(', ')}`);
    }
    try {
      await Promise.all(due.map((one) => functions.invoke(one.functionId, scheduledEvent(one))));
    } catch (error) {
      if (!(error instanceof FunctionError)) throw error;
      return reply.code(502).send({ message: error.message });
    }
    return reply.code(204).send();
  });

  app.delete('/_local/schedules', async (_, reply) => {
    options.stopSchedules();
    return reply.code(204).send();
  });

  app.get('/_local/calls', async () => frontDoor.calls());
  app.delete('/_local/calls', async (_, reply) => {
    frontDoor.resetCalls();
    return reply.code(204).send();
  });

  app.get('/_local/permissions', async () => frontDoor.grants.of(stack.functions));

  app.get('/_local/faults', async () => faults.list());
  for (const [method, does] of [
    ['PUT', 'set'],
    ['POST', 'add'],
  ] as const) {
    app.route({
      method,
      url: '/_local/faults',
      handler: async (request, reply) => {
        try {
          faults[does](readJson(request.body), functionNames);
          return faults.list();
        } catch (error) {
          if (!(error instanceof FaultError)) throw error;
          return problem(reply, 400, error.field, error.allowed);
        }
      },
    });
  }
  app.delete('/_local/faults', async (_, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
}

function onePhone(phones: Phones, phone: string, names: Map<string, string>) {
  return { phone, name: names.get(phone) ?? null, messages: phones.messages(phone) };
}

/** Phone to name, from the team documents that are stored. */
async function namesOf({ engines, stack }: ConsoleOptions): Promise<Map<string, string>> {
  const [table] = stack.tables;
  const teams = await Promise.all(
    tiers.map((tier) =>
      engines.client.send(
        new GetItemCommand({
          TableName: table!.TableName,
          Key: { pk: { S: `TEAM#${tier}` }, sk: { S: 'TEAM' } },
        }),
      ),
    ),
  );
  const members = teams.flatMap(({ Item }) => {
    const team = JSON.parse(Item?.doc?.S ?? '{}') as {
      members?: { phone: string; name: string }[];
    };
    return team.members ?? [];
  });
  return new Map(members.map(({ phone, name }) => [phone, name]));
}

/** In a path a plus may come as itself, as %2B, or as the space that some clients make of it. */
function readPhone(given: string): string {
  return `+${given.replace(/^[+ ]/, '')}`;
}

function readJson(body: unknown): unknown {
  try {
    return JSON.parse((body as Buffer).toString('utf8'));
  } catch {
    return undefined;
  }
}

function readObject(body: unknown): Record<string, unknown> | undefined {
  const value = readJson(body);
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : undefined;
}

function problem(reply: FastifyReply, status: number, field: string, allowed: string) {
  const body = {
    type: 'about:blank',
    title: status === 404 ? 'Not Found' : 'Bad Request',
    status,
    detail: `${field} must be ${allowed}`,
    errors: [{ field, detail: `must be ${allowed}` }],
  };
  // As bytes: to a text the framework would add a charset, which this type does not have.
  return reply
    .code(status)
    .header('content-type', 'application/problem+json')
    .send(Buffer.from(JSON.stringify(body)));
}
