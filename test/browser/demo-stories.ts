import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { defaultPolicies, type EscalationPolicy } from '../../lambdas/domain/policy.ts';
import { quick } from '../support/city.ts';
import { assertComfortable, assertForThumbs, tabTo } from './comfort.ts';
import { city, phoneWidth, watch } from './stage.ts';

const desk = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };
const phoneOf = (page: Page, name: string) => page.getByLabel(`Phone of ${name}`);
const step = (page: Page, name: string) => page.locator('#ladder li', { hasText: name });

async function openDemo(page: Page): Promise<void> {
  await city.putPolicy(1, quick(600));
  await page.goto('/');
  await phoneOf(page, 'Sari Wulandari').waitFor();
}

test('a press on GoRide rings one phone; its owner takes it and the others stay silent', async () => {
  await watch(desk, async (page) => {
    await openDemo(page);
    await page.getByRole('button', { name: /EMERGENCY/ }).click();
    const sari = phoneOf(page, 'Sari Wulandari');
    await sari.getByText(/SIAGA T1 GoRide \d\d:\d\d WIB/).waitFor();
    await step(page, 'Primary')
      .getByText(/rings, \d+ s left/)
      .waitFor();
    await page.getByText('We are calling trained staff').waitFor();

    await sari.getByRole('link').click();
    await sari.getByText('Nobody has taken this yet.').waitFor();
    await assertComfortable(page, 'demo, ringing');
    await sari.getByRole('button', { name: 'I take it' }).click();
    await sari.getByText('You are handling this call.').waitFor();

    await page.getByText('Sari is helping you').waitFor();
    await step(page, 'Primary').getByText('took it').waitFor();
    await page.locator('#timeline').getByText('Sari Wulandari took it').waitFor();
    assert.deepEqual(await page.locator('#timeline time + span').allInnerTexts(), [
      'The button was pressed',
      'SMS to Sari Wulandari',
      'Sari Wulandari took it',
    ]);
    for (const name of ['Budi Santoso', 'Maya Kusuma', 'Ratna Dewi']) {
      assert.equal(await phoneOf(page, name).getByText('no SMS').count(), 1, name);
    }
    await assertComfortable(page, 'demo, taken');
  });
});

test('on GoCar nobody takes it: a countdown runs out and the secondary’s phone rings', async () => {
  await watch(desk, async (page) => {
    await openDemo(page);
    const asDeployed = await (await city.staff('GET', '/policies/1')).json();
    await page.getByLabel('5 s').check();
    await step(page, 'Secondary').getByText('5 s').waitFor();
    await page.getByLabel('GoCar').check();
    await page.getByRole('button', { name: /EMERGENCY/ }).click();
    for (const left of [4, 3, 2]) {
      await step(page, 'Primary').getByText(`rings, ${left} s left`).waitFor();
    }
    assert.equal(await phoneOf(page, 'Budi Santoso').getByRole('link').count(), 0);

    const budi = phoneOf(page, 'Budi Santoso');
    await budi.getByText(/SIAGA T1 GoCar/).waitFor();
    await step(page, 'Primary').getByText('no answer').waitFor();
    await budi.getByRole('link').click();
    const sari = phoneOf(page, 'Sari Wulandari');
    await sari.getByRole('link').click();
    await budi.getByRole('button', { name: 'I take it' }).click();
    await sari.getByText('Budi Santoso has taken this.').waitFor();
    assert.equal(await sari.getByRole('button', { name: 'I take it' }).count(), 0);

    await page.getByLabel('as deployed').check();
    await step(page, 'Secondary').getByText('600 s').waitFor();
    assert.deepEqual(await (await city.staff('GET', '/policies/1')).json(), asDeployed);
  });
});

test('a keyboard alone presses in silence, opens the link and takes the call', async () => {
  await watch({ ...desk, locale: 'id-ID' }, async (page) => {
    await openDemo(page);
    await tabTo(page, /^Senyap/);
    await page.keyboard.press('Space');
    await tabTo(page, /^DARURAT/);
    await page.keyboard.press('Enter');
    const sari = phoneOf(page, 'Sari Wulandari');
    await sari.getByRole('link').waitFor();
    await tabTo(page, /^http/);
    await page.keyboard.press('Enter');
    await sari.getByText(/^SENYAP: jangan menelepon/).waitFor();
    await tabTo(page, /^Saya ambil$/);
    await page.keyboard.press('Enter');
    await sari.getByText('Anda yang menangani panggilan ini.').waitFor();
  });
});

test('forced to cancel, the rider’s phone shows a cancel and the responder’s shows the truth', async () => {
  await watch(desk, async (page) => {
    await openDemo(page);
    const shown: string[] = [];
    for (const how of ['I am safe, cancel', 'Forced to cancel']) {
      await page.getByRole('button', { name: 'New trip' }).click();
      await page.getByRole('button', { name: /EMERGENCY/ }).click();
      const sari = phoneOf(page, 'Sari Wulandari');
      await sari.getByRole('link').click();
      await page.getByRole('button', { name: how }).click();
      await page.locator('#answer').getByText('was cancelled').waitFor();
      shown.push(await page.locator('#rider').innerText());
      const warning = how === 'Forced to cancel' ? 'FORCED TO CANCEL' : 'The reporter cancelled.';
      await sari.getByText(warning).waitFor();
      assert.match(await page.locator('#state').innerText(), /Nobody has taken it yet/);
    }
    assert.equal(shown[0], shown[1]);
  });
});

test('the demo fits a phone, by day and by night, and a thumb hits all of it', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await watch({ viewport: phoneWidth, locale: 'id-ID', colorScheme }, async (page) => {
      await openDemo(page);
      await assertComfortable(page, `demo ${colorScheme}, before`);
      await assertForThumbs(page, `demo ${colorScheme}, before`);
      await page.getByRole('button', { name: /DARURAT/ }).click();
      await phoneOf(page, 'Sari Wulandari').getByRole('link').waitFor();
      await assertForThumbs(page, `demo ${colorScheme}, SMS`);
      await phoneOf(page, 'Sari Wulandari').getByRole('link').click();
      await page.getByRole('button', { name: 'Saya ambil' }).waitFor();
      await assertComfortable(page, `demo ${colorScheme}, opened`);
      await assertForThumbs(page, `demo ${colorScheme}, opened`);
    });
  }
});

test('a browser that did not ask for 5 s shows them, and puts the shipped waits back', async () => {
  await watch(desk, async (page) => {
    await openDemo(page);
    await city.putPolicy(1, quick(5, ['primary', 'secondary', 'everyone', 'lead']));
    await page.reload();
    await step(page, 'Secondary').getByText('5 s').waitFor();
    assert.ok(await page.getByLabel('5 s').isChecked());
    await page.getByLabel('as deployed').check();
    await step(page, 'Secondary').getByText('30 s').waitFor();
    const stored = (await (await city.staff('GET', '/policies/1')).json()) as EscalationPolicy;
    assert.deepEqual(stored.steps, defaultPolicies[1].steps);
    assert.deepEqual(stored.repeat, defaultPolicies[1].repeat);
  });
});

test('without a connection the phone keeps trying the same press, with the numbers at hand', async () => {
  const complaints = Array.from({ length: 3 }, () => /ERR_INTERNET_DISCONNECTED/);
  await watch({ ...desk, complaints }, async (page) => {
    await openDemo(page);
    const sent: { pressId: string }[] = [];
    await page.route('**/v1/alerts', async (route) => {
      sent.push(route.request().postDataJSON());
      if (sent.length > 3) return route.continue();
      return route.abort('internetdisconnected');
    });
    await page.getByRole('button', { name: /EMERGENCY/ }).click();
    await page.locator('#answer').getByText('Still trying').waitFor();
    for (const number of ['110', '119', '129', '113', '115']) {
      assert.ok(await page.locator('#numbers').getByText(number).isVisible(), number);
    }
    assert.equal(await page.getByRole('button', { name: 'I am safe, cancel' }).count(), 0);
    await page.getByText('We are calling trained staff').waitFor();
    assert.equal(sent.length, 4);
    assert.equal(new Set(sent.map(({ pressId }) => pressId)).size, 1);
  });
});

test('a new trip begun while the stack is away leaves the responders’ phones where they are', async () => {
  const complaints = Array.from({ length: 4 }, () => /ERR_CONNECTION_REFUSED/);
  await watch({ ...desk, complaints }, async (page) => {
    await openDemo(page);
    let refused = 0;
    await page.route('**/v1/staff/teams/1', async (route) => {
      if (refused === complaints.length) return route.continue();
      refused += 1;
      return route.abort('connectionrefused');
    });
    await page.getByRole('button', { name: 'New trip' }).click();
    await page.getByText('The local stack does not answer.').waitFor();
    assert.equal(await page.getByRole('heading', { level: 3, name: /on call|lead/ }).count(), 4);
    await page.getByText('Press the button on the rider’s phone.').waitFor();
  });
});

test('once it has ended nobody helps any more, and the next trip is not silent', async () => {
  await watch(desk, async (page) => {
    await openDemo(page);
    await page.getByRole('button', { name: /EMERGENCY/ }).click();
    const sari = phoneOf(page, 'Sari Wulandari');
    const link = await sari.getByRole('link').getAttribute('href');
    await sari.getByRole('link').click();
    await sari.getByRole('button', { name: 'I take it' }).click();
    await page.getByText('Sari is helping you').waitFor();
    await city.call('POST', `${link}/resolve`);
    await page.locator('#state').getByText('Ended.').waitFor();
    await page.locator('#answer').getByText('ended').waitFor();
    assert.equal(await page.getByText('Sari is helping you').count(), 0);
    assert.equal(await page.getByRole('button', { name: /cancel/ }).count(), 0);

    await page.getByLabel(/^Silent/).check();
    await page.getByRole('button', { name: 'New trip' }).click();
    assert.ok(!(await page.getByLabel(/^Silent/).isChecked()));
  });
});
