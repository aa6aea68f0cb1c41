import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { handle } from 'hono/aws-lambda';
import { alertStore } from '../adapters/alert-store.ts';
import { subOf } from '../adapters/caller.ts';
import { clientConfig } from '../adapters/clients.ts';
import { required } from '../adapters/environment.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { reporterApp } from './app.ts';

export const handler = handle(
  reporterApp(
    {
      store: alertStore(new DynamoDBClient(clientConfig), required('TABLE_NAME')),
      telemetry: telemetry(),
    },
    subOf,
  ),
);
