import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { assemblyFor } from './assembly.ts';
import { addConsole } from './console.ts';
import { takeDataDir } from './data-dir.ts';
import { addDemo } from './demo.ts';
import { startEngines } from './engines.ts';
import { pollQueues } from './event-sources.ts';
import { Faults } from './faults.ts';
import { openFrontDoor } from './front-door.ts';
import { Functions } from './functions.ts';
import { openGateway } from './gateway.ts';
import { createHttpApp, listen } from './http.ts';
import { openIssuer } from './issuer.ts';
import { requirePollers } from './permissions.ts';
import { Phones } from './phones.ts';
import { runSchedules } from './schedules.ts';
import { seed } from './seed.ts';
import { provision } from './provision.ts';
import { repairIndexes } from './repair-indexes.ts';
import { readStack } from './stack.ts';
import { account } from './arns.ts';
import { Template } from './template.ts';

export interface LocalOptions {
  /** 0 takes a free one. */
  port?: number;
  dataDir: string;
  /** Begins with an empty store. */
  fresh?: boolean;
  /** A stage of cdk.json's context. */
  stage?: string;
  /**
   * A cloud assembly that is synthesized already; without it the app's is taken. Its issuer counts
   * for nothing: tokens are the running stack's, so one assembly serves several.
   */
  assembly?: string;
  /** False leaves an empty store empty, without the demo teams. */
  demoTeams?: boolean;
  /** Told what is being done, for people who wait. */
  progress?(doing: string): void;
}

export interface Local {
  url: string;
  dataDir: string;
  close(): Promise<void>;
}

const issuerPath = '/_local/issuer';

/** Runs the synthesized stack on this machine. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const progress = options.progress ?? (() => {});
  const fresh = options.fresh ?? false;
  const listening = await listen(options.port ?? 0);
  const { url } = listening;
  const issuerUrl = `${url}${issuerPath}`;
  const closing: (() => unknown)[] = [() => listening.close()];
  const close = async () => {
    for (const step of closing.toReversed()) await step();
  };
  try {
    const data = takeDataDir(resolve(options.dataDir), fresh);
    closing.unshift(() => data.release());
    progress('synthesizing the stack');
    const assembly =
      options.assembly ?? (await assemblyFor(data.file('cdk.out'), { stage: options.stage }));
    const file = templateOf(assembly);
    const region = regionOf(assembly);

    progress('starting the engines');
    const engines = await startEngines(data.path, region);
    closing.push(() => engines.close());
    const phones = new Phones(data.file('phones.db'));
    closing.push(() => phones.close());
    const issuer = await openIssuer(issuerUrl, data.file('issuer-key.json'));

    const faults = new Faults();
    let functions: Functions | undefined;
    const frontDoor = await openFrontDoor({
      region,
      engines,
      phones,
      faults,
      callerOf: (key) => functions?.callerOf(key),
      crash: (fn) => functions?.crash(fn),
      // A run that fails is in the function's log; the template allows it no second one.
      run: (id, event) => void functions?.invoke(id, event).catch(() => {}),
    });
    closing.push(() => frontDoor.close());

    const queueUrl = (name: string) => `${frontDoor.url}/${account}/${name}`;
    const template = new Template(file, { region, apiUrl: url, queueUrl });
    const stack = { ...readStack(template, assembly), issuer: issuer.url };
    await requirePollers(stack.functions, stack.mappings);
    await provision(engines, stack, { region, fresh });
    await repairIndexes(engines.client, stack.tables);

    functions = new Functions({
      functions: stack.functions,
      region,
      frontDoor: frontDoor.url,
      logDir: data.file('logs'),
    });
    closing.push(() => functions.close());
    functions.warm();

    const gateway = openGateway(stack, functions);
    const app = createHttpApp({ issuerPath, issuer, gateway });
    let schedules: ReturnType<typeof runSchedules> | undefined;
    const stopSchedules = () => schedules?.stop();
    closing.push(stopSchedules);
    addConsole(app, {
      stack,
      engines,
      frontDoor,
      faults,
      phones,
      issuer,
      functions,
      stopSchedules,
    });
    addDemo(app);
    await app.ready();
    listening.answerWith((request, response) => app.routing(request, response));

    if (options.demoTeams !== false) {
      const { audience } = stack;
      const token = await issuer.token({ sub: 'seed', scope: 'staff:admin', audience });
      await seed(url, token, () => progress('seeding the demo teams'));
    }

    const sources = pollQueues({
      mappings: stack.mappings,
      functions,
      messaging: engines.messaging,
      region,
    });
    closing.push(() => sources.close());
    schedules = runSchedules(stack.schedules, functions);
    // So that each pager has seen its team, whatever fails from now on.
    await schedules.begun;
    return { url, dataDir: data.path, close };
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
