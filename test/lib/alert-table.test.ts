import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ofType, resource } from './fixture.ts';

const [table] = ofType('AWS::DynamoDB::GlobalTable');
const { Properties: properties } = table!;
const [replica] = properties.Replicas;

test('There is one table, in one region, paid by request.', () => {
  assert.equal(ofType('AWS::DynamoDB::GlobalTable').length, 1);
  assert.equal(properties.Replicas.length, 1);
  assert.equal(properties.BillingMode, 'PAY_PER_REQUEST');
});

test('The table outlives its stack and cannot be deleted by mistake.', () => {
  assert.equal(table!.DeletionPolicy, 'Retain');
  assert.equal(replica.DeletionProtectionEnabled, true);
});

test('The table can be brought back to any second.', () => {
  assert.equal(replica.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled, true);
});

test('The table lies under a key of our own, which rotates and outlives the stack too.', () => {
  const [keyId] = replica.SSESpecification.KMSMasterKeyId['Fn::GetAtt'];
  const key = resource(keyId);
  assert.equal(key.Type, 'AWS::KMS::Key');
  assert.equal(key.Properties.EnableKeyRotation, true);
  assert.equal(key.DeletionPolicy, 'Retain');
});

test('Items end when their expiresAt has come.', () => {
  assert.deepEqual(properties.TimeToLiveSpecification, {
    AttributeName: 'expiresAt',
    Enabled: true,
  });
});

test('The one index is by due time within a shard, and holds nothing but keys.', () => {
  assert.deepEqual(properties.GlobalSecondaryIndexes, [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'dueShard', KeyType: 'HASH' },
        { AttributeName: 'dueAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ]);
  const types = Object.fromEntries(
    properties.AttributeDefinitions.map((one: Record<string, string>) => [
      one.AttributeName,
      one.AttributeType,
    ]),
  );
  assert.deepEqual(types, { pk: 'S', sk: 'S', dueShard: 'S', dueAt: 'N' });
});
