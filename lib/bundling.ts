import { fileURLToPath } from 'node:url';
import { type BundlingOptions, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';

/** Where the project lies, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Parts of the SDK that a function has no use for, and the small files of ours in their place. */
const replaced = {
  '@aws-sdk/credential-provider-node': 'lambdas/adapters/env-credentials.ts',
  '@aws-sdk/endpoint-cache': 'lib/bundle/no-endpoint-discovery.ts',
  '@smithy/core/event-streams': 'lib/bundle/no-event-streams.ts',
};

/** How every function is bundled: a cold start reads all of its code while a person waits. */
export const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  minify: true,
  // The SDK of the runtime changes under us, and loads more slowly than our own part of it.
  bundleAwsSDK: true,
  mainFields: ['module', 'main'],
  esbuildArgs: {
    '--legal-comments': 'none',
    ...Object.fromEntries(
      Object.entries(replaced).map(([name, file]) => [`--alias:${name}`, `${root}${file}`]),
    ),
  },
};
