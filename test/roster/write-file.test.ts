import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changes } from '../../bin/roster/changes.ts';
import { readRoster } from '../../bin/roster/read-file.ts';
import type { TierRoster } from '../../bin/roster/schema.ts';
import { type Exported, writeRoster } from '../../bin/roster/write-file.ts';
import { defaultPolicies, type Tier } from '../../lambdas/domain/policy.ts';
import { team } from '../support/alerts.ts';
import { anyPolicy, anyTeam } from './arbitrary.ts';

const schema = 'docs/roster.schema.json';

function readBack(text: string): ReadonlyMap<Tier, TierRoster> {
  const read = readRoster(text);
  assert.ok(!Array.isArray(read), JSON.stringify(read));
  return read.tiers;
}

const anyExport = fc
  .record({ team: anyTeam, policy: fc.option(anyPolicy, { nil: undefined }) })
  .map(({ team: of, policy }) => ({ team: of, ...(policy !== undefined && { policy }) }));

test('what is read back from an export is what the server has, whatever that is', () => {
  fc.assert(
    fc.property(anyExport, anyExport, (first, third) => {
      const exported: Exported[] = [
        { tier: 1, ...first },
        { tier: 3, ...third },
      ];
      const read = readBack(writeRoster(exported, schema));
      assert.deepEqual([...read.keys()], [1, 3]);
      for (const { tier, team: stored, policy } of exported) {
        assert.deepEqual(read.get(tier), { team: stored, policy });
        const had = { team: stored, policy: policy ?? defaultPolicies[tier] };
        assert.deepEqual(changes(had, read.get(tier)!), [], 'nothing to change');
      }
    }),
    { numRuns: 300 },
  );
});

test('an export begins with the line by which editors find the schema', () => {
  const [first] = writeRoster([{ tier: 1, team: team() }], schema).split('\n');
  assert.equal(first, '# yaml-language-server: $schema=docs/roster.schema.json');
});

test('a built-in policy is exported as a comment that becomes one’s own by uncommenting it', () => {
  const text = writeRoster([{ tier: 2, team: team() }], schema);
  assert.equal(readBack(text).get(2)!.policy, undefined);
  const [before, after] = text.split(/(?=^ {4}# policy:$)/m);
  const own = before! + after!.replaceAll(/^( {4})# /gm, '$1');
  assert.deepEqual(readBack(own).get(2)!.policy, defaultPolicies[2]);
});

test('short lists stand on one line, as people write them', () => {
  const text = writeRoster([{ tier: 1, team: team() }], schema);
  assert.match(text, /^ {8}roles: \[responder, lead\]$/m);
  assert.match(text, /^ {8}shift: \{days: 7\}$/m);
  assert.match(text, /^ {2}1:$/m);
});
