import { type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Trip } from '../domain/trip.ts';
import type { TripStore } from '../ports.ts';
import type { Item } from './alert-item.ts';

const keepForDays = 90;

export function tripStore(client: DynamoDBClient, table: string): TripStore {
  return {
    async load(tripId) {
      const { Item: item } = await client.send(
        new GetItemCommand({ TableName: table, Key: tripKey(tripId), ConsistentRead: true }),
      );
      return item && (JSON.parse(item.doc!.S!) as Trip);
    },
    /** The platform sends all it knows of a trip each time, so the last one is the truth. */
    async put(trip) {
      const since = Math.ceil(Date.parse(trip.startedAt) / 1000);
      await client.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            ...tripKey(trip.tripId),
            doc: { S: JSON.stringify(trip) },
            expiresAt: { N: String(since + keepForDays * 86_400) },
          },
        }),
      );
    },
  };
}

/** An app may name a trip by half a character, which is no UTF-8 and so no key. */
function tripKey(tripId: string): Item {
  return { pk: { S: `TRIP#${tripId.toWellFormed()}` }, sk: { S: 'TRIP' } };
}
