import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { focused, lowContrast, namelessControls, sidewaysScroll, smallTargets } from './in-page.js';

/** What holds of whatever is shown, in any state, language, width and scheme. */
export async function assertComfortable(page: Page, where: string): Promise<void> {
  assert.deepEqual(await page.evaluate(lowContrast), [], `contrast, ${where}`);
  assert.deepEqual(await page.evaluate(namelessControls), [], `names, ${where}`);
  assert.equal(await page.evaluate(sidewaysScroll), 0, `scrolls sideways, ${where}`);
}

export async function assertForThumbs(page: Page, where: string): Promise<void> {
  assert.deepEqual(await page.evaluate(smallTargets), [], `touch targets, ${where}`);
}

/** Presses Tab until what has the focus says `text`; each stop on the way can be seen. */
export async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused);
    if (at.name !== 'body') assert.ok(at.seen, `focus is not seen on ${at.name} ${at.text}`);
    if (text.test(at.text)) return;
  }
  assert.fail(`nothing that says ${text} has had the focus after 40 tabs`);
}
