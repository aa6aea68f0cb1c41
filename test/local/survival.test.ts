import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startLocal } from '../../local/start.ts';
import { eventually, make, seen, startFixture, temporaryDir, writeAssembly } from './fixture.ts';

const assembly = writeAssembly();
const script = fileURLToPath(new URL('serve-fixture.ts', import.meta.url));

/** A stack in a process of its own, so that it can be killed. */
async function serve(dataDir: string, port = 0): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [script, assembly, dataDir, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^ready (\S+)$/.exec(line) ?? [];
    if (url !== undefined) return { url, child };
  }
  throw new Error('the stack ended before it was ready');
}

async function token(url: string): Promise<string> {
  const body = JSON.stringify({ sub: 'a', scope: 'read' });
  const answer = await fetch(`${url}/_local/token`, { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return ((await ended) as [number | null])[0];
}

test(
  'all that was stored, sent and delayed is there after a kill -9',
  { timeout: 60_000 },
  async () => {
    const dataDir = temporaryDir();
    const first = await serve(dataDir);
    const issued = await token(first.url);
    await make(first, 'put', { name: 'stored' });
    await make(first, 'sms', { phone: '+628111000999', text: 'before' });
    await fetch(`${first.url}/_local/phones/+628111000998`, {
      method: 'PUT',
      body: '{"optedOut":true}',
    });
    await make(first, 'send', { text: 'later', delay: 6 });
    await make(first, 'send', { text: 'slow' });
    await eventually(async () => (await seen(first)).includes('slow 1 aws:sqs'));
    await end(first.child, 'SIGKILL');

    const second = await serve(dataDir, Number(new URL(first.url).port));
    try {
      assert.equal(second.url, first.url);
      const names = await seen(second);
      assert.ok(names.includes('stored'));
      assert.ok(!names.some((name) => name.startsWith('later')), 'the delay is not cut short');
      const phone = await (await fetch(`${second.url}/_local/phones/%2B628111000999`)).json();
      assert.deepEqual(
        (phone as { messages: { text: string; senderId: string }[] }).messages.map(
          (one) => one.text,
        ),
        ['before'],
      );
      const optedOut = await make(second, 'sms', { phone: '+628111000998', text: 'x' });
      assert.equal(optedOut.error, 'OptedOutException');
      const headers = { authorization: `Bearer ${issued}` };
      assert.equal((await fetch(`${second.url}/guarded`, { headers })).status, 200);
      await eventually(async () => (await seen(second)).includes('slow 2 aws:sqs'));
      await eventually(async () => (await seen(second)).includes('later 1 aws:sqs'));
    } finally {
      assert.equal(await end(second.child, 'SIGTERM'), 0, 'a SIGTERM ends it in order');
    }
  },
);

test('a data directory, and a port, are for one stack at a time', async () => {
  const dataDir = temporaryDir();
  const local = await startFixture({ dataDir });
  const port = Number(new URL(local.url).port);
  try {
    await assert.rejects(startFixture({ dataDir }), /is in use by another stack/);
    await assert.rejects(startFixture({ port }), new RegExp(`port ${port} is in use`));
    const again = { assembly, dataDir, demoTeams: false, fresh: true };
    await assert.rejects(startLocal(again), /is in use by another stack/);
    assert.equal((await make(local, 'put', { name: 'unharmed' })).ok, true);
  } finally {
    await local.close();
  }
  const next = await startFixture({ dataDir, port });
  assert.deepEqual(await seen(next), ['unharmed']);
  await next.close();
});

test('two stacks run beside each other and know nothing of each other', async () => {
  const [one, other] = await Promise.all([startFixture(), startFixture()]);
  await make(one, 'put', { name: 'mine' });
  assert.deepEqual(await seen(one), ['mine']);
  assert.deepEqual(await seen(other), []);
  await Promise.all([one.close(), other.close()]);
});

test('fresh empties the store', async () => {
  const options = { assembly, dataDir: temporaryDir(), demoTeams: false };
  const old = await startLocal(options);
  await make(old, 'put', { name: 'old' });
  await make(old, 'sms', { phone: '+628111000999', text: 'old' });
  await old.close();
  const kept = await startLocal(options);
  assert.deepEqual(await seen(kept), ['old']);
  await kept.close();
  const fresh = await startLocal({ ...options, fresh: true });
  assert.deepEqual(await seen(fresh), []);
  assert.equal((await fetch(`${fresh.url}/_local/phones/+628111000999`)).status, 404);
  await fresh.close();
});

test('fresh refuses a directory that holds anything else, and touches nothing in it', async () => {
  const dataDir = temporaryDir();
  mkdirSync(join(dataDir, 'logs'));
  writeFileSync(join(dataDir, 'thesis.txt'), 'ten years of work');
  const starting = startLocal({ assembly, dataDir, demoTeams: false, fresh: true });
  await assert.rejects(starting, /holds thesis\.txt, which is not ours/);
  assert.deepEqual(readdirSync(dataDir), ['logs', 'thesis.txt']);
});
