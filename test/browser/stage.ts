import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { City, linkOf, pause, quick } from '../support/city.ts';
import { openBrowser } from './chromium.ts';
import { budi, sari } from './people.ts';

/** One running stack and one browser for all that is seen: both take seconds to start. */
export let city: City;
let browser: Browser;

before(async () => {
  [city, browser] = await Promise.all([City.open(), openBrowser()]);
});
after(async () => {
  await Promise.all([city.close(), browser.close()]);
});

export const phoneWidth = { width: 360, height: 740 };

export interface Watched extends BrowserContextOptions {
  /** What the story is meant to make the browser complain of, line by line. */
  complaints?: RegExp[];
}

/**
 * Opens a page in a context of its own, hands it to the story, and then sees to it that nothing
 * threw, nothing unexpected was said on the console, and nothing was asked of anybody else.
 */
export async function watch(
  { complaints = [], ...options }: Watched,
  story: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ baseURL: city.local.url, ...options });
  context.setDefaultTimeout(8_000);
  const said: string[] = [];
  const asked = new Set<string>();
  context.on('request', (request) => asked.add(new URL(request.url()).origin));
  context.on('console', (message) => said.push(message.text()));
  context.on('weberror', (error) => said.push(String(error.error())));
  try {
    await story(await context.newPage());
  } finally {
    await context.close();
  }
  assert.equal(said.length, complaints.length, said.join('\n'));
  for (const [index, line] of said.entries()) assert.match(line, complaints[index]!);
  assert.deepEqual([...asked], [city.local.url]);
}

let trips = 0;

/** A press as the app sends it, and the path of the link that pages its primary. */
export async function pressed(body: Record<string, unknown> = {}) {
  await city.putPolicy(1, quick(600));
  const earlier = (await city.inbox(sari)).length;
  const tripId = `trip-seen-${(trips += 1)}`;
  const location = { lat: -6.2088, lng: 106.8456, accuracy: 12 };
  const press = { pressId: 'p', service: 'GoRide', role: 'rider', tripId, location, ...body };
  const { alertId } = await city.press('rider-seen', press);
  const link = linkOf(await city.sms(sari, earlier + 1));
  // The SMS comes before its record: from here on the alert stands still.
  while ((await city.alert(alertId)).pages.length === 0) await pause(20);
  return { alertId, tripId, link };
}

/** The link of the secondary to the same alert, whom the primary has handed it to by declining. */
export async function linkOfSecondary(link: string): Promise<string> {
  const earlier = (await city.inbox(budi)).length;
  await city.call('POST', `${link}/decline`);
  return linkOf(await city.sms(budi, earlier + 1));
}
