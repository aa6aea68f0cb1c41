import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { type Script, scriptSchema } from '../domain/script/schema.ts';
import type { ScriptKey, ScriptStore } from '../ports.ts';
import type { Item } from './alert-item.ts';
import { ifAbsent, ifVersion, putIf } from './conditional-put.ts';
import { readDocument } from './document-store.ts';

/** Staff's own question scripts: documents that are replaced as a whole, as teams are. */
export function scriptStore(client: DynamoDBClient, table: string): ScriptStore {
  return {
    async loadScript(key) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: scriptKey(key), ConsistentRead: true }),
      );
      if (item === undefined) return undefined;
      const { version, document } = readDocument<Script>(item);
      // One that an older version has stored may no longer have the shape of a script.
      return { version, document: scriptSchema.safeParse(document).data };
    },

    saveScript(key, script, version) {
      const item = {
        ...scriptKey(key),
        version: { N: String(version + 1) },
        doc: { S: JSON.stringify(script) },
      };
      return putIf(client, table, item, version === 0 ? ifAbsent : ifVersion(version));
    },
  };
}

function scriptKey({ category, service, locale }: ScriptKey): Item {
  return { pk: { S: `SCRIPT#${category}` }, sk: { S: `${service}#${locale}` } };
}
