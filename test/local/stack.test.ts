import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isValidPhoneNumber } from 'libphonenumber-js';
import { demoTeam } from '../../local/seed.ts';
import { type Local, startLocal } from '../../local/start.ts';
import { synthesize } from '../../local/synthesize.ts';
import { isCertified } from '../../lambdas/domain/team.ts';
import { eventually, temporaryDir } from './fixture.ts';

/** The real stack: the CDK app, its bundles, its permissions. */
let local: Local;
before(async () => {
  local = await startLocal({ assembly: synthesize(temporaryDir()), dataDir: temporaryDir() });
});
after(() => local?.close());

interface Phone {
  phone: string;
  name: string;
  messages: { at: string; text: string; senderId: string }[];
}
const phones = async () => (await (await fetch(`${local.url}/_local/phones`)).json()) as Phone[];

const paged = async () => (await phones()).filter(({ messages }) => messages.length > 0);

async function press(pressId: string, category?: string): Promise<Response> {
  const body = JSON.stringify({ sub: 'rider-1', scope: 'alerts:write' });
  const issued = await fetch(`${local.url}/_local/token`, { method: 'POST', body });
  const { access_token: token } = (await issued.json()) as { access_token: string };
  return fetch(`${local.url}/v1/alerts`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ pressId, tripId: pressId, service: 'goride', category }),
  });
}

test('every member of the demo teams has a phone with a name, before any SMS', async () => {
  const all = await phones();
  assert.equal(all.length, 12);
  for (const { phone, name } of all) {
    assert.ok(isValidPhoneNumber(phone), phone);
    assert.match(name, /^[A-Z]\w+ [A-Z]\w+$/);
  }
});

test('a demo team has what paging needs: rotations, one lead, certificates for years', () => {
  for (const tier of [1, 2, 3] as const) {
    const { members, rotations, timeZone } = demoTeam(tier);
    assert.equal(timeZone, 'Asia/Jakarta');
    assert.deepEqual(
      rotations.map(({ name, participants }) => [name, participants.length]),
      [
        ['primary', 1],
        ['secondary', 1],
      ],
    );
    assert.equal(members.filter(({ roles }) => roles.includes('lead')).length, 1);
    const day = `${new Date().getUTCFullYear() + 2}-01-01`;
    const need = { course: 'sensitive-cases', service: 'goride', day };
    assert.ok(members.every((member) => isCertified(member, need)));
  }
});

test('a press becomes an SMS on the phone of the one who is on call', async () => {
  const response = await press('p1');
  assert.equal(response.status, 202);
  await eventually(async () => (await paged()).length > 0);
  const [one] = await paged();
  assert.match(one!.messages[0]!.text, /^SIAGA T1 /);
  assert.ok(one!.messages[0]!.text.includes(`${local.url}/p/`), 'its link leads here');
  assert.equal(one!.messages[0]!.senderId, 'SIAGA');
});

async function calls(): Promise<string[]> {
  const answer = await fetch(`${local.url}/_local/calls`);
  const all = (await answer.json()) as Record<string, string | number>[];
  return all.map((one) => `${one.function} ${one.service} ${one.action} ${one.count}`).toSorted();
}

test('a press and its page make these calls, each under the name of its function', async () => {
  await fetch(`${local.url}/_local/schedules`, { method: 'DELETE' });
  // The page of the press before ends with this call, which must not be counted with ours.
  await eventually(async () => (await calls()).some((one) => one.startsWith('pager sqs Send')));
  await fetch(`${local.url}/_local/calls`, { method: 'DELETE' });
  await press('p2', 'dispute');
  await eventually(async () => (await calls()).some((one) => one.startsWith('pager sqs Send')));
  assert.deepEqual(await calls(), [
    'pager dynamodb BatchGetItem 1',
    'pager dynamodb PutItem 1',
    'pager sns Publish 2',
    'pager sqs SendMessage 1',
    'press dynamodb PutItem 1',
    'press sqs SendMessage 1',
  ]);
});

test('the demo is served', async () => {
  const response = await fetch(local.url);
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type')!, /^text\/html/);
});

test('what the template schedules is run when it is asked for, and nothing else is', async () => {
  const run = (name: string) =>
    fetch(`${local.url}/_local/schedules/${name}`, { method: 'POST' }).then((one) => one.status);
  assert.deepEqual([await run('rota'), await run('sweeper'), await run('pager')], [204, 204, 204]);
  assert.deepEqual([await run('press'), await run('nothing')], [404, 404]);
});
