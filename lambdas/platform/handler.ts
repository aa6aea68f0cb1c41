import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { handle } from 'hono/aws-lambda';
import { clientConfig } from '../adapters/clients.ts';
import { required } from '../adapters/environment.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { tripStore } from '../adapters/trip-store.ts';
import { platformApp } from './app.ts';

export const handler = handle(
  platformApp({
    trips: tripStore(new DynamoDBClient(clientConfig), required('TABLE_NAME')),
    telemetry: telemetry(),
  }),
);
