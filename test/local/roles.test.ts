import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assemblyFor } from '../../local/assembly.ts';
import { startLocal } from '../../local/start.ts';
import { City, pause, quick } from '../support/city.ts';
import { temporaryDir } from './fixture.ts';

interface Policy {
  Type: string;
  Properties: { PolicyDocument: { Statement: { Action: string | string[] }[] } };
}

/** The stack as it is deployed, but that a function's role lacks one action. */
async function assemblyWithout(action: string, policyOf: RegExp): Promise<string> {
  const dir = await assemblyFor(join(temporaryDir(), 'cdk.out'));
  const file = join(
    dir,
    readdirSync(dir).find((name) => name.endsWith('.template.json'))!,
  );
  const template = JSON.parse(readFileSync(file, 'utf8')) as { Resources: Record<string, Policy> };
  let taken = 0;
  for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
    if (Type !== 'AWS::IAM::Policy' || !policyOf.test(id)) continue;
    for (const statement of Properties.PolicyDocument.Statement) {
      const actions = [statement.Action].flat();
      if (actions.includes(action)) taken += 1;
      statement.Action = actions.filter((one) => one !== action);
    }
  }
  assert.equal(taken, 1, `${action} is allowed ${taken} times, not once`);
  writeFileSync(file, JSON.stringify(template));
  return dir;
}

test('a role of the stack that lacks one permission fails what needs it, and the log says which', async () => {
  const assembly = await assemblyWithout('dynamodb:PutItem', /^StaffRole/);
  const local = await startLocal({ assembly, dataDir: temporaryDir(), demoTeams: false });
  const city = new City(local);
  try {
    assert.equal((await city.staff('GET', '/policies/1')).status, 200, 'reading is allowed yet');
    assert.equal((await city.staff('PUT', '/policies/1', quick(5))).status, 500);
    const log = () => readFileSync(join(local.dataDir, 'logs', 'staff.log'), 'utf8');
    // A log is written while the answer is under way.
    for (const end = Date.now() + 5_000; !log().includes('AccessDenied'); await pause(50)) {
      if (Date.now() > end) break;
    }
    assert.match(log(), /AccessDeniedException/);
  } finally {
    await local.close();
  }
});
