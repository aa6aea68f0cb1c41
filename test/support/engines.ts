import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { type Message, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { clientConfig, smsConfig } from '../../lambdas/adapters/clients.ts';
import { account } from '../../local/arns.ts';
import { anyCredentials, startEngines } from '../../local/engines.ts';
import { type Fault, Faults } from '../../local/faults.ts';
import { openFrontDoor } from '../../local/front-door.ts';
import { Phones } from '../../local/phones.ts';
import { provision } from '../../local/provision.ts';
import { type LocalFunction, readStack } from '../../local/stack.ts';
import { Template } from '../../local/template.ts';
import { bareAssembly } from './bare-assembly.ts';

const region = 'ap-southeast-3';

export type Cloud = Awaited<ReturnType<typeof openCloud>>;

/**
 * The synthesized table, queues and topics in the local stack's engines, behind its front door, and
 * no function that runs: a test acts as one of them. So whatever an adapter asks goes over the wire,
 * and the role of the function that asks has to allow it.
 */
export async function openCloud() {
  const dir = mkdtempSync(join(tmpdir(), 'siaga-engines-'));
  const assembly = await bareAssembly(join(dir, 'cdk.out'));
  const engines = await startEngines(dir, region);
  const phones = new Phones(join(dir, 'phones.db'));
  const faults = new Faults();
  let functions: LocalFunction[] = [];
  const ran: { function: string; tier?: string; event: unknown }[] = [];
  const frontDoor = await openFrontDoor({
    region,
    engines,
    phones,
    faults,
    callerOf: (key) => functions.find((fn) => fn.id === key),
    run: (id, event) => {
      const { name, environment } = functions.find((fn) => fn.id === id)!;
      ran.push({ function: name, tier: environment.TIER, event });
    },
    crash: (fn) => assert.fail(`${fn.name} does not run here`),
  });
  const template = new Template(assembly.template, {
    region,
    apiUrl: 'https://siaga.example',
    queueUrl: (name) => `${frontDoor.url}/${account}/${name}`,
  });
  const stack = readStack(template, assembly.directory);
  functions = stack.functions;
  await provision(engines, stack, { region, fresh: true });

  const clients: { destroy(): void }[] = [];
  const connect = (endpoint: string, accessKeyId: string) => {
    const credentials = { accessKeyId, secretAccessKey: 'local' };
    const config = { ...clientConfig, endpoint, region, credentials };
    const dynamodb = new DynamoDBClient(config);
    const sqs = new SQSClient(config);
    const sns = new SNSClient({ ...config, ...smsConfig });
    clients.push(dynamodb, sqs, sns);
    return { dynamodb, sqs, sns };
  };
  const poller = connect(engines.messaging, anyCredentials.accessKeyId).sqs;

  /** The function that people call so; of the three pagers, that of a tier. */
  function named(name: string, tier = 1): LocalFunction {
    const found = functions.filter((fn) => fn.name === name);
    const fn = found.find((one) => one.environment.TIER === String(tier)) ?? found[0];
    assert.ok(fn !== undefined, `the stack has no function ${name}`);
    return fn;
  }

  return {
    phones,
    faults,
    table: String(stack.tables[0]!.TableName),
    /** What people call the functions, each once. */
    functions: [...new Set(functions.map((fn) => fn.name))],
    /** The names of what the template configures a function with. */
    configured: (name: string) => Object.keys(named(name).environment),

    /** Every right to the table, which no function has. */
    owner: engines.client,

    /** The clients that a function makes, with its credentials. */
    as: (name: string, tier?: number) => connect(frontDoor.url, named(name, tier).id),

    /** What Lambda gives to a function besides its code. */
    environment(name: string, tier?: number): Record<string, string> {
      const { id, environment } = named(name, tier);
      return {
        ...environment,
        AWS_REGION: region,
        AWS_LAMBDA_FUNCTION_NAME: id,
        AWS_ACCESS_KEY_ID: id,
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: frontDoor.url,
        POWERTOOLS_DEV: 'false',
      };
    },

    /** What was called since this was asked last, such as `dynamodb GetItem`. */
    calls(): string[] {
      const calls = frontDoor.calls();
      frontDoor.resetCalls();
      return calls
        .flatMap(({ service, action, count }) =>
          Array.from({ length: count }, () => `${service} ${action}`),
        )
        .toSorted();
    },

    /** The functions that were called without anybody waiting, since this was asked last. */
    ran: () => ran.splice(0),

    /** Lets calls fail until `faults` is cleared. */
    arm(...armed: Fault[]): void {
      faults.set(
        armed,
        functions.map((fn) => fn.name),
      );
    },

    /** What a topic has told, oldest first. */
    told: (topicArn: string) =>
      frontDoor.topics.of(topicArn).map(({ message }) => JSON.parse(message) as unknown),

    /** Takes up to ten messages that may be seen by now. */
    async receive(queueUrl: string, waitSeconds = 0): Promise<Message[]> {
      const { Messages = [] } = await poller.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl.replace(frontDoor.url, engines.messaging),
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: waitSeconds,
          MessageSystemAttributeNames: ['All'],
        }),
      );
      return Messages;
    },

    async close(): Promise<void> {
      for (const client of clients) client.destroy();
      await frontDoor.close();
      phones.close();
      await engines.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
