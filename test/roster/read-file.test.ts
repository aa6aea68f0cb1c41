import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readRoster } from '../../bin/roster/read-file.ts';
import { writeRoster } from '../../bin/roster/write-file.ts';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { team } from '../support/alerts.ts';

const good = `tiers:
  1:
    timeZone: Asia/Jakarta
    members:
      - responderId: sari
        name: Sari Wulandari
        phone: "+628111000101"
        roles: [responder, lead]
        certificates:
          - course: sensitive-cases
            services: all
            issuer: Training Unit
            issuedOn: 2026-01-01
            expiresOn: 2027-12-31
    rotations:
      - name: primary
        participants: [sari]
        start: 2026-06-01
        shift: {weeks: 1}
        handoff: 08:00
    overrides:
      - rotation: primary
        responderId: sari
        start: 2026-12-24T08:00:00+07:00
        end: 2026-12-25T08:00:00+07:00
    policy:
      steps:
        - {page: primary, waitSeconds: 30}
      repeat: {rounds: null}
      acknowledgeTimeoutSeconds: 300
`;

function read(text: string) {
  const found = readRoster(text);
  assert.ok(!Array.isArray(found), JSON.stringify(found));
  return found;
}

/** What is said of a mistake, as `line field …`. */
function problems(text: string): string[] {
  const found = readRoster(text);
  assert.ok(Array.isArray(found), 'the file is not valid');
  return found.map(({ line, says }) => `${line} ${says}`);
}

function mistake(right: string, wrong: string): string[] {
  assert.ok(good.includes(right));
  return problems(good.replace(right, wrong));
}

test('a file without a mistake is read, its policy beside its team', () => {
  const { team: found, policy } = read(good).tiers.get(1)!;
  assert.deepEqual(Object.keys(found), ['timeZone', 'members', 'rotations', 'overrides']);
  assert.equal(policy!.repeat.rounds, null);
});

test('the file that docs/roster.md shows is one', () => {
  const page = readFileSync(new URL('../../docs/roster.md', import.meta.url), 'utf8');
  const [, shown] = /```yaml\n([^]*?)```/.exec(page)!;
  assert.deepEqual([...read(shown!).tiers.keys()], [1]);
});

test('a mistake is told with its line, its field and what is allowed there', () => {
  assert.deepEqual(mistake('+628111000101', '0811'), [
    '7 tiers.1.members[0].phone must be a phone number in E.164, such as +628111000101',
  ]);
  assert.deepEqual(mistake('lead]', 'boss]'), [
    '8 tiers.1.members[0].roles[1] must be one of "responder", "lead"',
  ]);
  assert.deepEqual(mistake('issuedOn: 2026-01-01', 'issuedOn: 1 Jan 2026'), [
    '13 tiers.1.members[0].certificates[0].issuedOn must be a calendar day, YYYY-MM-DD',
  ]);
  assert.deepEqual(mistake('participants: [sari]', 'participants: [sary]'), [
    '17 tiers.1.rotations[0].participants[0] must be the responderId of a member',
  ]);
  assert.deepEqual(mistake('{weeks: 1}', '{weeks: 0}'), [
    '19 tiers.1.rotations[0].shift.weeks must be 1 or more (Whole weeks)',
  ]);
  assert.deepEqual(mistake('end: 2026-12-25', 'end: 2026-12-23'), [
    '25 tiers.1.overrides[0].end must be later than start',
  ]);
  const [step] = mistake('waitSeconds: 30', 'waitSeconds: half a minute');
  assert.match(step!, /^28 tiers\.1\.policy\.steps\[0\]\.waitSeconds must be a number \(/);
});

test('a misspelt field is told with the fields that there are, and the one that is missing', () => {
  const [missing, unknown] = mistake('handoff', 'hand-off');
  assert.match(missing!, /^16 tiers\.1\.rotations\[0\]\.handoff is missing; it must be/);
  assert.equal(
    unknown,
    '20 tiers.1.rotations[0].hand-off is not a field; there are name, participants, start, shift, handoff',
  );
  assert.deepEqual(mistake('  1:', '  4:'), [
    '1 tiers must be at least one of 1, 2 and 3',
    '2 tiers.4 is not a field; there are 1, 2, 3',
  ]);
});

test('all the mistakes of a file are told at once, in its order', () => {
  const wrong = good.replace('name: primary', 'nam: primary').replace('Asia/Jakarta', 'Jakarta');
  assert.deepEqual(
    problems(wrong).map((one) => Number.parseInt(one, 10)),
    [3, 16, 16],
  );
});

test('a number in place of text is told to want quotes, and is not repeated', () => {
  const [phone] = mistake('"+628111000101"', '+628111000101');
  assert.match(phone!, /^7 tiers\.1\.members\[0\]\.phone must be text: put it in quotes/);
  assert.doesNotMatch(phone!, /\d{4}/);
});

test('what is no YAML is told with its line, without what stands there', () => {
  for (const [right, wrong, line] of [
    ['    members:', '   members:', 4],
    ['        phone: ', '        name: ', 7],
    ['[responder, lead]', '[responder, lead', 9],
    ['services: all', 'services: *everything', 11],
    ['services: all', 'services: !mine all', 11],
    ['name: Sari Wulandari', 'name: Sari: "+628111000101"', 6],
  ] as const) {
    const found = mistake(right, wrong);
    assert.ok(found.length > 0);
    assert.equal(Number.parseInt(found[0]!, 10), line, found[0]);
    assert.doesNotMatch(found.join('\n'), /8111000101/);
  }
  assert.equal(problems(`${good}---\n${good}`).length, 1, 'one document a file');
});

test('a team that stands below no tier, and an empty file, are told what is missing', () => {
  const bare = JSON.stringify(team());
  for (const text of [bare, '', '- a', 'text']) {
    assert.deepEqual(problems(text), ['1 a team stands below its tier: tiers:, 1:, the team']);
  }
});

test('JSON is read too, tabs and all', () => {
  const json = JSON.stringify(
    { tiers: { 2: { ...team(), policy: defaultPolicies[2] } } },
    null,
    '\t',
  );
  assert.deepEqual(read(json).tiers.get(2), { team: team(), policy: defaultPolicies[2] });
});

test('a certificate is written once and repeated by its anchor for a team of hundreds', () => {
  const others = Array.from(
    { length: 250 },
    (_, index) => `      - responderId: r${index}
        name: R ${index}
        phone: "+62811${1_000_000 + index}"
        roles: [responder]
        certificates: *trained
`,
  );
  const text = good
    .replace('certificates:', 'certificates: &trained')
    .replace('    rotations:', `${others.join('')}    rotations:`);
  const { members } = read(text).tiers.get(1)!.team;
  assert.equal(members.length, 251);
  assert.deepEqual(members[250]!.certificates, members[0]!.certificates);
  // A mistake behind an anchor is where it is written.
  const found = problems(text.replace('expiresOn: 2027-12-31', 'expiresOn: soon'));
  assert.equal(found.length, 251);
  assert.ok(found.every((one) => one.startsWith('14 ')));
});

test('the two lines that npm prints into a redirected export are overlooked, lines kept', () => {
  const banner = '\n> siaga@0.1.0 roster\n> node bin/roster.ts export --tier 1\n\n';
  const exported = writeRoster([{ tier: 1, team: team() }], 'docs/roster.schema.json');
  for (const text of [banner + exported, (banner + exported).replaceAll('\n', '\r\n')]) {
    assert.deepEqual(read(text).tiers.get(1)!.team, team());
  }
  const [problem] = problems(banner + good.replace('Asia/Jakarta', 'Jakarta'));
  assert.match(problem!, /^7 tiers\.1\.timeZone must be an IANA time zone/);
});

test('the line of a field that only the server refuses is found as well', () => {
  const { problemAt } = read(good);
  const { line, column } = problemAt(['tiers', 1, 'policy', 'steps', 0, 'page'], 'no');
  assert.deepEqual([line, column], [28, 12]);
});
