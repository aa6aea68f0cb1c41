import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Local } from '../../local/start.ts';
import { eventually, make, seen, startFixture } from './fixture.ts';

let local: Local;
before(async () => void (local = await startFixture()));
after(() => local?.close());

const tries = async (text: string) =>
  (await seen(local))
    .filter((name) => name.startsWith(`${text} `))
    .map((name) => name.split(' ')[1]);

test('a message is handed over at once', async () => {
  await make(local, 'send', { text: 'quick' });
  await eventually(async () => (await tries('quick')).length === 1, 500);
  assert.ok((await seen(local)).includes('quick 1 aws:sqs'));
});

test('a delayed message comes at its time, neither before nor long after', async () => {
  const sent = Date.now();
  await make(local, 'send', { text: 'delayed', delay: 2 });
  await eventually(async () => (await tries('delayed')).length === 1, 5_000);
  const took = Date.now() - sent;
  assert.ok(took >= 2_000 && took < 2_400, `came after ${took} ms`);
});

test('of a batch only what failed comes back, twice in all, and is then a dead letter', async () => {
  await Promise.all(['good-a', 'bad', 'good-b'].map((text) => make(local, 'send', { text })));
  await eventually(async () => (await tries('bad')).length === 2);
  // Long enough for a third try, which the redrive policy forbids.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  assert.deepEqual(await tries('bad'), ['1', '2']);
  assert.deepEqual(await tries('good-a'), ['1']);
  assert.deepEqual(await tries('good-b'), ['1']);
});

test('a function that ends itself, or takes too long, gets its message again', async () => {
  for (const text of ['exit', 'slow']) {
    await make(local, 'send', { text });
    await eventually(async () => (await tries(text)).length === 2);
    assert.deepEqual(await tries(text), ['1', '2']);
  }
});
