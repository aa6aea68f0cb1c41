import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Eraser } from '../ports.ts';
import { ofAlert, queryAll } from './query-items.ts';
import { saidItem } from './said-store.ts';
import { writeBatches } from './write-batches.ts';

/** A stub outlives the words that it stands for: `keepForDays` is how long an alert is kept. */
export function eraser(client: DynamoDBClient, table: string, keepForDays: number): Eraser {
  return {
    async replaceSaid(stubs) {
      const requests = stubs.map((stub) => {
        const { erasedAt = stub.at } = stub;
        return { PutRequest: { Item: saidItem(stub, erasedAt, keepForDays) } };
      });
      await writeBatches(client, table, requests);
    },

    async removePositions(alertId) {
      const items = await queryAll(client, table, { alertId, prefix: 'LOC#' });
      const requests = items.map(({ sk }) => ({
        DeleteRequest: { Key: ofAlert(alertId, sk!.S!) },
      }));
      await writeBatches(client, table, requests);
      return items.length;
    },
  };
}
