import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { respond } from '../../lambdas/domain/response.ts';
import { alertOf, night } from '../support/alerts.ts';
import { Desk } from './desk.ts';

let desk: Desk;
const alert = alertOf();
const path = `/alerts/${alert.alertId}`;
beforeEach(async () => {
  desk = new Desk();
  desk.memory.put(alert);
  const spoken = {
    alertId: alert.alertId,
    key: 'k',
    at: night,
    kind: 'report',
    locale: 'id',
  } as const;
  await desk.memory.said.keep({ ...spoken, details: 'kata-kata', contact: { channel: 'chat' } });
});

test('staff read a case for a reason, which is recorded with who and when', async () => {
  const { status, body, headers } = await desk.get(`${path}/case?reason=second%20look`);
  assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store']);
  assert.equal(body.said[0].details, 'kata-kata');
  assert.deepEqual(body.contact, {
    channels: ['chat'],
    now: { channels: [], because: 'hours_unknown' },
  });
  const at = new Date(night).toISOString();
  const reads = await desk.get(`${path}/reads`);
  assert.deepEqual(reads.body, { reads: [{ by: 'boss', at, why: 'second look' }] });
});

test('without a reason the case stays sealed, and the error names the field', async () => {
  for (const query of ['', '?reason=', '?reason=%20', `?reason=${'x'.repeat(501)}`]) {
    const { status, fields } = await desk.get(`${path}/case${query}`);
    assert.deepEqual([status, fields], [400, ['reason']], query);
  }
  assert.deepEqual(desk.memory.readings, []);
});

test('a reading that cannot be recorded shows nothing', async () => {
  desk = new Desk({
    reads: { record: () => Promise.reject(new Error('out')), list: async () => [] },
  });
  desk.memory.put(alert);
  const { status, body } = await desk.get(`${path}/case?reason=x`);
  assert.deepEqual([status, body.said], [503, undefined]);
});

test('whoever is kept out of an alert reads neither its case nor its readings, nor classifies it', async () => {
  const keepOut = { do: 'keep_out', responderId: 'boss', reason: 'knows the driver' } as const;
  desk.memory.put(respond(alert, keepOut, { responderId: 'ana', name: 'Ana' }, night).alert);
  for (const one of ['case?reason=x', 'reads']) {
    assert.equal((await desk.get(`${path}/${one}`)).status, 409, one);
  }
  const classified = await desk.post(`${path}/classify`, { classification: 'violence' });
  assert.equal(classified.status, 409);
  assert.deepEqual([desk.memory.readings, desk.memory.caseOf(alert.alertId)], [[], undefined]);
});

test('a case of no alert is 404', async () => {
  for (const one of ['case?reason=x', 'reads']) {
    assert.equal((await desk.get(`/alerts/alr_none/${one}`)).status, 404, one);
  }
});

test('staff classify a case, by itself or as they end it, and nobody asked the person', async () => {
  const { status } = await desk.post(`${path}/classify`, { classification: 'threat' });
  assert.equal(status, 200);
  await desk.post(`${path}/resolve`, { outcome: 'person_safe', classification: 'harassment' });
  const { classification } = desk.memory.caseOf(alert.alertId)!;
  assert.deepEqual(classification, { as: 'harassment', at: night, by: 'boss' });
  assert.ok(!JSON.stringify(desk.memory.alert(alert.alertId)!.timeline).includes('harassment'));
  const wrong = await desk.post(`${path}/classify`, { classification: 'a lie' });
  assert.deepEqual([wrong.status, wrong.fields], [400, ['classification']]);
});
