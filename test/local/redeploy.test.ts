import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startLocal } from '../../local/start.ts';
import { eventually, make, seen, temporaryDir, writeAssembly } from './fixture.ts';

interface FixtureResources {
  Work: { Properties: { VisibilityTimeout: number } };
  Table: { Properties: { AttributeDefinitions: object[]; GlobalSecondaryIndexes?: object[] } };
}

/** The fixture's template with one thing changed, as after a pull. */
function assemblyWith(change: (resources: FixtureResources) => void): string {
  const assembly = writeAssembly();
  const file = join(assembly, 'fixture.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8')) as {
    Resources: FixtureResources;
  };
  change(template.Resources);
  writeFileSync(file, JSON.stringify(template));
  return assembly;
}

test('a changed queue keeps its messages and goes by its new attributes', async () => {
  const dataDir = temporaryDir();
  const patient = assemblyWith((resources) => {
    resources.Work.Properties.VisibilityTimeout = 600;
  });
  const old = await startLocal({ assembly: patient, dataDir, demoTeams: false });
  await make(old, 'send', { text: 'kept', delay: 3 });
  await old.close();
  const next = await startLocal({ assembly: writeAssembly(), dataDir, demoTeams: false });
  await eventually(async () => (await seen(next)).includes('kept 1 aws:sqs'));
  // It comes a second time after the new 2 s, not the old 600 s.
  await make(next, 'send', { text: 'bad' });
  await eventually(async () => (await seen(next)).includes('bad 2 aws:sqs'));
  await next.close();
});

test('a stored table that the template has changed is an error that says what to do', async () => {
  const dataDir = temporaryDir();
  const old = await startLocal({ assembly: writeAssembly(), dataDir, demoTeams: false });
  await old.close();
  const indexed = assemblyWith(({ Table }) => {
    const { AttributeDefinitions } = Table.Properties;
    AttributeDefinitions.push({ AttributeName: 'due', AttributeType: 'S' });
    const KeySchema = [{ AttributeName: 'due', KeyType: 'HASH' }];
    const Projection = { ProjectionType: 'KEYS_ONLY' };
    Table.Properties.GlobalSecondaryIndexes = [{ IndexName: 'due', KeySchema, Projection }];
  });
  const options = { assembly: indexed, dataDir, demoTeams: false };
  await assert.rejects(startLocal(options), /Table has other keys or indexes.*--fresh/);
  await (await startLocal({ ...options, fresh: true })).close();
  // Stored with its index, it is the same table at the next start.
  await (await startLocal(options)).close();
});
