import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assemblyFor } from '../../local/assembly.ts';

const cache = fileURLToPath(new URL('../../node_modules/.cache/siaga-bare', import.meta.url));

/**
 * The app without its bundles, for tests in which none of its functions runs, and without the CDK's
 * validation, which takes four times as long as all the rest; the same sources go through it once.
 */
export async function bareAssembly(
  outdir: string,
): Promise<{ directory: string; template: string }> {
  const directory = await assemblyFor(outdir, { cache, make });
  const file = readdirSync(directory).find((name) => name.endsWith('.template.json'));
  assert.ok(file !== undefined, 'the app has a template');
  return { directory, template: join(directory, file) };
}

async function make(outdir: string): Promise<void> {
  process.env.CDK_VALIDATION = 'false';
  const { buildApp } = await import('../../lib/app.ts');
  buildApp({ outdir, context: { 'aws:cdk:bundling-stacks': [] } }).synth();
}
