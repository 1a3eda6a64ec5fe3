import type { Browser } from 'playwright-core';

import { openBrowser } from './open-browser';
import { servePages, type PageServer } from './pages';

/** Filled in before the first test of a file. */
export interface BrowserWithPages {
  browser: Browser;
  server: PageServer;
}

/** A browser and the pages that it visits, for all tests of the file that calls this. */
export function browserWithPages(): BrowserWithPages {
  const opened = {} as BrowserWithPages;
  beforeAll(async () => {
    [opened.browser, opened.server] = await Promise.all([openBrowser(), servePages()]);
  });
  afterAll(async () => {
    await opened.browser.close();
    opened.server.close();
  });
  return opened;
}
