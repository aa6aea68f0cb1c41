import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyOrder } from './interleavings.ts';
import { meetings } from './meetings.ts';

for (const [name, actors] of Object.entries(meetings)) {
  test(`${name}: it holds in every order of their calls`, async (t) => {
    let orders = 0;
    for await (const { order, broken } of everyOrder(actors)) {
      orders += 1;
      if (broken) assert.fail(`${order.join(' ')}: "${broken.invariant}": ${broken.how}`);
    }
    t.diagnostic(`${orders} orders`);
    assert.ok(orders >= 10, `${orders} orders are not all`);
  });
}
