import { buildApp } from '../lib/app.ts';

/**
 * Synthesizes the CDK app as it is deployed, with its bundles: a stage of cdk.json with an issuer on
 * this machine in its issuer's place, or a stage of its own where none is named.
 */
export function synthesize(outdir: string, stage?: string): string {
  const issuer = 'http://localhost:0';
  const config = { issuer, ...(stage === undefined && { audience: 'siaga', senderId: 'SIAGA' }) };
  return buildApp({ stage: stage ?? 'local', config, outdir }).synth().directory;
}
