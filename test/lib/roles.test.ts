import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameOf, ofType, type Properties, resource } from './fixture.ts';

const items = (...kinds: string[]) => [`table: ${kinds.map((kind) => `${kind}#*`).join(' ')}`];
const due = 'table/index/due';
const key = 'key of the table';
const log = 'own log';
const anyQueue = ['queue 1', 'queue 2', 'queue 3'];
const anyPager = ['pager 1', 'pager 2', 'pager 3'];
const phone = 'everything but topics';

const logs = { 'logs:CreateLogStream': [log], 'logs:PutLogEvents': [log] };
const reads = { 'kms:Decrypt': [key], 'kms:DescribeKey': [key] };
const writes = {
  ...reads,
  'kms:Encrypt': [key],
  'kms:GenerateDataKey': [key],
  'kms:GenerateDataKeyWithoutPlaintext': [key],
  'kms:ReEncryptFrom': [key],
  'kms:ReEncryptTo': [key],
};
/** A queue, and past it the pager. */
const hints = { 'sqs:SendMessage': anyQueue, 'lambda:InvokeFunction': anyPager };

/** All that each function may do, and to what. */
const mayDo: Record<string, Record<string, string[]>> = {
  Press: {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('ALERT'),
    'dynamodb:PutItem': items('ALERT'),
    ...hints,
  },
  Reporter: {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('ALERT', 'SCRIPT'),
    'dynamodb:PutItem': items('ALERT'),
    'dynamodb:BatchWriteItem': items('ALERT'),
    ...hints,
    'dynamodb:Query': items('ALERT'),
  },
  Platform: { ...logs, ...writes, 'dynamodb:PutItem': items('TRIP') },
  Responder: {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('ALERT', 'TEAM', 'POLICY', 'SCRIPT', 'TRIP'),
    'dynamodb:PutItem': items('ALERT'),
    'dynamodb:UpdateItem': items('TEAM'),
    'dynamodb:BatchGetItem': items('ALERT'),
    'dynamodb:Query': [...items('ALERT'), due],
    ...hints,
  },
  Staff: {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('ALERT', 'TEAM', 'POLICY', 'SCRIPT', 'TRIP'),
    'dynamodb:PutItem': items('ALERT', 'TEAM', 'POLICY', 'SCRIPT'),
    'dynamodb:UpdateItem': items('TEAM'),
    'dynamodb:BatchGetItem': items('ALERT'),
    'dynamodb:BatchWriteItem': items('ALERT'),
    'dynamodb:Query': [...items('ALERT'), due],
    ...hints,
  },
  'Sweeping/Sweeper': { ...logs, ...reads, 'dynamodb:Query': [due], ...hints },
  'RotaTelling/Rota': {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('TEAM', 'POLICY'),
    'dynamodb:PutItem': items('TEAM'),
    'sns:Publish': [phone, 'topic 1', 'topic 2', 'topic 3'],
  },
  ...Object.fromEntries([1, 2, 3].map((tier) => [`Tier${tier}/Pager`, pager(tier)])),
};

function pager(tier: number): Record<string, string[]> {
  const queue = [`queue ${tier}`];
  return {
    ...logs,
    ...writes,
    'dynamodb:GetItem': items('ALERT', 'TEAM', 'SCRIPT'),
    'dynamodb:PutItem': items('ALERT', 'TEAM'),
    'dynamodb:BatchGetItem': items('ALERT', 'TEAM', 'POLICY'),
    'sqs:SendMessage': queue,
    'sqs:ReceiveMessage': queue,
    'sqs:DeleteMessage': queue,
    'sqs:ChangeMessageVisibility': queue,
    'sqs:GetQueueAttributes': queue,
    'sqs:GetQueueUrl': queue,
    'sns:Publish': [phone, `topic ${tier}`],
  };
}

for (const one of ofType('AWS::Lambda::Function')) {
  const role = one.Properties.Role['Fn::GetAtt'][0] as string;
  const name = nameOf(one);

  test(`${name} may do what the table above says and nothing else.`, () => {
    const found = permissionsOf(role, name);
    assert.deepEqual(found, sorted(mayDo[name] ?? {}));
  });

  test(`${name} has a role of its own without managed policies, for Lambda alone.`, () => {
    const { Properties: properties } = resource(role);
    assert.equal(properties.ManagedPolicyArns, undefined);
    const [trusted] = properties.AssumeRolePolicyDocument.Statement;
    assert.deepEqual(trusted.Principal, { Service: 'lambda.amazonaws.com' });
    const users = ofType('AWS::Lambda::Function').filter(
      (other) => other.Properties.Role['Fn::GetAtt'][0] === role,
    );
    assert.equal(users.length, 1);
  });
}

test('No function reads or writes the table without its items’ kinds being named.', () => {
  const statements = ofType('AWS::IAM::Policy')
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Properties[])
    .filter((statement) => JSON.stringify(statement.Action).includes('dynamodb:'));
  assert.ok(statements.length >= Object.keys(mayDo).length);
  // The condition holds for a call without a key, so only calls that cannot be without one may stand.
  const keyed = /^dynamodb:(Batch(Get|Write)|Get|Put|Update)Item$|^dynamodb:Query$/;
  for (const statement of statements) {
    // The index holds keys alone, and its own keys are no items'.
    const isOfIndex = JSON.stringify(statement.Resource).includes('/index/');
    assert.equal(keysOf(statement.Condition) === '', isOfIndex);
    for (const action of [statement.Action].flat()) assert.match(action, keyed);
  }
});

test('A function uses the key of the table through DynamoDB alone.', () => {
  const conditions = ofType('AWS::IAM::Policy')
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Properties[])
    .filter((statement) => JSON.stringify(statement.Action).includes('kms:'))
    .map((statement) => statement.Condition);
  assert.equal(conditions.length, Object.keys(mayDo).length);
  for (const condition of conditions) {
    assert.deepEqual(condition, {
      StringEquals: { 'kms:ViaService': 'dynamodb.ap-southeast-3.amazonaws.com' },
    });
  }
});

function permissionsOf(role: string, name: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const statements = ofType('AWS::IAM::Policy')
    .filter((policy) => policy.Properties.Roles.some((one: Properties) => one.Ref === role))
    .flatMap((policy) => policy.Properties.PolicyDocument.Statement as Properties[]);
  for (const { Effect, Action, Resource: resources, NotResource, Condition } of statements) {
    assert.equal(Effect, 'Allow');
    const places =
      NotResource === undefined
        ? [resources].flat().map((one) => placeOf(one, name) + keysOf(Condition))
        : [exceptionOf(NotResource)];
    for (const action of [Action].flat() as string[]) {
      found[action] = [...(found[action] ?? []), ...places];
    }
  }
  return sorted(found);
}

/** Which items of the table a statement is for. */
function keysOf(condition: Properties | undefined): string {
  const keys = condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'];
  return keys === undefined ? '' : `: ${[keys].flat().join(' ')}`;
}

function exceptionOf(notResource: unknown): string {
  assert.equal(notResource, 'arn:*:sns:*:*:*');
  return phone;
}

/** What an ARN in the template is called in the table above. */
function placeOf(arn: Properties | string, functionName: string): string {
  assert.ok(typeof arn === 'object', `${JSON.stringify(arn)} is not a resource of the stack`);
  const parts = arn['Fn::Join'] as [string, [Properties, string]] | undefined;
  if (parts !== undefined) return placeOf(parts[1][0], functionName) + parts[1][1];
  const id = (arn.Ref ?? arn['Fn::GetAtt'][0]) as string;
  const place = nameOf(resource(id));
  if (place === `${functionName}Log`) return log;
  const lane = /^Tier(\d)\/(Queue|Topic|Pager)$/.exec(place);
  if (lane) return `${lane[2]!.toLowerCase()} ${lane[1]}`;
  return { 'Alerts/Table': 'table', 'Alerts/Key': key }[place] ?? place;
}

function sorted(permissions: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(permissions)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([action, places]) => [action, places.toSorted()]),
  );
}
