import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { run } from '../../bin/roster/run.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { City } from '../support/city.ts';

/** A supervisor keeps the rota of tier 1 in a file; a colleague of hers uses the staff API. */
const folder = mkdtempSync(join(tmpdir(), 'siaga-desk-'));
const file = join(folder, 'team.yaml');
let city: City;

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command as it is, in a process of its own; nobody sits at its terminal. */
function roster(...argv: string[]): Promise<Ran> {
  const command = new URL('../../bin/roster.ts', import.meta.url).pathname;
  const args = [command, ...argv, '--url', city.local.url];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: folder }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** Runs it in this process, with somebody there who answers. */
async function rosterWith(answers: (() => Promise<boolean>)[], ...argv: string[]): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  ran.code = await run([...argv, '--url', city.local.url], {
    env: {},
    cwd: folder,
    now: Date.now,
    fetch,
    out: (text) => void (ran.out += `${text}\n`),
    err: (text) => void (ran.err += `${text}\n`),
    ask: async () => answers.shift()!(),
    paint: (_, text) => text,
  });
  return ran;
}

function edit(from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const edited = text.replace(from, to);
  assert.notEqual(edited, text, `${String(from)} is in the file`);
  writeFileSync(file, edited);
}

async function storedTeam(): Promise<Team> {
  return (await city.staff('GET', '/teams/1')).json() as Promise<Team>;
}

describe('A rota kept in a file', { timeout: 120_000 }, () => {
  before(async () => {
    city = await City.open();
  });
  after(async () => {
    await city.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('she exports the team of tier 1, and the file as it is changes nothing', async () => {
    assert.deepEqual(await roster('export', '--tier', '1', '--out', 'team.yaml'), {
      code: 0,
      out: '',
      err: '',
    });
    const { code, out } = await roster('apply', 'team.yaml');
    assert.deepEqual([code, out.startsWith('Nothing to change')], [0, true]);
  });

  test('what she edits is shown and not stored, as long as nobody says yes', async () => {
    edit('name: Maya Kusuma', 'name: Maya Putri');
    edit('participants: [primary-1]', 'participants: [stand-by-1]');
    const { code, out, err } = await roster('apply', 'team.yaml');
    assert.equal(code, 2);
    assert.match(out, /name Maya Kusuma → Maya Putri/);
    assert.match(out, /on call from now: primary Sari Wulandari → Maya Putri/);
    assert.ok(!out.includes('\u001B['), 'no colours outside a terminal');
    assert.doesNotMatch(out, /\d{7}/, 'no whole number of a phone');
    assert.match(err, /nobody is here to ask/);
    assert.equal((await storedTeam()).members[2]!.name, 'Maya Kusuma');
  });

  test('with a yes it is stored, and the next press pages whom the file says', async () => {
    assert.equal((await roster('apply', 'team.yaml', '--yes')).code, 0);
    assert.equal((await roster('apply', 'team.yaml')).code, 0, 'and once is enough');
    await city.press('rider-1', { pressId: 'p1', service: 'GoRide', tripId: 'trip-1' });
    const { phone } = (await storedTeam()).members[2]!;
    assert.match((await city.sms(phone)).text, /^SIAGA T1 /);
  });

  test('a mistake is told with its line before anything is stored', async () => {
    const good = readFileSync(file, 'utf8');
    edit('[responder, lead]', '[responder, boss]');
    const { code, err } = await roster('apply', 'team.yaml', '--yes');
    const line = good.split('\n').findIndex((one) => one.includes('lead]')) + 1;
    assert.equal(code, 3);
    assert.match(err, new RegExp(`^team.yaml:${line}:28 .*must be one of "responder", "lead"`));
    writeFileSync(file, good);
  });

  test('a colleague is faster: she sees his change, and takes it in before she stores hers', async () => {
    edit('name: Budi Santoso', 'name: Budi S.');
    const colleague = async () => {
      const team = await storedTeam();
      team.rotations[1]!.handoff = '20:00';
      await city.putTeam(1, team);
      return true;
    };
    const raced = await rosterWith([colleague, async () => false], 'apply', 'team.yaml');
    assert.equal(raced.code, 1);
    assert.match(
      raced.out,
      /Somebody else changed tier 1 meanwhile:\n.*\n +hand-off at 08:00 → 20:00/,
    );
    assert.match(raced.out, /theirs is undone:[^]*hand-off at 20:00 → 08:00/);
    assert.equal((await storedTeam()).rotations[1]!.handoff, '20:00', 'his change stands');

    edit(/(?<before>name: secondary[^]*?handoff: )08:00/, '$<before>20:00');
    const stored = await rosterWith([async () => true], 'apply', 'team.yaml');
    assert.equal(stored.code, 0);
    const { members, rotations } = await storedTeam();
    assert.deepEqual([members[1]!.name, rotations[1]!.handoff], ['Budi S.', '20:00']);
  });

  test('a policy of her own is stored from the comment that the export left', async () => {
    const text = readFileSync(file, 'utf8');
    const [team, policy] = text.split(/(?=^ {4}# policy:$)/m);
    writeFileSync(file, team! + policy!.replaceAll(/^( {4})# /gm, '$1').replace('30}', '45}'));
    assert.equal((await roster('apply', 'team.yaml', '--yes')).code, 0);
    const own = (await (await city.staff('GET', '/policies/1')).json()) as {
      steps: { waitSeconds: number }[];
    };
    assert.equal(own.steps[0]!.waitSeconds, 45);
    const again = await roster('export', '--tier', '1');
    writeFileSync(file, again.out);
    assert.match((await roster('apply', 'team.yaml')).out, /^Nothing to change/);
  });
});
