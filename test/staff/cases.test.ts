import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { emptyCase } from '../../lambdas/domain/case-file.ts';
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
  assert.equal((await desk.get(path)).status, 409, 'nor its timeline');
  assert.deepEqual((await desk.get('/alerts')).body, { alerts: [] });
  const erased = await desk.post(`${path}/erase`, { reason: 'as they asked' });
  assert.equal(erased.status, 409, 'nor takes away what accuses');
  assert.equal((await desk.memory.said.list(alert.alertId))[0]?.details, 'kata-kata');
  const classified = await desk.post(`${path}/classify`, { classification: 'violence' });
  assert.equal(classified.status, 409);
  assert.deepEqual([desk.memory.readings, desk.memory.caseOf(alert.alertId)], [[], undefined]);
});

test('what staff wrote of a case shows to its owner, and to others with the case alone, which is recorded', async () => {
  const texts = async (sub: string) =>
    (await desk.get(path, { sub })).body.timeline.flatMap(
      (one: { text?: string }) => one.text ?? [],
    );
  await desk.post(`${path}/acknowledge`, {}, 'ana');
  await desk.post(`${path}/notes`, { text: 'she said kata-kata' }, 'ana');
  await desk.post(`${path}/keep-out`, { responderId: 'eka', reason: 'her neighbour' }, 'ana');
  await desk.post(`${path}/lower`, { tier: 2, reason: 'a wrong button' }, 'ana');
  const secret = ['she said kata-kata', 'eka: her neighbour'];
  assert.deepEqual(await texts('ana'), [...secret, 'a wrong button']);
  assert.deepEqual(await texts('boss'), ['a wrong button']);
  const noted = await desk.post(`${path}/notes`, { text: 'and mine' });
  assert.ok(!JSON.stringify(noted.body).includes('kata-kata'), 'nor in what an action answers');
  await desk.post(`${path}/resolve`, { outcome: 'she went to her sister' }, 'ana');
  assert.deepEqual(await texts('boss'), ['a wrong button']);
  assert.deepEqual(desk.memory.readings, []);
  const { body } = await desk.get(`${path}/case?reason=x`);
  assert.deepEqual(
    body.notes.map((one: { text: string }) => one.text),
    [...secret, 'and mine', 'she went to her sister'],
  );
  assert.equal(desk.memory.readings.length, 1);
});

test('what a case ended with shows to all staff where it is one of ours', async () => {
  await desk.post(`${path}/resolve`, { outcome: 'not_reached' }, 'ana');
  assert.equal((await desk.get(path)).body.timeline.at(-1).text, 'not_reached');
});

test('no case ends as handed to the police or referred without the consent that it rests on', async () => {
  const police = { outcome: 'handed_to_police', classification: 'violence' };
  for (const body of [police, { outcome: 'referred' }]) {
    assert.equal((await desk.post(`${path}/resolve`, body)).status, 409, body.outcome);
  }
  assert.equal(desk.memory.alert(alert.alertId)?.status, 'open');
  assert.equal(desk.memory.caseOf(alert.alertId), undefined, 'nor is anything else of it kept');
  const file = emptyCase(alert.alertId);
  const agreed = { kind: 'police', given: true, at: night, by: 'ana' } as const;
  const intake = { ...file.intake, consents: [agreed] };
  await desk.memory.caseStore.save({ ...file, version: 1, intake });
  assert.equal((await desk.post(`${path}/resolve`, { outcome: 'referred' })).status, 409);
  assert.equal((await desk.post(`${path}/resolve`, police)).status, 200);
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
