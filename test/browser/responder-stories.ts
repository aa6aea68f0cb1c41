import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertComfortable, assertForThumbs, tabTo } from './comfort.ts';
import { breakOut, paperColor } from './in-page.js';
import { city, linkOfSecondary, phoneWidth, pressed, watch } from './stage.ts';

const plainPhone = { viewport: phoneWidth, javaScriptEnabled: false, locale: 'id-ID' };
const status = (page: Page) => page.getByRole('status').innerText();

test('without JavaScript the link shows the call, one tap takes it, and the facts come up', async () => {
  const { alertId, tripId, link } = await pressed();
  await watch(plainPhone, async (page) => {
    await page.goto(link);
    assert.equal(await status(page), 'Belum ada yang menangani.');
    assert.equal(await page.getByText(tripId).count(), 0);
    await page.getByRole('button', { name: 'Saya ambil' }).click();
    assert.match(await status(page), /^Anda yang menangani panggilan ini\./);
    assert.equal(await page.getByText(tripId).count(), 1);
    await page.getByLabel('Catatan').fill('Sudah terhubung.');
    await page.getByRole('button', { name: 'Simpan catatan' }).click();
    assert.match(await page.locator('.timeline').innerText(), /Sari Wulandari: Sudah terhubung\./);
    await page.getByLabel('Hasil').selectOption({ label: 'Orangnya aman' });
    await page.getByRole('button', { name: 'Selesaikan' }).click();
    assert.match(await status(page), /selesai\. Orangnya aman\./);
  });
  assert.equal((await city.alert(alertId)).status, 'resolved');
});

test('opening, reloading and leaving the link changes nothing', async () => {
  const { alertId, link } = await pressed();
  const before = await city.alert(alertId);
  await watch({ viewport: phoneWidth }, async (page) => {
    for (const language of ['id', 'en']) await page.goto(`${link}?lang=${language}`);
    await page.reload();
    await page.goBack();
    await page.getByRole('link', { name: 'English' }).click();
  });
  assert.deepEqual(await city.alert(alertId), before);
});

test('the second taker is told who has it, and the page they stand on reloads as their own', async () => {
  const { link } = await pressed();
  const second = await linkOfSecondary(link);
  await watch({ ...plainPhone, complaints: [/409 \(Conflict\)/] }, async (page) => {
    await page.goto(second);
    await city.call('POST', `${link}/acknowledge`);
    await page.getByRole('button', { name: 'Saya ambil' }).click();
    assert.match(await page.getByRole('alert').first().innerText(), /^Sudah diambil oleh Sari/);
    const refresh = await page.locator('meta[http-equiv=refresh]').getAttribute('content');
    await page.goto(refresh!.replace(/^\d+; url=/, ''));
    assert.match(await status(page), /^Sudah diambil oleh Sari Wulandari/);
    assert.equal(await page.getByRole('button').count(), 0);
  });
});

test('a script is gone through by thumb, one question at a time, and a pause keeps the place', async () => {
  const { link, tripId } = await pressed({ locale: 'ar', contact: { channel: 'whatsapp' } });
  const report = {
    reportId: tripId,
    service: 'GoRide',
    tripId,
    details: 'tolong, dia mengikuti saya',
  };
  await city.call('POST', '/v1/reports', { as: 'rider-seen', body: report });
  await watch(plainPhone, async (page) => {
    await page.goto(`${link}?lang=en`);
    assert.equal(await page.getByText(report.details).count(), 0);
    await page.getByRole('button', { name: 'I take it' }).click();
    assert.equal(await page.getByText(report.details).count(), 1);
    const question = page.locator('#script legend');
    assert.equal(await question.locator('[lang=ar]').getAttribute('dir'), 'rtl');
    assert.ok(await question.isVisible());
    await page.locator('#script input[type=radio]').first().check();
    await page.getByRole('button', { name: 'Save the answer' }).click();
    assert.match(page.url(), /#script$/);
    const open = await question.innerText();
    await page.getByRole('button', { name: 'Pause' }).click();
    assert.equal(await question.count(), 0);
    await page.getByRole('button', { name: 'Go on' }).click();
    assert.equal(await question.innerText(), open);
    await page.getByText('They agree now').click();
    await page.getByLabel('To what').selectOption({ label: 'Be referred' });
    await page.getByRole('button', { name: 'Record the consent' }).click();
    const closed = page.locator('details:not([open]) > summary');
    while ((await closed.count()) > 0) await closed.first().click();
    await assertComfortable(page, 'a case');
    await assertForThumbs(page, 'a case');
    await page.getByRole('button', { name: 'They take it back' }).click();
    assert.equal(await page.getByRole('button', { name: 'They take it back' }).count(), 0);
  });
});

test('whoever opens a silent call reads first that nobody may call', async () => {
  const { link } = await pressed({ silent: true });
  await watch(plainPhone, async (page) => {
    await page.goto(link);
    const warning = page.getByRole('alert');
    assert.match(await warning.innerText(), /^SENYAP: jangan menelepon/);
    const take = page.getByRole('button', { name: 'Saya ambil' });
    const [first, then] = [await warning.boundingBox(), await take.boundingBox()];
    assert.ok(first!.y + first!.height < then!.y);
    assert.ok(then!.y + then!.height < phoneWidth.height, 'the main action needs no scrolling');
    const others = await page.getByRole('button').all();
    const heights = await Promise.all(others.map(async (one) => (await one.boundingBox())!.height));
    assert.equal(Math.max(...heights), then!.height);
    assert.equal(heights.filter((height) => height === then!.height).length, 1);
  });
});

test('every state reads well at 320 and 360 px, by day and by night, in both languages', async () => {
  const open = await pressed();
  const silent = await pressed({ silent: true });
  const taken = await pressed({ category: 'harassment' });
  const others = await linkOfSecondary(taken.link);
  await city.call('POST', `${taken.link}/acknowledge`);
  const ended = await pressed();
  await city.call('POST', `${ended.link}/resolve`);
  const states = {
    open: open.link,
    silent: silent.link,
    taken: taken.link,
    others,
    ended: ended.link,
  };
  for (const width of [320, phoneWidth.width]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await watch({ viewport: { width, height: 740 }, colorScheme }, async (page) => {
        for (const language of ['id', 'en']) {
          for (const [state, link] of Object.entries(states)) {
            const where = `${state} ${language} ${colorScheme} ${width}`;
            await page.goto(`${link}?lang=${language}`);
            assert.equal(await page.locator('html').getAttribute('lang'), language);
            await assertComfortable(page, where);
            await assertForThumbs(page, where);
          }
        }
      });
    }
  }
});

test('by night the page is dark', async () => {
  const { link } = await pressed();
  for (const [colorScheme, paper] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(16, 19, 24)'],
  ] as const) {
    await watch({ colorScheme }, async (page) => {
      await page.goto(link);
      assert.equal(await page.evaluate(paperColor), paper);
    });
  }
});

test('a keyboard alone takes the call, writes a note and ends it', async () => {
  const { alertId, link } = await pressed();
  await watch(plainPhone, async (page) => {
    await page.goto(`${link}?lang=en`);
    await tabTo(page, /^I take it$/);
    await page.keyboard.press('Enter');
    await page.getByText('You are handling this call.').waitFor();
    await tabTo(page, /^Save the note$/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Talked to them.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Talked to them.').waitFor();
    await tabTo(page, /^Resolve$/);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('The person');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('This call has ended. The person is safe.').waitFor();
  });
  assert.equal((await city.alert(alertId)).timeline.at(-1).text, 'person_safe');
});

test('the call cannot be ended before an outcome is chosen', async () => {
  const { alertId, link } = await pressed();
  await city.call('POST', `${link}/acknowledge`);
  await watch(plainPhone, async (page) => {
    await page.goto(`${link}?lang=en`);
    await page.getByRole('button', { name: 'Resolve' }).click();
  });
  assert.equal((await city.alert(alertId)).status, 'acknowledged');
});

test('a link that is wrong says so in both languages, with the numbers to call', async () => {
  const answers: string[] = [];
  await watch({ ...plainPhone, complaints: [/404/, /404/] }, async (page) => {
    for (const language of ['id', 'en']) {
      await page.goto(`/p/${'A'.repeat(30)}?lang=${language}`);
      answers.push(await page.getByRole('heading', { level: 1 }).innerText());
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.getByRole('link', { name: /^110/ }).getAttribute('href'), 'tel:110');
      await assertComfortable(page, `wrong link, ${language}`);
      await assertForThumbs(page, `wrong link, ${language}`);
    }
  });
  assert.deepEqual(answers, ['Tautan ini tidak berlaku', 'This link does not work']);
});

test('the page’s policy lets no script run and nothing be fetched', async () => {
  const { link } = await pressed();
  await watch(
    { complaints: [/inline script/, /Connecting/, /Fetch API/, /image/] },
    async (page) => {
      await page.goto(link);
      const { ran, blocked } = await page.evaluate(breakOut);
      assert.equal(ran, false);
      assert.deepEqual(blocked.toSorted(), ['connect-src', 'img-src', 'script-src-elem']);
    },
  );
});
