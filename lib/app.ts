import { readFileSync } from 'node:fs';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { SiagaStack } from './siaga-stack.ts';
import { readStage, type StageConfig } from './stage.ts';

export interface AppOptions {
  /** A stage of cdk.json's context; `-c stage=…` says it on the command line, `dev` where none is said. */
  stage?: string;
  /** Replaces values of the stage, for those who run the stack elsewhere than in AWS. */
  config?: Partial<StageConfig>;
  outdir?: string;
  context?: Record<string, unknown>;
}

/** The CDK app of one stage: one stack. It needs neither credentials nor a network to synthesize. */
export function buildApp(options: AppOptions = {}): App {
  const cdkJson = new URL('../cdk.json', import.meta.url);
  const { context } = JSON.parse(readFileSync(cdkJson, 'utf8')) as {
    context: Record<string, unknown>;
  };
  const app = new App({
    outdir: options.outdir,
    context: {
      // What the CDK's command line turns on as well: how the local stack finds code and names.
      'aws:cdk:enable-path-metadata': true,
      'aws:cdk:enable-asset-metadata': true,
      ...context,
      ...options.context,
    },
    analyticsReporting: false,
  });
  const stage = options.stage ?? (app.node.tryGetContext('stage') as string | undefined) ?? 'dev';
  const config = readStage(app.node.tryGetContext('stages'), stage, options.config);
  new SiagaStack(app, `siaga-${stage}`, {
    config,
    env: { region: config.region },
    description: `Siaga emergency alerts, stage ${stage}`,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
