import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { linkToken } from '../../lambdas/domain/link.ts';
import { member, team } from '../support/alerts.ts';
import { Phone } from './phone.ts';

let phone: Phone;
beforeEach(() => {
  phone = new Phone();
});

const script = `<script>alert("x")</script><img src=x onerror='y'>&amp;`;
const escaped =
  '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;y&#39;&gt;&amp;amp;';

test('what people write shows as they wrote it and never as markup', async () => {
  const name = `Ana ${script}`;
  const members = [member('ana', { name }), member('budi')];
  for (const tier of [1, 2, 3] as const) phone.memory.setTeam(tier, team({ members }));
  const alert = phone.paged({ tripId: script });
  phone.memory.put({ ...alert, pages: alert.pages.map((one) => ({ ...one, name })) });
  await phone.press(alert, 'ana', 'acknowledge');
  await phone.press(alert, 'ana', 'notes', { text: script });
  const own = await phone.open(alert, 'ana');
  assert.ok(own.text.split(escaped).length > 3, 'the trip, the note, and her name beside it');
  const refused = await phone.press(alert, 'budi', 'acknowledge');
  assert.ok(refused.text.includes(escaped), 'her name, for who comes second');
  for (const { text } of [own, refused]) assert.ok(!/<script|<img/.test(text));
});

test('a page has no script in it, whatever is in the alert', async () => {
  const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(words, words, words, async (service, tripId, text) => {
      const one = new Phone();
      const alert = one.paged({ service, tripId });
      await one.press(alert, 'ana', 'acknowledge');
      await one.press(alert, 'ana', 'notes', { text: `${script}${text}` });
      const page = await one.open(alert, 'ana');
      assert.equal(page.status, 200);
      assert.ok(!/<script|<img|onerror='/.test(page.text));
    }),
    { numRuns: 40 },
  );
});

test('what is personal shows to the one who has taken the alert, to nobody before and nobody else', async () => {
  const location = { lat: -6.17511, lng: 106.86504 };
  const alert = phone.paged({ tripId: 'trip-secret', category: 'harassment', location });
  const personal = ['trip-secret', '-6.17511', '106.86504', 'arassment'];
  const shown = (text: string) => personal.filter((one) => text.includes(one));
  assert.deepEqual(shown((await phone.open(alert, 'ana')).text), []);
  await phone.press(alert, 'ana', 'acknowledge');
  await phone.press(alert, 'ana', 'notes', { text: 'she hides at the mosque' });
  assert.deepEqual(shown((await phone.open(alert, 'ana')).text), personal);
  const other = (await phone.open(alert, 'budi')).text;
  assert.deepEqual(shown(other), []);
  assert.ok(!other.includes('mosque'), 'a note is the owner’s too');
  await phone.press(alert, 'ana', 'release');
  assert.deepEqual(shown((await phone.open(alert, 'ana')).text), [], 'nor after handing it back');
});

test('no page holds the reporter, a phone number of the team, or the key of the alert', async () => {
  const alert = phone.paged({ reporterId: 'rider-secret' });
  await phone.press(alert, 'ana', 'acknowledge');
  for (const responderId of ['ana', 'budi']) {
    const { text } = await phone.open(alert, responderId);
    assert.ok(!text.includes('rider-secret') && !text.includes(alert.linkKey));
    for (const { phone: number } of team().members) assert.ok(!text.includes(number.slice(3)));
    const foreign = linkToken(alert, responderId === 'ana' ? 'budi' : 'ana');
    assert.ok(!text.includes(foreign), 'nor the link of somebody else');
  }
});

test('every form posts to the link’s own address, and nothing is fetched from elsewhere', async () => {
  const alert = phone.paged({ category: 'dispute', location: { lat: 1, lng: 2 } });
  await phone.press(alert, 'ana', 'acknowledge');
  const { text } = await phone.open(alert, 'ana');
  const path = `/p/${linkToken(alert, 'ana')}/`;
  const forms = [...text.matchAll(/<form method="(\w+)" action="([^"]*)"/g)];
  assert.ok(forms.length >= 4);
  for (const [, method, action] of forms) {
    assert.ok(method === 'post' && action!.startsWith(path), action);
  }
  assert.ok(!/ src=|<link|<iframe|@import|url\(/.test(text));
});

test('the page that refuses does not reload the address of the action', async () => {
  const alert = phone.paged();
  await phone.press(alert, 'ana', 'acknowledge');
  const { text } = await phone.press(alert, 'budi', 'acknowledge');
  const [, address] = /http-equiv="refresh" content="\d+; url=([^"]*)"/.exec(text) ?? [];
  assert.equal(address?.replace(/\?.*/, ''), `/p/${linkToken(alert, 'budi')}`);
});

test('who must be silent is told so before anything can be pressed', async () => {
  const { text } = await phone.open(phone.paged({ silent: true }), 'ana');
  const warning = text.search(/class="warning/);
  assert.ok(warning > 0 && warning < text.indexOf('<form'));
});
