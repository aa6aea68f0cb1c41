/** Takes the pictures of the README anew: `npx node test/browser/pictures.ts`. */
import type { Browser, Page } from 'playwright-core';
import { defaultPolicies } from '../../lambdas/domain/policy.ts';
import { City, linkOf, pause } from '../support/city.ts';
import { openBrowser } from './chromium.ts';
import { sari } from './people.ts';

const folder = new URL('../../docs/images/', import.meta.url);
const file = (name: string) => new URL(name, folder).pathname;

/** A responder's phone before and after she takes the call, side by side. */
async function takeResponder(browser: Browser, city: City): Promise<void> {
  const press = { pressId: 'p', service: 'GoRide', role: 'rider', tripId: 'trip-42', silent: true };
  const location = { lat: -6.2088, lng: 106.8456, accuracy: 12 };
  await city.press('rider-pictured', { ...press, location });
  const link = linkOf(await city.sms(sari));
  const phone = { viewport: { width: 360, height: 610 }, deviceScaleFactor: 2, locale: 'en-GB' };
  const page = await browser.newPage({ baseURL: city.local.url, ...phone });
  await page.goto(link);
  const before = await page.screenshot();
  await page.getByRole('button', { name: 'I take it' }).click();
  const after = await page.screenshot();
  await page.close();
  await sideBySide(browser, [before, after]);
}

async function sideBySide(browser: Browser, shots: Buffer[]): Promise<void> {
  const viewport = { width: 2 * 360 + 3 * 24, height: 610 + 2 * 24 };
  const page = await browser.newPage({ viewport, deviceScaleFactor: 2 });
  const pictures = shots.map(
    (shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`,
  );
  await page.setContent(`<style>
    body { display: flex; gap: 24px; margin: 24px; background: #e8ecf1 }
    img { width: 360px; border-radius: 24px }
  </style>${pictures.join('')}`);
  await page.screenshot({ path: file('responder.png') });
  await page.close();
}

/** With the policies as shipped: the primary has not answered, the secondary's phone rings, and its link is open. */
async function takeDemo(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /EMERGENCY/ }).click();
  const budi = page.getByLabel('Phone of Budi Santoso');
  await budi.getByRole('link').click({ timeout: 2_000 * defaultPolicies[1].steps[0]!.waitSeconds });
  await budi.getByRole('button', { name: 'I take it' }).waitFor();
  await pause(4_000);
  await page.screenshot({ path: file('demo.png') });
}

const [city, browser] = await Promise.all([City.open(), openBrowser()]);
try {
  await takeResponder(browser, city);
  const viewport = { width: 1280, height: 800 };
  await takeDemo(await browser.newPage({ baseURL: city.local.url, viewport, locale: 'en-GB' }));
} finally {
  await Promise.all([browser.close(), city.close()]);
}
