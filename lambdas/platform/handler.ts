import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientConfig } from '../adapters/clients.ts';
import { required } from '../adapters/environment.ts';
import { serve } from '../adapters/serve.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { tripStore } from '../adapters/trip-store.ts';
import { platformApp } from './app.ts';

export const handler = serve(
  platformApp({
    trips: tripStore(new DynamoDBClient(clientConfig), required('TABLE_NAME')),
    telemetry: telemetry(),
  }),
);
