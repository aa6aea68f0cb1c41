import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { bundling, root } from '../../lib/bundling.ts';

const outdir = mkdtempSync(join(tmpdir(), 'siaga-bundle-'));
after(() => rmSync(outdir, { recursive: true, force: true }));

/** What lib/bundling.ts says, in the words of esbuild's own API. */
const alias = Object.fromEntries(
  Object.entries(bundling.esbuildArgs ?? {})
    .filter(([argument]) => argument.startsWith('--alias:'))
    .map(([argument, file]) => [argument.slice('--alias:'.length), String(file)]),
);
const ours: BuildOptions = {
  format: 'esm',
  minify: true,
  mainFields: ['module', 'main'],
  legalComments: 'none',
  alias,
};

test('The bundle of press is at most 0.42 of the default CJS build of the same clients.', async () => {
  const press = await bundle({ entryPoints: [`${root}lambdas/press/handler.ts`], ...ours });
  const byDefault = await bundle({
    stdin: {
      resolveDir: root,
      contents: `
        import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
        import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
        const table = new DynamoDBClient({});
        const queue = new SQSClient({});
        export const handler = async (event) => [
          await table.send(new PutItemCommand(event)),
          await table.send(new GetItemCommand(event)),
          await queue.send(new SendMessageCommand(event)),
        ];`,
    },
    format: 'cjs',
    minify: true,
  });
  assert.ok(press.bytes <= 0.42 * byDefault.bytes, `${press.bytes} of ${byDefault.bytes} B`);
});

/** What AWS would answer, as short as the clients take it. */
const answers: Record<string, string> = {
  dynamodb: '{}',
  sqs: JSON.stringify({ MD5OfMessageBody: createHash('md5').update('hint').digest('hex') }),
  sns: '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
};

// The local stack sets an endpoint, and with one the SDK takes other paths than in AWS.
test('The clients work without what was left out, with no endpoint set, as in AWS.', async () => {
  const { file } = await bundle({
    stdin: {
      resolveDir: root,
      contents: `
        export * from '@aws-sdk/client-dynamodb';
        export { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
        export { SNSClient, PublishCommand } from '@aws-sdk/client-sns';
        export { HttpResponse } from '@smithy/core/protocols';`,
    },
    ...ours,
  });
  const sdk = await import(pathToFileURL(file).href);
  const asked: string[] = [];
  const handle = async (request: { hostname: string; headers: Record<string, string> }) => {
    assert.match(request.headers.authorization ?? '', /^AWS4-HMAC-SHA256 Credential=KEY\//);
    const [service] = request.hostname.split('.') as [string];
    assert.equal(request.hostname, `${service}.ap-southeast-3.amazonaws.com`);
    asked.push(service);
    const body = new TextEncoder().encode(answers[service]);
    return { response: new sdk.HttpResponse({ statusCode: 200, headers: {}, body }) };
  };

  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'KEY', AWS_SECRET_ACCESS_KEY: 'secret' });
  const config = { region: 'ap-southeast-3', requestHandler: { handle } };
  const table = new sdk.DynamoDBClient(config);
  const queue = new sdk.SQSClient(config);
  const Key = { pk: { S: 'a' } };
  await table.send(new sdk.PutItemCommand({ TableName: 't', Item: Key }));
  await table.send(new sdk.GetItemCommand({ TableName: 't', Key }));
  await table.send(new sdk.BatchGetItemCommand({ RequestItems: { t: { Keys: [Key] } } }));
  await table.send(new sdk.QueryCommand({ TableName: 't' }));
  const QueueUrl = 'https://sqs.ap-southeast-3.amazonaws.com/000000000000/q';
  await queue.send(new sdk.SendMessageCommand({ QueueUrl, MessageBody: 'hint' }));
  await new sdk.SNSClient(config).send(
    new sdk.PublishCommand({ PhoneNumber: '+62', Message: 'm' }),
  );
  assert.deepEqual(asked, ['dynamodb', 'dynamodb', 'dynamodb', 'dynamodb', 'sqs', 'sns']);
});

async function bundle(options: BuildOptions): Promise<{ file: string; bytes: number }> {
  const file = join(outdir, `${crypto.randomUUID()}.mjs`);
  const { metafile } = await build({
    bundle: true,
    platform: 'node',
    target: 'node24',
    logLevel: 'silent',
    metafile: true,
    outfile: file,
    ...options,
  });
  const [output] = Object.values(metafile!.outputs);
  return { file, bytes: output!.bytes };
}
