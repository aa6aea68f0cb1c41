import assert from 'node:assert/strict';
import { test } from 'node:test';
import { live } from './live.ts';
import { tell } from './seeds.ts';
import { stories } from './stories.ts';

/** What happened in a story, in which everything has to hold. */
async function historyOf(story: string): Promise<string[]> {
  const { broken } = await live(stories[story]!);
  assert.equal(broken, undefined);
  return tell(stories[story]!);
}

/** When each SMS went out, in seconds. */
async function smsOf(story: string): Promise<{ at: number; to: string }[]> {
  return (await historyOf(story))
    .map((line) => /^ *([\d.]+) SMS to (\S+)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, at, to]) => ({ at: Number(at), to: to! }));
}

test('while the table is out for an hour, who is on call is paged within 5 s, and then the next', async () => {
  const [first, second] = await smsOf('the table is out for an hour');
  assert.equal(first?.to, 'person-0');
  assert.ok(first.at < 1 + 5, `paged at ${first.at}`);
  assert.equal(second?.to, 'person-1');
  assert.ok(second.at < first.at + 30 + 7, `paged at ${second.at}`);
});

test('where the table goes out between a press and its first page, that page goes out at once, and the next step once somebody can have taken it', async () => {
  const [first, second] = await smsOf('the table goes out between a press and its first page');
  assert.ok(first?.to === 'person-0' && first.at < 1 + 5, `paged at ${first?.at}`);
  assert.ok(second?.to === 'person-1' && second.at > 3_600, `paged at ${second?.at}`);
});

test('one press that comes 28 times while the table is out is paged by each pager once', async () => {
  const again = await smsOf(
    'the table is out for two minutes, and one press comes 28 times with words',
  );
  const once = await smsOf('the table is out for an hour');
  const before = (sms: { at: number }[]) => sms.filter(({ at }) => at < 120).length;
  const pagers = 2;
  // The report of another trip is paged by itself.
  const reports = 3;
  assert.ok(before(again) <= pagers * before(once) + reports, `${before(again)} SMS`);
});

test('while the queue is out for an hour, who is on call is paged within 5 s, and then the next', async () => {
  const [first, second, ...others] = await smsOf('the queue is out for an hour');
  assert.equal(first?.to, 'person-0');
  assert.ok(first.at < 1 + 5, `paged at ${first.at}`);
  assert.equal(second?.to, 'person-1');
  assert.ok(second.at < first.at + 30 + 75, `paged at ${second.at}`);
  assert.deepEqual(others, [], 'who takes it is the last one paged');
});

test('while SNS is out for an hour in the first region, all are paged when they are due', async () => {
  const [first, second, ...others] = await smsOf('SNS is out for an hour');
  assert.ok(first?.to === 'person-0' && first.at < 1 + 5, `paged at ${first?.at}`);
  assert.ok(second?.to === 'person-1' && second.at < first.at + 32, `paged at ${second?.at}`);
  assert.deepEqual(others, []);
});

for (const service of ['queue', 'SNS'] as const) {
  test(`where ${service} goes out in the middle of an alert, the next step comes all the same`, async () => {
    const [first, second] = await smsOf(
      `${service === 'SNS' ? '' : 'the '}${service} goes out in the middle of an alert`,
    );
    assert.ok(first?.to === 'person-0' && first.at < 1 + 1);
    assert.ok(second?.to === 'person-1' && second.at < first.at + 30 + 75, `at ${second?.at}`);
  });
}

test('where the table goes out in the middle of an alert, its next step waits, and is not forgotten', async () => {
  const [first, second] = await smsOf('the table goes out in the middle of an alert');
  assert.ok(first?.to === 'person-0' && first.at < 1 + 1);
  // Somebody may have taken it just before, and nobody could know.
  assert.ok(second && second.at > 3620 && second.at < 3620 + 75, `paged at ${second?.at}`);
});

test('with the queue out and calls too, who is on call is paged within a sweep of their end', async () => {
  const [first] = await smsOf('queue and calls are out for an hour');
  assert.equal(first?.to, 'person-0');
  assert.ok(first.at > 3600 && first.at < 3600 + 75, `paged at ${first.at}`);
});

test('when SNS is back after an hour in both regions, somebody is paged within a round', async () => {
  const [first] = await smsOf('SNS is out for an hour in both regions');
  assert.ok(first && first.at > 3600 && first.at < 3600 + 600, `paged at ${first?.at}`);
});

test('with table and queue out nothing is accepted, and the app’s next try after it is paged', async () => {
  const [first] = await smsOf('table and queue are out for ten minutes');
  assert.ok(first && first.at > 600 && first.at < 600 + 40, `paged at ${first?.at}`);
});

test('when SNS sends nothing and says it does, the escalation goes on and the alarm stands', async () => {
  const history = await historyOf('the spend on SMS is used up');
  assert.ok(history.some((line) => line.endsWith('SMS to person-1 does not arrive')));
  assert.ok(history.some((line) => line.endsWith('last: unanswered ')));
});

test('what the queue kept and cannot be written at first is paged all the same', async () => {
  const [first] = await smsOf('what the queue kept cannot be written at first');
  assert.ok(first && first.at < 1 + 10, `paged at ${first?.at}`);
});

test('who takes an alert that only the pagers cannot see keeps it', async () => {
  const story = 'somebody takes an alert that only the pagers cannot see';
  const history = await historyOf(story);
  assert.match(
    history.findLast((line) => line.includes('stored version'))!,
    /owner person-1/,
  );
});
