import { chromium, type Browser } from 'playwright-core';

import { findChromium } from './find-chromium';

const settings = {
  args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
  headless: true,
  timeout: 60_000,
};

/** A real Chromium. One without its libraries on this machine is started with those that it brings. */
export async function openBrowser(): Promise<Browser> {
  const { path: executablePath, libraries } = findChromium(process.env);
  try {
    return await chromium.launch({ ...settings, executablePath });
  } catch (error) {
    if (libraries === undefined || !String(error).includes('shared libraries')) {
      throw new Error(`${executablePath} does not start; CHROMIUM_PATH names another Chrome or Chromium`, {
        cause: error,
      });
    }
    const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>;
    return chromium.launch({ ...settings, executablePath, env });
  }
}
