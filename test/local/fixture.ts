import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Local, startLocal } from '../../local/start.ts';

/**
 * A cloud assembly written by hand: two small functions, a queue that gives up after two tries, a
 * topic, a table and an API. It shows what the local stack makes of any template, and needs no
 * bundling.
 */
export function writeAssembly(): string {
  const dir = temporaryDir('siaga-assembly-');
  const artifacts = { fixture: { environment: 'aws://unknown-account/ap-southeast-3' } };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ artifacts }));
  writeFileSync(join(dir, 'fixture.template.json'), JSON.stringify({ Resources: resources() }));
  for (const [name, code] of Object.entries({ front: frontCode, worker: workerCode })) {
    mkdirSync(join(dir, `asset.${name}`));
    writeFileSync(join(dir, `asset.${name}`, 'index.mjs'), clients + code);
  }
  return dir;
}

const temporary: string[] = [];
process.once('exit', () => {
  for (const dir of temporary) rmSync(dir, { recursive: true, force: true });
});

/** Gone when the test's process ends. */
export function temporaryDir(name = 'siaga-data-'): string {
  const dir = mkdtempSync(join(tmpdir(), name));
  temporary.push(dir);
  return dir;
}

export function startFixture(more: { dataDir?: string; port?: number } = {}): Promise<Local> {
  return startLocal({
    assembly: writeAssembly(),
    dataDir: temporaryDir(),
    demoTeams: false,
    ...more,
  });
}

/** Has the function `front` do one thing; gives what it answers: `{ok: true}` or `{error: name}`. */
export async function make(
  local: Pick<Local, 'url'>,
  what: string,
  more: object = {},
): Promise<{ status: number } & Record<string, unknown>> {
  const response = await fetch(`${local.url}/do`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ what, ...more }),
  });
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
}

/** What the worker has seen, in the order of the names that it gave it. */
export async function seen(local: Pick<Local, 'url'>): Promise<string[]> {
  const { names } = await make(local, 'seen');
  return names as string[];
}

/** Waits until `holds` does; fails after `ms`. */
export async function eventually(holds: () => Promise<boolean>, ms = 10_000): Promise<void> {
  const deadline = Date.now() + ms;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`did not come true within ${ms} ms: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

const clients = `
import { DynamoDBClient, GetItemCommand, PutItemCommand, QueryCommand } from '${import.meta.resolve('@aws-sdk/client-dynamodb')}';
import { SQSClient, SendMessageCommand } from '${import.meta.resolve('@aws-sdk/client-sqs')}';
import { SNSClient, PublishCommand } from '${import.meta.resolve('@aws-sdk/client-sns')}';
const config = { maxAttempts: 1, requestHandler: { requestTimeout: 700, throwOnRequestTimeout: true } };
const dynamodb = new DynamoDBClient(config), sqs = new SQSClient(config), sns = new SNSClient(config);
const { TABLE, QUEUE, TOPIC } = process.env;
const put = (name) => dynamodb.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: 'seen' }, sk: { S: name } } }));
`;

const frontCode = `
const makes = {
  put: ({ name }) => put(name),
  elsewhere: () => dynamodb.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: 'unseen' }, sk: { S: 'x' } } })),
  get: ({ name }) => dynamodb.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: 'seen' }, sk: { S: name } } })),
  seen: async () => {
    const { Items } = await dynamodb.send(new QueryCommand({ TableName: TABLE, KeyConditionExpression: 'pk = :p', ExpressionAttributeValues: { ':p': { S: 'seen' } } }));
    return { names: Items.map((item) => item.sk.S) };
  },
  send: ({ text, delay }) => sqs.send(new SendMessageCommand({ QueueUrl: QUEUE, MessageBody: text, DelaySeconds: delay })),
  publish: () => sns.send(new PublishCommand({ TopicArn: TOPIC, Message: 'news' })),
  sms: ({ phone, text }) => sns.send(new PublishCommand({ PhoneNumber: phone, Message: text, MessageAttributes: { 'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: 'FIX' } } })),
  environment: async () => ({ environment: Object.keys(process.env) }),
  endpoint: async () => ({ endpoint: process.env.AWS_ENDPOINT_URL }),
  exit: () => process.exit(0),
  hang: () => new Promise(() => {}),
  throw: () => { throw new Error('on purpose') },
};
export async function handler(event) {
  if (event.routeKey !== 'POST /do') return { statusCode: 200, headers: { 'content-type': 'application/json' }, cookies: ['a=1', 'b=2'], body: JSON.stringify(event) };
  const { what, ...more } = JSON.parse(event.body);
  if (what === 'throw' || what === 'exit' || what === 'hang') return makes[what]();
  try {
    const result = await makes[what](more);
    return { statusCode: 200, body: JSON.stringify({ ok: true, names: result?.names, environment: result?.environment, endpoint: result?.endpoint }) };
  } catch (error) {
    return { statusCode: 200, body: JSON.stringify({ error: error.name, http: error.$metadata?.httpStatusCode }) };
  }
}
`;

const workerCode = `
export async function handler(event) {
  const batchItemFailures = [];
  for (const { body, messageId, attributes, eventSource } of event.Records) {
    const tried = attributes.ApproximateReceiveCount;
    await put(body + ' ' + tried + ' ' + eventSource);
    if (body === 'exit' && tried === '1') process.exit(1);
    if (body === 'slow' && tried === '1') await new Promise(() => {});
    if (body.startsWith('bad')) batchItemFailures.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures };
}
`;

const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const fn = (name: string, environment: object, timeout: number) => ({
  Type: 'AWS::Lambda::Function',
  Metadata: { 'aws:cdk:path': `fixture/${name}/Resource`, 'aws:asset:path': `asset.${name}` },
  Properties: {
    Handler: 'index.handler',
    Role: arn(`${name}Role`),
    Timeout: timeout,
    Environment: { Variables: environment },
  },
});
const policy = (name: string, statements: object[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: {
    Roles: [{ Ref: `${name}Role` }],
    PolicyDocument: { Statement: statements.map((one) => ({ Effect: 'Allow', ...one })) },
  },
});
const route = (key: string, scopes?: string[]) => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    RouteKey: key,
    Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    ...(scopes && { AuthorizationType: 'JWT', AuthorizationScopes: scopes }),
  },
});
function resources() {
  return {
    Table: {
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: ['pk', 'sk'].map((name) => ({
          AttributeName: name,
          AttributeType: 'S',
        })),
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      },
    },
    Work: {
      Type: 'AWS::SQS::Queue',
      Properties: {
        VisibilityTimeout: 2,
        RedrivePolicy: { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 2 },
      },
    },
    Dead: { Type: 'AWS::SQS::Queue' },
    Topic: { Type: 'AWS::SNS::Topic' },
    frontRole: { Type: 'AWS::IAM::Role' },
    workerRole: { Type: 'AWS::IAM::Role' },
    frontPolicy: policy('front', [
      {
        Action: ['dynamodb:PutItem', 'dynamodb:Query'],
        Resource: arn('Table'),
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['see*'] } },
      },
      { Action: 'sqs:SendMessage', Resource: arn('Work') },
      { Action: 'sns:Publish', NotResource: 'arn:*:sns:*:*:*' },
    ]),
    workerPolicy: policy('worker', [
      { Action: 'dynamodb:PutItem', Resource: arn('Table') },
      {
        Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        Resource: arn('Work'),
      },
    ]),
    Front: fn(
      'front',
      { TABLE: { Ref: 'Table' }, QUEUE: { Ref: 'Work' }, TOPIC: { Ref: 'Topic' } },
      2,
    ),
    Worker: fn('worker', { TABLE: { Ref: 'Table' } }, 1),
    Mapping: {
      Type: 'AWS::Lambda::EventSourceMapping',
      Properties: {
        FunctionName: { Ref: 'Worker' },
        EventSourceArn: arn('Work'),
        BatchSize: 5,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api' },
    Authorizer: {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: {
        AuthorizerType: 'JWT',
        JwtConfiguration: { Issuer: 'https://elsewhere/', Audience: ['fixture'] },
      },
    },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationUri: arn('Front') },
    },
    Do: route('POST /do'),
    Echo: route('POST /echo/{id}'),
    Guarded: route('GET /guarded', ['read', 'admin']),
  };
}
