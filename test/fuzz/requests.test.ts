import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { campaign } from './campaign.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
before(async () => {
  town = await openTown();
});
after(() => town.close());

test('20,000 requests, hostile ones among them, are each answered as described and no other way', async () => {
  const seed = Date.now() % 2 ** 31;
  const { requests, statuses } = await campaign(town, { requests: 20_000, seed });
  assert.ok(requests >= 20_000);
  // Whoever gets no further than the door has tried nothing.
  for (const status of [200, 202, 204, 303, 400, 401, 403, 404, 409, 412, 413, 428]) {
    assert.ok(
      (statuses.get(status) ?? 0) > 20,
      `${status}: ${statuses.get(status)} of ${requests}`,
    );
  }
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
