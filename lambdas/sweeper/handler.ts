import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientConfig } from '../adapters/clients.ts';
import { dueStore } from '../adapters/due-store.ts';
import { required } from '../adapters/environment.ts';
import { telemetry } from '../adapters/telemetry.ts';
import { allTierQueues } from '../adapters/tier-queues.ts';
import { sweep, type SweeperPorts } from './sweep.ts';

const common = { clock: { now: Date.now }, telemetry: telemetry() };

const ports: SweeperPorts = {
  store: dueStore(new DynamoDBClient(clientConfig), required('TABLE_NAME')),
  queue: allTierQueues(common),
  ...common,
};

export async function handler(): Promise<void> {
  await sweep(ports);
}
