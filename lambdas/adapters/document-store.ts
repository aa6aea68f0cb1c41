import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { EscalationPolicy, Tier } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import type { DocumentStore, Versioned } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';

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

  const save = (key: Item, document: object, version: number) => {
    const item = {
      ...key,
      version: { N: String(version + 1) },
      doc: { S: JSON.stringify(document) },
    };
    return putIf(client, table, item, version === 0 ? ifAbsent : ifVersion(version));
  };

  return {
    loadTeam: (tier) => load<Team>(teamKey(tier)),
    saveTeam: (tier, team, version) => save(teamKey(tier), team, version),
    loadPolicy: (tier) => load<EscalationPolicy>(policyKey(tier)),
    savePolicy: (tier, policy, version) => save(policyKey(tier), policy, version),
  };
}
