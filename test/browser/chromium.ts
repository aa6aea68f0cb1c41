import { type Browser, chromium } from 'playwright-core';

/**
 * Linux on x64 brings its browser with the packages; elsewhere it is the installed Chrome. The
 * variable makes the package unpack the libraries that a bare machine lacks, as on Lambda.
 */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome' });
  }
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: packed } = await import('@sparticuz/chromium');
  // Not the package's arguments: one process for all dies with its first context, and its web
  // security is off.
  return chromium.launch({ executablePath: await packed.executablePath() });
}
