import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';

const indexName = 'due';

export type TableAction =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'UpdateItem'
  | 'BatchWriteItem';
/** What items are of, as their partition keys begin: `ALERT#alr_…`. */
export type ItemKind = 'ALERT' | 'TEAM' | 'POLICY' | 'SCRIPT' | 'TRIP';

const writing: ReadonlySet<TableAction> = new Set(['PutItem', 'UpdateItem', 'BatchWriteItem']);

/** What DynamoDB asks of a writer's leave for the table's key, named instead of with wildcards. */
const writesWithKey = [
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
];

/**
 * Only items whose partition keys begin so. Without a key the condition holds, so no action that can
 * do without one, such as a scan, may ever be among those that it is put on.
 */
function ofKeys(patterns: string[]) {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } };
}

/** The one table: alerts, teams and policies, under a key of our own, recoverable to the second. */
export class AlertTable extends Construct {
  readonly table: TableV2;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Siaga: the alert table',
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(this.key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      timeToLiveAttribute: 'expiresAt',
      removalPolicy: RemovalPolicy.RETAIN,
      globalSecondaryIndexes: [
        {
          // Sparse: only alerts that still have something to do, or have ended, carry these keys.
          indexName,
          partitionKey: { name: 'dueShard', type: AttributeType.STRING },
          sortKey: { name: 'dueAt', type: AttributeType.NUMBER },
          projectionType: ProjectionType.KEYS_ONLY,
        },
      ],
    });
  }

  /** Leave for each action on items of these kinds alone, and to use the table's key for that. */
  items(mayDo: Partial<Record<TableAction, readonly ItemKind[]>>): PolicyStatement[] {
    const entries = Object.entries(mayDo) as [TableAction, readonly ItemKind[]][];
    const byKinds = Map.groupBy(entries, ([, kinds]) => kinds.join(' '));
    const statements = Array.from(byKinds.values(), (alike) => {
      const [[, kinds]] = alike as [(typeof entries)[number]];
      return new PolicyStatement({
        actions: alike.map(([action]) => `dynamodb:${action}`),
        resources: [this.table.tableArn],
        conditions: ofKeys(kinds.map((kind) => `${kind}#*`)),
      });
    });
    return [...statements, this.useOfKey(entries.some(([action]) => writing.has(action)))];
  }

  /**
   * Leave to query the index of what is due, and nothing else of the table; it holds keys alone. No
   * condition on its keys: the safety net must not hang on how IAM reads them for an index.
   */
  dueAlerts(): PolicyStatement[] {
    return [
      new PolicyStatement({
        actions: ['dynamodb:Query'],
        resources: [`${this.table.tableArn}/index/${indexName}`],
      }),
      this.useOfKey(false),
    ];
  }

  private useOfKey(writes: boolean): PolicyStatement {
    return new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:DescribeKey', ...(writes ? writesWithKey : [])],
      resources: [this.key.keyArn],
      conditions: {
        StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(this).region}.amazonaws.com` },
      },
    });
  }
}
