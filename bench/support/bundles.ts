import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { root } from '../../lib/bundling.ts';
import { SiagaFunction } from '../../lib/siaga-function.ts';

export interface Bundle {
  /** The module that exports `handler`. */
  file: string;
  bytes: number;
}

/** What the defaults are, for people who read the table. */
export const byDefault =
  "NodejsFunction's defaults (CommonJS, main fields `main,module`, nothing replaced)," +
  ' with the SDK bundled and minified as ours is';

/**
 * `press` as the stack bundles it, and what the same construct of the CDK makes by default: of the
 * same handler, and of the SDK's clients alone. Each lies in a directory of its own in `outdir`.
 */
export function bundles(outdir: string): Record<'press' | 'pressByDefault' | 'clients', Bundle> {
  const app = new App({
    outdir,
    analyticsReporting: false,
    context: { 'aws:cdk:enable-asset-metadata': true },
  });
  const stack = new Stack(app, 'bundles');
  const press = { folder: 'press', description: '', environment: {}, permissions: [] };
  const functions = {
    press: new SiagaFunction(stack, 'Press', press),
    pressByDefault: defaultFunction(stack, 'PressByDefault', 'lambdas/press/handler.ts'),
    clients: defaultFunction(stack, 'Clients', 'bench/support/clients.ts'),
  };
  process.env.CDK_VALIDATION = 'false';
  const { template } = app.synth().getStackByName(stack.stackName);
  const bundleOf = (one: NodejsFunction) => {
    const id = stack.getLogicalId(one.node.defaultChild as never);
    return bundleIn(join(outdir, String(template.Resources[id].Metadata['aws:asset:path'])));
  };
  return {
    press: bundleOf(functions.press),
    pressByDefault: bundleOf(functions.pressByDefault),
    clients: bundleOf(functions.clients),
  };
}

function defaultFunction(stack: Stack, id: string, entry: string): NodejsFunction {
  return new NodejsFunction(stack, id, {
    entry: `${root}${entry}`,
    projectRoot: root,
    depsLockFilePath: `${root}package-lock.json`,
    runtime: Runtime.NODEJS_24_X,
    bundling: { bundleAwsSDK: true, minify: true },
  });
}

function bundleIn(directory: string): Bundle {
  const name = readdirSync(directory).find((one) => /^index\.m?js$/.test(one));
  if (name === undefined) throw new Error(`${directory} holds no bundle`);
  const file = join(directory, name);
  return { file, bytes: statSync(file).size };
}
