import { join } from 'node:path';
import { readAuthorizer, readRoutes, type Route } from './api-routes.ts';
import { lastOf } from './arns.ts';
import { refuseUnknown } from './resource-types.ts';
import { readSchedules, type Schedule } from './schedule-expression.ts';
import type { Properties, Template } from './template.ts';

/** What a template says, in the terms of those who run it. */
export interface LocalStack {
  functions: LocalFunction[];
  tables: Properties[];
  queues: { name: string; attributes: Record<string, string> }[];
  topics: { name: string; arn: string }[];
  mappings: Mapping[];
  schedules: Schedule[];
  routes: Route[];
  issuer: string;
  audience: string[];
}

export interface LocalFunction {
  id: string;
  arn: string;
  /** What people call it: the last name of its construct path, in lower case. */
  name: string;
  codeDir: string;
  /** `file.export` */
  handler: string;
  environment: Record<string, string>;
  timeoutMs: number;
  memoryMb: number;
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

export function readStack(template: Template, assemblyDir: string): LocalStack {
  refuseUnknown(template);
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
    mappings: template
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties.Enabled !== false)
      .map(readMapping),
    schedules: readSchedules(template),
    routes: readRoutes(template),
    ...readAuthorizer(template),
  };
}

function readFunctions(template: Template, assemblyDir: string): LocalFunction[] {
  const policies = template.ofType('AWS::IAM::Policy');
  return template.ofType('AWS::Lambda::Function').map(({ id, properties, metadata }) => {
    const path = String(metadata['aws:cdk:path']).split('/');
    const role = lastOf(properties.Role, '/');
    return {
      id,
      arn: template.resolve({ 'Fn::GetAtt': [id, 'Arn'] }) as string,
      name: path.at(-2)!.toLowerCase(),
      codeDir: join(assemblyDir, String(metadata['aws:asset:path'])),
      handler: properties.Handler,
      environment: properties.Environment?.Variables ?? {},
      timeoutMs: (properties.Timeout ?? 3) * 1000,
      memoryMb: properties.MemorySize ?? 128,
      statements: policies
        .filter((policy) => policy.properties.Roles.includes(role))
        .flatMap((policy) => policy.properties.PolicyDocument.Statement as Statement[]),
    };
  });
}

function readMapping({ id, properties }: { id: string; properties: Properties }): Mapping {
  for (const unknown of ['FilterCriteria', 'MaximumBatchingWindowInSeconds']) {
    if (properties[unknown]) throw new Error(`${id} has ${unknown}, which is not run locally`);
  }
  return {
    functionId: properties.FunctionName,
    queueArn: properties.EventSourceArn,
    queueName: lastOf(properties.EventSourceArn, ':'),
    batchSize: properties.BatchSize ?? 10,
    maxConcurrency: properties.ScalingConfig?.MaximumConcurrency ?? 1000,
    reportsFailures: (properties.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
  };
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
        const value = properties[name];
        return [name, typeof value === 'object' ? JSON.stringify(value) : String(value)];
      }),
  );
}
