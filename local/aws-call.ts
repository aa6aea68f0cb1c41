import type { IncomingMessage } from 'node:http';
import { account } from './arns.ts';
import { type DynamodbRequest, leadingKeysOf } from './leading-keys.ts';
import { anyPhone } from './permissions.ts';
import type { Service } from './wire.ts';

/** One call of AWS's API, as it stands on the wire. */
export interface AwsCall {
  service: Service;
  action: string;
  /** Where it goes, by its signature. */
  region: string;
  /** What it touches: ARNs, or `anyPhone`. */
  resources: string[];
  /** Partition keys of a call to a table, each once; of a query of an index those of the index. */
  leadingKeys?: string[];
  /** The function that is to run, without anybody waiting for it. */
  runs?: string;
  /** Where an SMS goes. */
  phone?: string;
  form?: URLSearchParams;
  body: Buffer;
}

/** Who signed a request (Signature Version 4) and for what; the signature is not checked. */
export function readCredential(incoming: IncomingMessage): {
  key?: string;
  region?: string;
  service?: string;
} {
  const [, key, region, service] =
    /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(incoming.headers.authorization ?? '') ?? [];
  return { key, region, service };
}

/** What a request asks for, or undefined where it is no call that the stack knows. */
export function readCall(
  home: string,
  incoming: IncomingMessage,
  body: Buffer,
): AwsCall | undefined {
  const { region = home, service } = readCredential(incoming);
  const [target = '', action = ''] = String(incoming.headers['x-amz-target'] ?? '').split('.');
  if (target.startsWith('DynamoDB')) {
    const request = JSON.parse(body.toString()) as DynamodbRequest;
    const resources = tablesOf(request).map(
      (table) => `arn:aws:dynamodb:${region}:${account}:table/${table}`,
    );
    const leadingKeys = leadingKeysOf(request);
    return { service: 'dynamodb', action, region, resources, leadingKeys, body };
  }
  if (target === 'AmazonSQS') {
    const { QueueUrl = '' } = JSON.parse(body.toString()) as { QueueUrl?: string };
    const resources = [`arn:aws:sqs:${region}:${account}:${QueueUrl.split('/').at(-1)}`];
    return { service: 'sqs', action, region, resources, body };
  }
  const [, runs] =
    /^\/2015-03-31\/functions\/([^/:]+)\/invocations$/.exec(incoming.url ?? '') ?? [];
  if (service === 'lambda' && runs && incoming.headers['x-amz-invocation-type'] === 'Event') {
    const resources = [`arn:aws:lambda:${region}:${account}:function:${runs}`];
    return { service, action: 'Invoke', region, resources, runs, body };
  }
  if (service !== 'sns') return undefined;
  const form = new URLSearchParams(body.toString());
  const phone = form.get('PhoneNumber') ?? undefined;
  const resources = [phone === undefined ? (form.get('TopicArn') ?? '') : anyPhone];
  return { service, action: form.get('Action') ?? '', region, resources, phone, form, body };
}

/** `name`, or `name/index/name` */
function tablesOf(request: DynamodbRequest): string[] {
  const { TableName, IndexName, RequestItems = {}, TransactItems = [] } = request;
  if (TableName !== undefined) {
    return [IndexName === undefined ? TableName : `${TableName}/index/${IndexName}`];
  }
  const written = TransactItems.flatMap((item) => Object.values(item).map((one) => one.TableName));
  return [...new Set([...Object.keys(RequestItems), ...written])];
}
