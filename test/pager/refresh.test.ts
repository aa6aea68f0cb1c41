import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { page, type PagerPorts } from '../../lambdas/pager/page.ts';
import { refresh, type RefreshPorts } from '../../lambdas/pager/refresh.ts';
import { UnavailableError } from '../../lambdas/ports.ts';
import { alertOf, member, night, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';
import { portsOf } from '../support/pager-ports.ts';

const outOfReach = () => Promise.reject(new UnavailableError('the table does not answer'));

let memory: Memory;
let ports: PagerPorts & RefreshPorts;
beforeEach(() => {
  memory = new Memory();
  const lane = { loadLane: async () => ({ team: team(), policy: defaultPolicies[1] }) };
  ports = { ...portsOf(memory), lane };
});

test('a pager that has had no message pages through an outage that begins after its refresh', async () => {
  await refresh(ports, 1);
  const out = { ...ports, store: { ...ports.store, loadForPaging: outOfReach } };
  const alert = alertOf({}, night);
  const { alertId, turn } = alert;
  await page(out, 1, { alertId, turn, alert });
  assert.deepEqual(
    memory.sms.map(({ phone }) => phone),
    [member('ana').phone],
  );
});

test('a team that has changed is the one that counts', async () => {
  ports.lastSeen.set(1, { team: { ...team(), members: [] } });
  await refresh(ports, 1);
  assert.deepEqual(ports.lastSeen.get(1), { team: team(), policy: defaultPolicies[1] });
});

test('a refresh that fails is told, and leaves what was seen before', async () => {
  const seen = { team: team() };
  ports.lastSeen.set(1, seen);
  ports.lane.loadLane = outOfReach;
  await refresh(ports, 1);
  assert.equal(ports.lastSeen.get(1), seen);
  assert.deepEqual(
    memory.failures.map(({ message, fields }) => ({ message, fields })),
    [{ message: 'team not refreshed', fields: { tier: 1 } }],
  );
});
