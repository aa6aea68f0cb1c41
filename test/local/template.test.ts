import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readStack } from '../../local/stack.ts';
import { Template } from '../../local/template.ts';

const places = {
  region: 'ap-southeast-3',
  apiUrl: 'http://localhost:3000',
  queueUrl: (name: string) => `http://127.0.0.1:1/000000000000/${name}`,
};

const template = new Template(
  {
    Parameters: { Size: { Default: 'large' }, Unset: {} },
    Conditions: {
      IsLarge: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] },
      IsSmall: { 'Fn::Not': [{ Condition: 'IsLarge' }] },
      Both: { 'Fn::And': [{ Condition: 'IsLarge' }, { Condition: 'IsSmall' }] },
      Either: { 'Fn::Or': [{ Condition: 'IsLarge' }, { Condition: 'IsSmall' }] },
    },
    Resources: {
      Queue: { Type: 'AWS::SQS::Queue' },
      Topic: { Type: 'AWS::SNS::Topic' },
      Api: { Type: 'AWS::ApiGatewayV2::Api' },
      Table: { Type: 'AWS::DynamoDB::GlobalTable' },
      Absent: { Type: 'AWS::SQS::Queue', Condition: 'IsSmall' },
    },
  },
  places,
);

const cases: [what: string, written: unknown, resolved: unknown][] = [
  ['Ref of a queue', { Ref: 'Queue' }, 'http://127.0.0.1:1/000000000000/Queue'],
  ['Ref of a topic', { Ref: 'Topic' }, 'arn:aws:sns:ap-southeast-3:000000000000:Topic'],
  ['Ref of a table', { Ref: 'Table' }, 'Table'],
  ['Ref of a parameter', { Ref: 'Size' }, 'large'],
  ['a pseudo parameter', { Ref: 'AWS::Region' }, 'ap-southeast-3'],
  ['GetAtt in a list', { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] }, 'http://localhost:3000'],
  ['GetAtt with a dot', { 'Fn::GetAtt': 'Api.ApiEndpoint' }, 'http://localhost:3000'],
  ['Join', { 'Fn::Join': ['-', ['a', { Ref: 'Size' }]] }, 'a-large'],
  ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
  [
    'Sub',
    { 'Fn::Sub': '${AWS::Region} ${Api.ApiEndpoint}' },
    'ap-southeast-3 http://localhost:3000',
  ],
  ['Sub with values', { 'Fn::Sub': ['${x}-${Size}', { x: { Ref: 'Table' } }] }, 'Table-large'],
  ['Sub with a literal', { 'Fn::Sub': '${!Size}' }, '${Size}'],
  ['If that holds', { 'Fn::If': ['IsLarge', 'yes', 'no'] }, 'yes'],
  ['If that does not', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
  ['Or', { 'Fn::If': ['Either', 1, 2] }, 1],
  ['NoValue in an object', { a: { Ref: 'AWS::NoValue' }, b: 1 }, { b: 1 }],
  ['NoValue in a list', [{ 'Fn::If': ['IsSmall', 1, { Ref: 'AWS::NoValue' }] }, 2], [2]],
];

for (const [what, written, resolved] of cases) {
  test(`${what} is worked out`, () => assert.deepEqual(template.resolve(written), resolved));
}

test('a resource whose condition does not hold is not there', () => {
  assert.equal(template.resources.Absent, undefined);
  assert.throws(() => template.resolve({ Ref: 'Absent' }), /Absent, which it lacks/);
});

test('what is not known is an error, never a guess', () => {
  assert.throws(() => template.resolve({ Ref: 'Nothing' }), /Nothing, which it lacks/);
  assert.throws(() => template.resolve({ 'Fn::ImportValue': 'x' }), /Fn::ImportValue/);
  assert.throws(() => template.resolve({ 'Fn::GetAtt': ['Queue', 'Colour'] }), /no attribute/);
  assert.throws(() => template.resolve({ Ref: 'Unset' }), /Unset has no default/);
  assert.throws(() => template.resolve({ 'Fn::If': ['Unheard', 1, 2] }), /Unheard, which it lacks/);
});

function stackOf(Resources: object) {
  return readStack(new Template({ Resources } as never, places), '/nowhere');
}

test('a resource of a type that is not run is an error', () => {
  const bucket = { Type: 'AWS::S3::Bucket' };
  assert.throws(() => stackOf({ Bucket: bucket }), /how to run Bucket, a AWS::S3::Bucket/);
});

const subscription = (Protocol: string) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { Protocol },
});

test('a subscription is harmless where it is mail, and an error where it would have to be run', () => {
  assert.doesNotThrow(() => stackOf({ One: subscription('email') }));
  assert.throws(() => stackOf({ One: subscription('sqs') }), /AWS::SNS::Subscription/);
});

test('an event source that filters is an error, since the filter would not be run', () => {
  const Properties = { FilterCriteria: { Filters: [] }, EventSourceArn: 'a:b', FunctionName: 'f' };
  const mapping = { Type: 'AWS::Lambda::EventSourceMapping', Properties };
  assert.throws(() => stackOf({ Mapping: mapping }), /Mapping has FilterCriteria/);
});

const rule = (State: string) => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    State,
    ScheduleExpression: 'rate(2 minutes)',
    Targets: [{ Arn: 'arn:aws:lambda:r:a:function:One' }],
  },
});

test('schedules of both kinds are read, but for those that are switched off', () => {
  const scheduled = {
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      ScheduleExpression: 'rate(1 hour)',
      Target: { Arn: 'arn:aws:lambda:r:a:function:Two', Input: '{"a":1}' },
    },
  };
  const { schedules } = stackOf({ On: rule('ENABLED'), Off: rule('DISABLED'), Hourly: scheduled });
  assert.deepEqual(schedules, [
    { functionId: 'One', everyMs: 120_000 },
    { functionId: 'Two', everyMs: 3_600_000, input: { a: 1 } },
  ]);
});

test('events that may be tried again are an error, since they are run once here', () => {
  const events = (MaximumRetryAttempts?: number) => ({
    Type: 'AWS::Lambda::EventInvokeConfig',
    Properties: { FunctionName: 'f', Qualifier: '$LATEST', MaximumRetryAttempts },
  });
  assert.throws(() => stackOf({ Config: events() }), /Config allows retries/);
  assert.throws(() => stackOf({ Config: events(2) }), /Config allows retries/);
  assert.deepEqual(stackOf({ Config: events(0) }).mappings, []);
});

test('an event source that is switched off is not polled', () => {
  const mapping = (Enabled: boolean) => ({
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { Enabled, EventSourceArn: 'arn:aws:sqs:r:a:Queue', FunctionName: 'f' },
  });
  const { mappings } = stackOf({ On: mapping(true), Off: mapping(false) });
  assert.equal(mappings.length, 1);
});

test('a route whose authorization is not checked here is an error, never an open route', () => {
  const route = (AuthorizationType: string) => ({
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { IntegrationUri: 'arn:aws:lambda:r:a:function:One' },
    },
    Route: {
      Type: 'AWS::ApiGatewayV2::Route',
      Properties: { RouteKey: 'GET /', Target: 'integrations/Integration', AuthorizationType },
    },
  });
  assert.throws(() => stackOf(route('AWS_IAM')), /Route asks for AWS_IAM/);
  assert.equal(stackOf(route('NONE')).routes[0]!.scopes, undefined);
  assert.deepEqual(stackOf(route('JWT')).routes[0]!.scopes, []);
});

test('a second authorizer, or one of another kind, is an error', () => {
  const authorizer = (AuthorizerType: string) => ({
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: { AuthorizerType, JwtConfiguration: { Issuer: 'i', Audience: ['a'] } },
  });
  assert.throws(() => stackOf({ One: authorizer('REQUEST') }), /one JWT authorizer alone/);
  const two = { One: authorizer('JWT'), Two: authorizer('JWT') };
  assert.throws(() => stackOf(two), /one JWT authorizer alone/);
});
