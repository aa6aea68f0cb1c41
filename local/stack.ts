import { join } from 'node:path';
import type { Properties, Template } from './template.ts';

/** What a template says, in the terms of those who run it. */
export interface LocalStack {
  functions: LocalFunction[];
  tables: Properties[];
  queues: { name: string; attributes: Record<string, string> }[];
  topics: { name: string; arn: string }[];
  mappings: Mapping[];
  schedules: { functionId: string; everyMs: number }[];
  routes: Route[];
  issuer: string;
  audience: string[];
}

export interface LocalFunction {
  id: string;
  /** What people call it: the last name of its construct path, in lower case. */
  name: string;
  codeDir: string;
  /** `file.export` */
  handler: string;
  environment: Record<string, string>;
  timeoutMs: number;
  statements: Statement[];
}

export interface Statement {
  Effect: string;
  Action: string | string[];
  Resource?: string | string[];
  NotResource?: string | string[];
  Condition?: unknown;
}

export interface Mapping {
  functionId: string;
  queueName: string;
  queueArn: string;
  batchSize: number;
  maxConcurrency: number;
  reportsFailures: boolean;
}

export interface Route {
  /** `GET /p/{token}` */
  key: string;
  functionId: string;
  /** Undefined where the route needs no token. */
  scopes?: string[];
}

/** Types that need nothing on one machine. Any other that is not run is an error. */
const harmless = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);
const run = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
]);

export function readStack(template: Template, assemblyDir: string): LocalStack {
  for (const [id, { Type }] of Object.entries(template.resources)) {
    if (!harmless.has(Type) && !run.has(Type)) {
      throw new Error(`the local stack does not know how to run ${id}, a ${Type}`);
    }
  }
  const [authorizer] = template.ofType('AWS::ApiGatewayV2::Authorizer');
  return {
    functions: readFunctions(template, assemblyDir),
    tables: ['AWS::DynamoDB::GlobalTable', 'AWS::DynamoDB::Table'].flatMap((type) =>
      template.ofType(type).map(({ id, properties }) => ({ ...properties, TableName: id })),
    ),
    queues: template.ofType('AWS::SQS::Queue').map(({ id, properties }) => ({
      name: id,
      attributes: queueAttributes(properties),
    })),
    topics: template
      .ofType('AWS::SNS::Topic')
      .map(({ id }) => ({ name: id, arn: template.resolve({ Ref: id }) as string })),
    mappings: template.ofType('AWS::Lambda::EventSourceMapping').map(({ properties }) => ({
      functionId: properties.FunctionName,
      queueArn: properties.EventSourceArn,
      queueName: lastOf(properties.EventSourceArn, ':'),
      batchSize: properties.BatchSize ?? 10,
      maxConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 1000,
      reportsFailures: (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
    })),
    schedules: template.ofType('AWS::Events::Rule').flatMap(({ properties }) =>
      properties.Targets.map((target: { Arn: string }) => ({
        functionId: lastOf(target.Arn, ':'),
        everyMs: readRate(properties.ScheduleExpression),
      })),
    ),
    routes: readRoutes(template),
    issuer: authorizer?.properties.JwtConfiguration.Issuer ?? '',
    audience: authorizer?.properties.JwtConfiguration.Audience ?? [],
  };
}

function readFunctions(template: Template, assemblyDir: string): LocalFunction[] {
  const policies = template.ofType('AWS::IAM::Policy');
  return template.ofType('AWS::Lambda::Function').map(({ id, properties, metadata }) => {
    const path = String(metadata['aws:cdk:path']).split('/');
    const role = lastOf(properties.Role, '/');
    return {
      id,
      name: path.at(-2)!.toLowerCase(),
      codeDir: join(assemblyDir, String(metadata['aws:asset:path'])),
      handler: properties.Handler,
      environment: properties.Environment?.Variables ?? {},
      timeoutMs: (properties.Timeout ?? 3) * 1000,
      statements: policies
        .filter((policy) => policy.properties.Roles.includes(role))
        .flatMap((policy) => policy.properties.PolicyDocument.Statement as Statement[]),
    };
  });
}

function readRoutes(template: Template): Route[] {
  const integrations = new Map(
    template.ofType('AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [id, properties]),
  );
  return template.ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => ({
    key: properties.RouteKey,
    functionId: lastOf(
      integrations.get(lastOf(properties.Target, '/'))!.IntegrationUri as string,
      ':',
    ),
    scopes:
      properties.AuthorizationType === 'JWT' ? (properties.AuthorizationScopes ?? []) : undefined,
  }));
}

function queueAttributes(properties: Properties): Record<string, string> {
  const names = [
    'VisibilityTimeout',
    'DelaySeconds',
    'MessageRetentionPeriod',
    'MaximumMessageSize',
    'ReceiveMessageWaitTimeSeconds',
    'RedrivePolicy',
  ];
  return Object.fromEntries(
    names
      .filter((name) => properties[name] !== undefined)
      .map((name) => {
        const value = properties[name] as unknown;
        return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
      }),
  );
}

function readRate(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const units: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
  if (count === undefined || unit === undefined) {
    throw new Error(`the schedule ${expression} is not understood here: rate(N minutes) is`);
  }
  return Number(count) * units[unit]!;
}

function lastOf(text: string, separator: string): string {
  return text.split(separator).at(-1)!;
}
