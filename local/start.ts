import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildApp } from '../lib/app.ts';
import { addConsole } from './console.ts';
import { addDemo } from './demo.ts';
import { provision, startEngines } from './engines.ts';
import { pollQueues } from './event-sources.ts';
import { Faults } from './faults.ts';
import { openFrontDoor } from './front-door.ts';
import { Functions } from './functions.ts';
import { openGateway } from './gateway.ts';
import { createHttpApp, listen } from './http.ts';
import { openIssuer } from './issuer.ts';
import { Phones } from './phones.ts';
import { runSchedules } from './schedules.ts';
import { seed } from './seed.ts';
import { readStack } from './stack.ts';
import { account, Template } from './template.ts';

export interface LocalOptions {
  /** 0 takes a free one. */
  port?: number;
  dataDir: string;
  /** Begins with an empty store. */
  fresh?: boolean;
  /** A cloud assembly that is synthesized already; without it the app is synthesized now. */
  assembly?: string;
  /** Told what is being done, for people who wait. */
  progress?(doing: string): void;
}

export interface Local {
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

const issuerPath = '/_local/issuer';

/**
 * Synthesizes the CDK app as it is deployed, with its bundles. The issuer's port is put in its
 * place when the template is run, so that one assembly serves several stacks.
 */
export function synthesize(outdir: string): string {
  const config = { issuer: 'http://localhost:0', audience: 'siaga', senderId: 'SIAGA' };
  return buildApp({ stage: 'local', config, outdir }).synth().directory;
}

/** Runs the synthesized stack on this machine. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const progress = options.progress ?? (() => {});
  const dataDir = resolve(options.dataDir);
  if (options.fresh) rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(join(dataDir, 'logs'), { recursive: true });

  const listening = await listen(options.port ?? 0);
  const { url } = listening;
  const closing: (() => unknown)[] = [() => listening.close()];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    progress('synthesizing the stack');
    const assembly = options.assembly ?? synthesize(join(dataDir, 'cdk.out'));
    const file = templateOf(assembly);
    const region = regionOf(assembly);

    progress('starting the engines');
    const engines = await startEngines(dataDir, region);
    closing.push(() => engines.close());
    const phones = new Phones(join(dataDir, 'phones.db'));
    closing.push(() => phones.close());
    const issuer = await openIssuer(`${url}${issuerPath}`, join(dataDir, 'issuer-key.json'));

    const faults = new Faults();
    let functions: Functions | undefined;
    const frontDoor = await openFrontDoor({
      region,
      engines,
      phones,
      faults,
      callerOf: (key) => functions?.callerOf(key),
      crash: (fn) => functions?.crash(fn),
    });
    closing.push(() => frontDoor.close());

    const queueUrl = (name: string) => `${frontDoor.url}/${account}/${name}`;
    const template = new Template(file, { region, apiUrl: url, queueUrl });
    const stack = { ...readStack(template, assembly), issuer: issuer.url };
    await provision(engines, stack, region);

    functions = new Functions({
      functions: stack.functions,
      region,
      frontDoor: frontDoor.url,
      logDir: join(dataDir, 'logs'),
    });
    closing.push(() => functions.close());
    functions.warm();

    const gateway = openGateway(stack, functions);
    const app = createHttpApp({ issuerPath, issuer, gateway });
    addConsole(app, { stack, engines, frontDoor, faults, phones, issuer });
    addDemo(app);
    await app.ready();
    listening.answerWith((request, response) => app.routing(request, response));

    progress('seeding the demo teams');
    const audience = stack.audience;
    await seed(url, await issuer.token({ sub: 'seed', scope: 'staff:admin', audience }));

    const sources = pollQueues({
      mappings: stack.mappings,
      functions,
      messaging: engines.messaging,
      region,
    });
    closing.push(() => sources.close());
    closing.push(runSchedules(stack.schedules, functions));
    return { url, dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function templateOf(assembly: string): string {
  const name = readdirSync(assembly).find((file) => file.endsWith('.template.json'));
  if (name === undefined) throw new Error(`${assembly} holds no template`);
  return join(assembly, name);
}

function regionOf(assembly: string): string {
  const manifest = join(assembly, 'manifest.json');
  if (!existsSync(manifest)) throw new Error(`${assembly} is no cloud assembly`);
  const { artifacts } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    artifacts: Record<string, { environment?: string }>;
  };
  const environment = Object.values(artifacts).find((one) => one.environment)?.environment;
  return environment?.split('/').at(-1) ?? 'ap-southeast-3';
}
