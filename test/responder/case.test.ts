import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Alert } from '../../lambdas/domain/alert.ts';
import type { Said } from '../../lambdas/domain/case.ts';
import { alertCode, alertIdOf } from '../../lambdas/domain/ids.ts';
import { linkToken } from '../../lambdas/domain/link.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { alertOf, member, night } from '../support/alerts.ts';
import { Phone } from './phone.ts';

let phone: Phone;
let alert: Alert;
beforeEach(() => {
  phone = new Phone();
  alert = phone.paged({ category: 'harassment' });
});

const words = 'Dia <b>menyentuh</b> saya.\n  Saya takut.';
const escaped = 'Dia &lt;b&gt;menyentuh&lt;/b&gt; saya.\n  Saya takut.';
const keep = (more: Partial<Said> = {}) =>
  phone.memory.said.keep({
    alertId: alert.alertId,
    key: 'report',
    at: night - 1_000,
    kind: 'report',
    locale: 'id',
    details: words,
    ...more,
  });
const take = (by = 'ana') => phone.press(alert, by, 'acknowledge');
const page = async (by = 'ana') => (await phone.open(alert, by)).text;
const move = (action: string, form: Record<string, string> = {}, by = 'ana') =>
  phone.press(alert, by, action, form);
const intake = () => phone.memory.caseOf(alert.alertId)!.intake;
/** The question that the page asks. */
const asked = (text: string) => /name="questionId" value="(\w+)"/.exec(text)?.[1];

test('before somebody takes the alert nothing of the case is shown, read or recorded', async () => {
  await keep();
  await phone.memory.locations.add(alert.alertId, [{ lat: -6.3, lng: 106.9, at: night }]);
  for (const by of ['ana', 'budi']) {
    assert.doesNotMatch(await page(by), /menyentuh|<svg|class="(?:script|consents|contact)"/);
  }
  await take();
  assert.doesNotMatch(await page('budi'), /menyentuh|<svg|class="(?:script|consents|contact)"/);
  assert.deepEqual(phone.memory.readings, []);
});

test('whoever has the alert reads what was said word for word, and each reading is recorded', async () => {
  await keep();
  await take();
  phone.memory.now += 5_000;
  assert.ok((await page()).includes(escaped));
  const read = { alertId: alert.alertId, by: 'ana', at: night + 5_000, why: 'has the alert' };
  assert.deepEqual(phone.memory.readings, [read]);
  const saved = phone.memory.did.filter((one) => one.startsWith('save'));
  assert.deepEqual(saved, ['save 3'], 'a reading is no change of the alert');
  await phone.press(alert, 'ana', 'release');
  assert.ok(!(await page()).includes('menyentuh'), 'nor is it shown after handing it back');
  assert.equal(phone.memory.readings.length, 1);
});

test('a reading that cannot be recorded is none: the page says so, and still lets one act', async () => {
  const down = async () => Promise.reject(new Error('table out'));
  const { reads } = phone.memory;
  phone = new Phone({ reads: { ...reads, record: down } });
  alert = phone.paged();
  await keep();
  await take();
  const text = await page();
  assert.match(text, /could not be recorded/);
  assert.doesNotMatch(text, /menyentuh|class="script"/);
  assert.equal((await move('notes', { text: 'on it' })).status, 303);
  assert.deepEqual(
    phone.memory.failures.map((one) => one.message),
    ['case not shown'],
  );
});

test('a case that cannot be read is said to be so, and nobody is told to make contact', async () => {
  const down = async () => Promise.reject(new Error('table out'));
  phone = new Phone({ said: { list: down } });
  alert = phone.paged({ contactKnown: true });
  await take();
  assert.match(await page(), /cannot be read just now.*do not make contact/s);
});

test('who may be contacted, and how, is said in plain words before anything to do', async () => {
  await take();
  assert.match(await page(), /Do not make contact first\.\s*<small>A safe way is not known yet\./);
  await keep({ contact: { channel: 'whatsapp', safeHours: 'any' } });
  const text = await page();
  assert.match(text, /Allowed now: WhatsApp\./);
  assert.ok(text.indexOf('Allowed now') < text.indexOf('<form'));
  await keep({
    key: 'later',
    at: night,
    contact: { channel: 'whatsapp', safeHours: { from: '08:00', to: '18:00' } },
  });
  assert.match(
    await page(),
    /Do not make contact first\.\s*<small>It is outside their safe hours\./,
  );
});

test('a call rests on the consent to be called, whatever else is safe', async () => {
  await take();
  await keep({ contact: { channel: 'call', safeHours: 'any' } });
  assert.match(await page(), /Allowed now: call\./, 'who names calls agrees to be called');
  phone.memory.now += 60_000;
  await move('consent', { kind: 'call', given: 'no' });
  assert.match(await page(), /Do not make contact first\.\s*<small>They have not agreed/);
});

test('what the trip knows is shown and not asked, and the other person’s alert is a fact for staff', async () => {
  const trip = {
    tripId: 'trip-1',
    service: 'GoRide',
    riderId: 'rider-1',
    driverId: 'driver-1',
    vehicle: { plate: 'B 1234 XY' },
    startedAt: new Date(night - 600_000).toISOString(),
  };
  await phone.memory.trips.put(trip);
  const other = alertIdOf('driver-1', { tripId: 'trip-1', pressId: '' });
  phone.memory.put({ ...alertOf({ reporterId: 'driver-1' }), alertId: other });
  await take();
  const text = await page();
  assert.match(text, /trip under way/);
  assert.match(text, /B 1234 XY/);
  assert.ok(text.includes(`code ${alertCode(other)}`) && !text.includes('driver-1'));
});

test('the trail is drawn on the page itself, and no address holds a position before it is asked for', async () => {
  const trail = [0, 1, 2].map((step) => ({
    lat: -6.2 + step / 1000,
    lng: 106.8,
    at: night + step,
  }));
  await phone.memory.locations.add(alert.alertId, trail);
  await take();
  const text = await page();
  const svg = /<svg.*?<\/svg>/s.exec(text)![0];
  assert.match(svg, /<polyline points="160,[\d.]+ 160,100 160,[\d.]+"/);
  assert.doesNotMatch(svg, /href|url\(|106\.8/);
  assert.deepEqual(text.match(/https?:[^"]*106\.8[^"]*/g)?.length, 1, 'the map that one may open');
});

test('rule 9: one responder asks half, hands it back, and the next goes on where it was left', async () => {
  await take();
  const first = asked(await page())!;
  assert.equal(first, 'safe_now');
  await move('answer', { questionId: first, options: 'talk', words });
  const second = asked(await page())!;
  await move('skip', { questionId: second });
  const third = asked(await page())!;
  await move('pause');
  assert.equal(asked(await page()), undefined);
  await move('release');

  await take('budi');
  const seen = await page('budi');
  assert.ok(seen.includes(escaped), 'the words of the first are there to be read');
  assert.match(seen, new RegExp(`written down by ${member('ana').name}`));
  await move('resume', {}, 'budi');
  const all: string[] = [];
  for (let next = asked(await page('budi')); next; next = asked(await page('budi'))) {
    assert.ok(!all.includes(next), `${next} is asked twice`);
    all.push(next);
    await move('skip', { questionId: next }, 'budi');
  }
  assert.equal(all[0], third);
  assert.ok(!all.includes(first) && !all.includes(second));
});

test('rule 21: an answer is kept as it was written, but for the line ends of a form', async () => {
  await take();
  const written = '  Saya… ga inget 😔\r\n\r\n(nanti) ';
  await move('answer', { questionId: 'story', words: written });
  assert.equal(intake().answers[0]!.words, written.replaceAll('\r\n', '\n'));
});

test('a form that is sent twice changes nothing the second time', async () => {
  await take();
  const forms: [string, Record<string, string>][] = [
    ['answer', { questionId: 'safe_now', options: 'talk' }],
    ['answer', { questionId: 'story', words: 'x' }],
    ['skip', { questionId: 'near' }],
    ['pause', {}],
    ['resume', {}],
    ['consent', { kind: 'police', given: 'yes' }],
    ['step', { kind: 'police' }],
    ['consent', { kind: 'police', given: 'no' }],
    ['stop', {}],
  ];
  for (const [action, form] of forms) {
    phone.memory.now += 20_000;
    assert.equal((await move(action, form)).status, 303, action);
    const [file, held] = [phone.memory.caseOf(alert.alertId), phone.now(alert)];
    phone.memory.now += 1_000;
    assert.equal((await move(action, form)).status, 303, action);
    assert.deepEqual([phone.memory.caseOf(alert.alertId), phone.now(alert)], [file, held], action);
  }
});

test('of two tabs that answer at once neither loses anything, and an old one skips nothing', async () => {
  await take();
  await Promise.all([
    move('answer', { questionId: 'safe_now', words: 'one' }),
    move('answer', { questionId: 'safe_now', words: 'two' }),
    move('answer', { questionId: 'story', words: 'three' }),
    move('consent', { kind: 'share', given: 'yes' }),
  ]);
  assert.deepEqual(
    intake()
      .answers.map((one) => one.words ?? '')
      .toSorted(),
    ['one', 'three', 'two'],
  );
  assert.equal(intake().consents.length, 1);
  await move('skip', { questionId: 'story' });
  assert.deepEqual(intake().skipped, []);
});

test('asking is progress: the alert does not go back to paging while somebody asks', async () => {
  await take();
  for (let minute = 0; minute < 20; minute += 1) {
    phone.memory.now += 60_000;
    await move('answer', { questionId: 'story', words: `part ${minute}` });
    const { progressBy, dueAt, turn } = phone.now(alert);
    assert.deepEqual([progressBy, dueAt], [phone.memory.now + 300_000, progressBy]);
    assert.equal(phone.memory.hints.at(-1)!.hint.turn, turn);
  }
  assert.ok(!phone.now(alert).timeline.some((one) => one.what === 'noted'));
});

test('an answer is kept though the alert cannot be told of it, and sending it again tells it', async () => {
  await take();
  phone.memory.now += 60_000;
  const { save } = phone.memory.store;
  phone.memory.store.save = async () => Promise.reject(new Error('table out'));
  const form = { questionId: 'story', words: 'kept' };
  assert.equal((await move('answer', form)).status, 503);
  assert.equal(intake().answers.length, 1);
  phone.memory.store.save = save;
  assert.equal((await move('answer', form)).status, 303);
  assert.equal(intake().answers.length, 1);
  assert.equal(phone.now(alert).progressBy, phone.memory.now + 300_000);
});

test('only whoever has the alert moves its case, and nobody once it has ended', async () => {
  const form = { questionId: 'story', words: 'x' };
  assert.equal((await move('answer', form)).status, 409);
  await take();
  const refused = await move('answer', form, 'budi');
  assert.ok(refused.status === 409 && refused.text.includes(member('ana').name));
  assert.equal(phone.memory.caseOf(alert.alertId), undefined);
  await move('resolve', { outcome: 'person_safe' });
  assert.equal((await move('answer', form)).status, 409);
  assert.equal(phone.memory.caseOf(alert.alertId), undefined);
});

test('whoever lost the alert while writing is told so, and what they wrote is kept', async () => {
  await take();
  phone.memory.now += 60_000;
  phone.memory.meanwhile = () => {
    const owner = { responderId: 'budi', name: 'Budi', since: phone.memory.now };
    const held = phone.now(alert);
    phone.memory.put({ ...held, owner, version: held.version + 1 });
  };
  const lost = await move('answer', { questionId: 'story', words: 'kept' });
  assert.ok(lost.status === 409 && lost.text.includes('Only Budi can do that'));
  assert.doesNotMatch(lost.text, /class="script"/);
  assert.equal(intake().answers[0]!.words, 'kept');
});

test('rule 19: a stop word ends the contact at once, on the page as well', async () => {
  await take();
  await keep({ contact: { channel: 'whatsapp', safeHours: 'any', safeWord: 'Melati' } });
  assert.match(await page(), /Allowed now/);
  await move('answer', { questionId: 'story', words: 'melati' });
  const text = await page();
  assert.match(text, /They asked to stop\. Only they begin again\./);
  assert.equal(asked(text), undefined);
  for (const [action, form] of [
    ['answer', { questionId: 'story', words: 'and then?' }],
    ['resume', {}],
  ] as const) {
    const refused = await move(action, form);
    assert.ok(refused.status === 409 && refused.text.includes('this was not kept'), action);
  }
});

test('rule 7: skip, pause and stop stand beside every question, and going on after a pause', async () => {
  await take();
  const actions = (text: string) =>
    [...text.matchAll(/action="[^"]*\/(skip|pause|resume|stop)\?/g)].map(([, name]) => name);
  for (let next = asked(await page()); next; next = asked(await page())) {
    assert.deepEqual(actions(await page()), ['skip', 'pause', 'stop']);
    await move('answer', { questionId: next, words: '…' });
  }
  await move('pause');
  assert.deepEqual(actions(await page()), ['resume', 'stop']);
});

test('rule 10: no step without its recorded consent, and none after it was taken back', async () => {
  await take();
  for (const kind of ['share', 'call', 'police', 'referral']) {
    assert.equal((await move('step', { kind })).status, 409, kind);
    await move('consent', { kind, given: 'yes' });
    phone.memory.now += 20_000;
    assert.equal((await move('step', { kind })).status, 303, kind);
    phone.memory.now += 20_000;
    await move('consent', { kind, given: 'no' });
    assert.equal((await move('step', { kind })).status, 409, kind);
  }
  const file = phone.memory.caseOf(alert.alertId)!;
  for (const step of file.steps!) {
    const restsOn = file.intake.consents.find((one) => one.at === step.agreedAt && one.given);
    assert.equal(restsOn?.kind, step.kind);
  }
  assert.equal(file.steps!.length, 4);
});

test('rule 10: an outcome that tells of the police or a referral rests on that consent', async () => {
  await take();
  assert.doesNotMatch(await page(), /value="handed_to_police"|value="referred"/);
  assert.equal((await move('resolve', { outcome: 'handed_to_police' })).status, 409);
  await move('consent', { kind: 'police', given: 'yes' });
  assert.match(await page(), /value="handed_to_police"/);
  assert.equal((await move('resolve', { outcome: 'handed_to_police' })).status, 303);
  assert.equal(phone.now(alert).status, 'resolved');
});

test('a partner is offered by name; the number to call for the person shows once they agreed', async () => {
  await take();
  const before = await page();
  assert.ok(before.includes('LPSK') && !before.includes('+6285770010048'));
  await move('consent', { kind: 'referral', given: 'yes' });
  assert.ok((await page()).includes('+6285770010048'));
  await move('consent', { kind: 'referral', given: 'no' });
  assert.ok(!(await page()).includes('+6285770010048'));
});

test('the numbers of the place come first where the platform tells the place', async () => {
  const trip = { tripId: 'trip-1', service: 'GoRide', riderId: 'rider-1', driverId: 'd' };
  const startedAt = new Date(night).toISOString();
  await phone.memory.trips.put({ ...trip, startedAt, region: { country: 'SG' } });
  await take();
  assert.match(await page(), /tel:999/);
  phone.memory.put({ ...phone.now(alert), region: { country: 'VN' } });
  assert.match(await page(), /Cảnh sát/, 'the phone knows better');
});

test('the script is in the person’s language, the right way round, with the responder’s beside it', async () => {
  alert = phone.paged({ locale: 'ar' });
  await take();
  const text = await page();
  assert.match(text, /<span lang="ar" dir="rtl">/);
  assert.ok(text.includes(scriptFor({ locale: 'en' }).questions[0]!.text));
  assert.match(text, /translated by machine/);
  await move('answer', { questionId: 'safe_now', options: 'talk' });
  assert.match(await page(), /class="chosen" lang="ar" dir="rtl"/);
});

test('rule 20: what the person answers about their responder is known when it is paged again', async () => {
  await take();
  await move('answer', { questionId: 'responder_gender', options: 'female' });
  assert.deepEqual(phone.now(alert).wishes, { responderGender: 'female' });
});

test('what staff take it to have been is written down when it ends, and is never a question', async () => {
  await take();
  assert.match(await page(), /never asked of the person/);
  const form = { outcome: 'person_safe', classification: 'sexual_assault' };
  assert.equal((await move('resolve', form)).status, 303);
  const { classification } = phone.memory.caseOf(alert.alertId)!;
  assert.deepEqual(classification, { as: 'sexual_assault', at: night, by: 'ana' });
});

test('a form of the case that lacks what it needs is 400, says so, and changes nothing', async () => {
  await take();
  const wrong: [string, Record<string, string>][] = [
    ['answer', {}],
    ['answer', { questionId: 'story' }],
    ['answer', { questionId: 'story', words: ' \r\n ' }],
    ['answer', { questionId: 'Story!', words: 'x' }],
    ['skip', {}],
    ['consent', { kind: 'everything', given: 'yes' }],
    ['consent', { kind: 'police' }],
    ['step', {}],
  ];
  for (const [action, form] of wrong) {
    assert.equal((await move(action, form)).status, 400, `${action} ${JSON.stringify(form)}`);
  }
  assert.equal(phone.memory.caseOf(alert.alertId), undefined);
});

test('after a move one stands at the next question, and the link says nothing more', async () => {
  await take();
  const { headers } = await move('skip', { questionId: 'safe_now' });
  assert.equal(headers.get('location'), `/p/${linkToken(alert, 'ana')}?lang=en#script`);
});
