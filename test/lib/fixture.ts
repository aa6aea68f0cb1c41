import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import type { App, Stack } from 'aws-cdk-lib';
import { type AppOptions, buildApp } from '../../lib/app.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- CloudFormation's properties are untyped
export type Properties = Record<string, any>;

export interface Resource {
  Type: string;
  Properties: Properties;
  Metadata?: Properties;
  DeletionPolicy?: string;
}

const outdir = mkdtempSync(join(tmpdir(), 'siaga-lib-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
let apps = 0;

/** The app without its bundles, which take seconds and say nothing about the template. */
export function appOf(options: AppOptions = {}): { app: App; stack: Stack } {
  apps += 1;
  const context = { 'aws:cdk:bundling-stacks': [], ...options.context };
  const app = buildApp({ outdir: join(outdir, String(apps)), ...options, context });
  const stack = app.node.children.find((child) => child.node.id.startsWith('siaga-'));
  assert.ok(stack !== undefined);
  return { app, stack: stack as Stack };
}

const resources = Template.fromStack(appOf().stack).toJSON().Resources as Record<string, Resource>;

/** The resources of a type in the default stage, with their logical ids. */
export function ofType(type: string): (Resource & { id: string })[] {
  const found = Object.entries(resources)
    .filter(([, one]) => one.Type === type)
    .map(([id, one]) => ({ id, ...one }));
  assert.ok(found.length > 0, `no ${type} in the template`);
  return found;
}

export function resource(id: string): Resource {
  assert.ok(resources[id] !== undefined, `no ${id} in the template`);
  return resources[id];
}

/** `siaga-dev/Tier1/Pager/Resource` is called `Tier1/Pager`. */
export function nameOf(one: Resource): string {
  const path = String(one.Metadata?.['aws:cdk:path']).split('/');
  return path.slice(1, -1).join('/');
}

export function named(type: string, name: string): Resource & { id: string } {
  const found = ofType(type).find((one) => nameOf(one) === name);
  assert.ok(found !== undefined, `no ${type} is called ${name}`);
  return found;
}
