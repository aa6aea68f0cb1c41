import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { EscalationPolicy, Tier } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import type { DocumentStore, Versioned } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { unlessConditionFails } from './alert-store.ts';

export function teamKey(tier: Tier): Item {
  return { pk: { S: `TEAM#${tier}` }, sk: { S: 'TEAM' } };
}

export function policyKey(tier: Tier): Item {
  return { pk: { S: `POLICY#${tier}` }, sk: { S: 'POLICY' } };
}

export function readDocument<Document>(item: Item): Versioned<Document> {
  return { version: Number(item.version!.N), document: JSON.parse(item.doc!.S!) as Document };
}

/** Teams and policies: documents that are replaced as a whole, each on condition of its version. */
export function documentStore(client: DynamoDBClient, table: string): DocumentStore {
  async function load<Document>(key: Item): Promise<Versioned<Document> | undefined> {
    const { Item: item } = await client.send(
      new GetItemCommand({ TableName: table, Key: key, ConsistentRead: true }),
    );
    return item && readDocument<Document>(item);
  }

  const save = (key: Item, document: object, ifVersion: number) =>
    unlessConditionFails(
      client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...key,
            version: { N: String(ifVersion + 1) },
            doc: { S: JSON.stringify(document) },
          },
          ...(ifVersion === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :before',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':before': { N: String(ifVersion) } },
              }),
        }),
      ),
    );

  return {
    loadTeam: (tier) => load<Team>(teamKey(tier)),
    saveTeam: (tier, team, ifVersion) => save(teamKey(tier), team, ifVersion),
    loadPolicy: (tier) => load<EscalationPolicy>(policyKey(tier)),
    savePolicy: (tier, policy, ifVersion) => save(policyKey(tier), policy, ifVersion),
  };
}
