import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { certificate, member, team } from '../support/alerts.ts';
import { Office } from './office.ts';

const bigger = (): Team => team({ members: [...team().members, member('eka')] });
const renamed = (): Team =>
  team({ members: team().members.map((one) => ({ ...one, name: `${one.name} B.` })) });
const ownPolicy = { ...defaultPolicies[1], acknowledgeTimeoutSeconds: 600 };

let office: Office;
beforeEach(() => {
  office = new Office();
  office.api.memory.setTeam(1, team());
});
afterEach(() => office.close());

/** Somebody else stores a team, and she then says yes. */
const afterSomebodyStores = (theirs: Team) => async () => {
  const { version } = (await office.stored(1))!;
  const { status } = await office.api.put('/teams/1', theirs, `"${version}"`);
  assert.equal(status, 200);
  return true;
};

test('what changes is shown and asked for before it is stored', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.answers = [true];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.match(office.out, /^Tier 1\n {2}\+ eka Name \(eka\): responder; phone …/m);
  assert.match(office.out, /Tier 1: stored\.\n$/);
  assert.deepEqual(office.questions, ['Store tier 1?']);
  assert.deepEqual((await office.stored(1))!.document, bigger());
});

test('a no stores nothing and exits with 1', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.answers = [false];
  assert.equal(await office.type('apply', 'team.yaml'), 1);
  assert.match(office.err, /Nothing was stored/);
  assert.deepEqual(office.puts, []);
});

test('where nothing changes it says so, asks nothing and exits with 0', async () => {
  office.write('team.yaml', { 1: { team: team(), policy: defaultPolicies[1] } });
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.match(office.out, /^Nothing to change/);
  assert.deepEqual([office.questions, office.puts], [[], []]);
});

test('an export of what is stored, policy and all, changes nothing when it is applied', async () => {
  office.api.memory.setPolicy(1, ownPolicy);
  assert.equal(await office.type('export', '--out', 'all.yaml'), 0);
  assert.equal(await office.type('apply', 'all.yaml'), 0);
  assert.match(office.out, /^Nothing to change: .* for tier 1 and tier 2 and tier 3/);
});

test('a dry run shows what would change, asks nothing and stores nothing', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  assert.equal(await office.type('apply', 'team.yaml', '--dry-run', '--yes'), 0);
  assert.match(office.out, /\+ eka Name[^]*A dry run: nothing was stored\.\n$/);
  assert.deepEqual(office.puts, []);
});

test('with nobody to ask it refuses and exits with 2, unless --yes is said', async () => {
  office.attended = false;
  office.write('team.yaml', { 1: { team: bigger() } });
  assert.equal(await office.type('apply', 'team.yaml'), 2);
  assert.match(office.err, /nobody is here to ask. Say --yes/);
  assert.deepEqual(office.puts, []);
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
  assert.deepEqual((await office.stored(1))!.document, bigger());
});

test('a file that is not valid exits with 3 before anything is asked of a server', async () => {
  office.writeText('team.yaml', 'tiers:\n  1:\n    timeZone: Jakarta\n');
  assert.equal(await office.type('apply', 'team.yaml'), 3);
  assert.match(office.err, /^team\.yaml:3:5 tiers\.1\.timeZone must be an IANA time zone/m);
  assert.equal(await office.type('apply', 'none.yaml'), 3);
  assert.match(office.err, /none\.yaml: there is no such file/);
  office.writeText('latin1.yaml', Buffer.from('# caf\xE9', 'latin1'));
  assert.equal(await office.type('apply', 'latin1.yaml'), 3);
  assert.match(office.err, /latin1\.yaml: it cannot be read/);
  assert.deepEqual(office.requests, []);
});

test('a file in UTF-16, as Windows redirects an export, is read as well', async () => {
  assert.equal(await office.type('export', '--tier', '1'), 0);
  const bytes = Buffer.from(`\uFEFF${office.out}`, 'utf16le');
  office.writeText('team.yaml', bytes);
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.match(office.out, /^Nothing to change/);
});

test('of a file with several tiers all are stored after one question, or the one that is named', async () => {
  office.write('team.yaml', { 1: { team: bigger() }, 2: { team: team() }, 3: { team: team() } });
  assert.equal(await office.type('apply', 'team.yaml', '--tier', '3', '--yes'), 0);
  assert.deepEqual(office.puts, ['/v1/staff/teams/3']);
  office.answers = [true];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.deepEqual(office.questions, ['Store tier 1 and tier 2?']);
  assert.deepEqual(office.puts.slice(1), ['/v1/staff/teams/1', '/v1/staff/teams/2']);

  office.write('one.yaml', { 1: { team: team() } });
  assert.equal(await office.type('apply', 'one.yaml', '--tier', '2'), 2);
  assert.match(office.err, /one\.yaml has no tier 2; it has 1/);
});

test('a policy is stored beside its team, and alone where the team stays', async () => {
  office.write('team.yaml', { 1: { team: bigger(), policy: ownPolicy } });
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
  assert.match(office.out, /escalation policy\n +back to paging .* 5 min → 10 min/);
  assert.deepEqual(office.puts, ['/v1/staff/teams/1', '/v1/staff/policies/1']);
  assert.deepEqual((await office.storedPolicy(1))!.document, ownPolicy);

  const shorter = { ...ownPolicy, acknowledgeTimeoutSeconds: 60 };
  office.write('team.yaml', { 1: { team: bigger(), policy: shorter } });
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
  assert.deepEqual(office.puts.slice(2), ['/v1/staff/policies/1']);
});

test('a file without a policy leaves the stored one as it is', async () => {
  office.api.memory.setPolicy(1, ownPolicy);
  office.write('team.yaml', { 1: { team: bigger() } });
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
  assert.deepEqual((await office.storedPolicy(1))!.document, ownPolicy);
});

test('a policy that would page nobody is told with its line before the team is stored', async () => {
  const dead = { ...defaultPolicies[1], steps: [{ page: 'nights', waitSeconds: 30 }] };
  dead.repeat = { rounds: 1 };
  office.write('team.yaml', { 1: { team: bigger(), policy: dead } });
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 3);
  assert.match(office.err, /^team\.yaml:\d+:7 tiers\.1\.policy\.steps: no step pages anybody/);
  const untrained = { ...defaultPolicies[1], requiredCourses: [] };
  office.write('team.yaml', { 1: { team: bigger(), policy: untrained } });
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 3);
  assert.match(office.err, /^team\.yaml:\d+:7 tiers\.1\.policy\.requiredCourses: name a course/);
  assert.deepEqual(office.puts, []);
});

test('a lost race shows what the others did, then asks again, and a no leaves theirs', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.answers = [afterSomebodyStores(renamed()), false];
  assert.equal(await office.type('apply', 'team.yaml'), 1);
  const [, theirs, mine] = office.out.split(
    /Somebody else changed tier 1 meanwhile:|What your file/,
  );
  assert.match(theirs!, /name ana Name → ana Name B\./);
  assert.match(mine!, /name ana Name B\. → ana Name/);
  assert.match(mine!, /\+ eka Name/);
  assert.deepEqual(office.questions, ['Store tier 1?', 'Store tier 1 all the same?']);
  assert.deepEqual((await office.stored(1))!.document, renamed());
});

test('after a lost race a yes stores the file over what was shown, and over nothing newer', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.answers = [afterSomebodyStores(renamed()), afterSomebodyStores(team()), true];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.equal(office.questions.length, 3, 'raced twice, asked again twice');
  assert.deepEqual((await office.stored(1))!.document, bigger());
});

test('a race lost against the very same change leaves nothing to do', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.answers = [afterSomebodyStores(bigger())];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  assert.match(office.out, /Nothing is left to change/);
});

test('with --yes a lost race is shown, stores nothing and exits with 5', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  let raced = false;
  office.meanwhile = (method) => {
    if (method === 'PUT' && !raced) {
      raced = true;
      return Response.json({ detail: 'somebody else changed it' }, { status: 412 });
    }
    return undefined;
  };
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 5);
  assert.match(office.err, /not stored/);
  assert.deepEqual((await office.stored(1))!.document, team());
});

test('a race lost for the policy alone tells of the policy, not of her own team', async () => {
  office.write('team.yaml', { 1: { team: bigger(), policy: ownPolicy } });
  office.answers = [
    async () => {
      const quick = { ...defaultPolicies[1], acknowledgeTimeoutSeconds: 30 };
      await office.api.put('/policies/1', quick);
      return true;
    },
    true,
  ];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  const [, theirs, mine] = office.out.split(
    /Somebody else changed tier 1 meanwhile:|What your file/,
  );
  assert.match(theirs!, /5 min → 30 s/);
  assert.doesNotMatch(theirs! + mine!, /eka/);
  assert.deepEqual((await office.storedPolicy(1))!.document, ownPolicy);
});

test('warnings of the server that the command did not foresee are shown once it has stored', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.meanwhile = (method) => {
    if (method !== 'PUT') return undefined;
    const warnings = [
      { kind: 'unused_rotation', rotation: 'nights' },
      { kind: 'moon', phase: 4 },
    ];
    return Response.json({ warnings, moreWarnings: 2 }, { headers: { etag: '"2"' } });
  };
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
  assert.match(office.out, /! no step of the policy pages the rotation nights/);
  assert.match(office.out, /! \{"kind":"moon","phase":4\}/);
  assert.match(office.out, /! and 2 more that the server counted/);
});

test('a server without warnings in its answer is fine', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.meanwhile = (method) =>
    method === 'PUT' ? Response.json({}, { headers: { etag: '"2"' } }) : undefined;
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 0);
});

test('what is doubtful is told before the question, and what was so before apart from it', async () => {
  const expiring = { ...certificate, expiresOn: '2026-03-10' };
  const untrained = team().members.map((one) =>
    one.responderId === 'ana' ? { ...one, certificates: [expiring] } : one,
  );
  const gone = { ...team(), members: untrained };
  office.api.memory.setTeam(1, gone);
  const rotations = [{ ...team().rotations[0]!, name: 'nights' }, ...gone.rotations];
  office.write('team.yaml', { 1: { team: { ...gone, rotations } } });
  office.answers = [
    async () => {
      assert.match(office.out, /! no step of the policy pages the rotation nights\n/);
      assert.match(
        office.out,
        /! nobody on call as primary has the certificate for GoCar, GoRide: from Wed 11 Mar 2026 00:00 WIB on \(as before\)\n/,
      );
      return true;
    },
  ];
  assert.equal(await office.type('apply', 'team.yaml'), 0);
  const told = office.out.match(/pages the rotation nights/g);
  assert.equal(told?.length, 1, 'the server says the same, which is not told twice');
});

test('a server that refuses, errs or is none exits with 4 and its reason', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  const answers: [Response, RegExp][] = [
    [Response.json({ message: 'Unauthorized' }, { status: 401 }), /token is not accepted/],
    [Response.json({}, { status: 403 }), /lacks the scope/],
    [Response.json({ detail: 'id in our log' }, { status: 500 }), /answered 500: id in our log/],
    [new Response('<html>'), /is not a Siaga staff API/],
    [Response.json({ hello: 1 }), /is not a Siaga staff API/],
  ];
  for (const [response, expected] of answers) {
    office.meanwhile = (_, path) => (path.includes('/staff/') ? response.clone() : undefined);
    assert.equal(await office.type('apply', 'team.yaml', '--yes'), 4);
    assert.match(office.err, expected);
  }
});

test('a PUT that gets no answer is said to be in doubt, and a second run settles it', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.meanwhile = (method) => {
    if (method === 'PUT') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
    return undefined;
  };
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 4);
  assert.match(office.err, /does not answer \(ECONNRESET\); whether it was stored is not known/);
});

test('fields that only the server refuses are told with their lines', async () => {
  office.write('team.yaml', { 1: { team: bigger() } });
  office.meanwhile = (method) => {
    const errors = [{ field: 'members[4].phone', detail: 'a phone of ours' }];
    return method === 'PUT' ? Response.json({ detail: 'no', errors }, { status: 400 }) : undefined;
  };
  assert.equal(await office.type('apply', 'team.yaml', '--yes'), 3);
  assert.match(office.err, /^team\.yaml:\d\d:9 the server refuses members\[4\]\.phone: it must be/);
});

test('what steers a terminal does not reach it from a name', async () => {
  const evil = team({ members: [...team().members, member('eka', { name: 'E\u001B[2Jka' })] });
  office.write('team.yaml', { 1: { team: evil } });
  assert.equal(await office.type('apply', 'team.yaml', '--dry-run'), 0);
  assert.match(office.out, /E�\[2Jka/);
});
