import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { browserWithPages } from './support/browser-with-pages';
import { differenceOf } from './support/compare-pictures';
import type { PageName } from './support/pages';

/** Fonts differ from machine to machine, and with them where lines break. */
const tolerated = 0.08;

const folder = join(__dirname, 'screenshots');
/** UPDATE_SCREENSHOTS=1 writes them anew: look at what it wrote. */
const isUpdate = process.env['UPDATE_SCREENSHOTS'] === '1';

const wide = { width: 1440, height: 1000 };
const narrow = { width: 360, height: 1000 };

interface View {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly policy?: 'jenkins';
  /** What is scrolled to; without it, the first screen. */
  readonly at?: string;
}

const views: Record<string, [PageName, View]> = {
  'failed-wide': ['failed', { viewport: wide }],
  'failed-wide-dark': ['failed', { viewport: wide, colorScheme: 'dark' }],
  'failed-narrow': ['failed', { viewport: narrow }],
  'failed-jenkins': ['failed', { viewport: wide, policy: 'jenkins' }],
  'passed-wide': ['passed', { viewport: wide }],
  'invalid-wide': ['invalid', { viewport: wide }],
  'incomplete-wide': ['incomplete', { viewport: wide }],
  'hostile-narrow': ['hostile', { viewport: narrow }],
  'failed-violations': ['failed', { viewport: wide, at: '#violations' }],
  'slower-load': ['slower', { viewport: wide, at: '#load' }],
  'slower-history': ['slower', { viewport: wide, at: '#history' }],
  'runs-wide': ['runs', { viewport: wide }],
  'runs-wide-dark': ['runs', { viewport: wide, colorScheme: 'dark' }],
  'runs-narrow': ['runs', { viewport: narrow }],
};

const opened = browserWithPages();

async function picture(name: string): Promise<Buffer> {
  const [page, { viewport, colorScheme = 'light', policy, at }] = views[name] ?? [
    'passed',
    { viewport: wide },
  ];
  const { browser, server } = opened;
  const context = await browser.newContext({ viewport, colorScheme, deviceScaleFactor: 0.25 });
  try {
    const tab = await context.newPage();
    await tab.goto(server.urlOf(page, policy));
    if (at !== undefined)
      await tab.locator(at).evaluate((element) => {
        element.scrollIntoView();
      });
    return await tab.screenshot();
  } finally {
    await context.close();
  }
}

const committed = (name: string): Buffer => readFileSync(join(folder, `${name}.png`));

describe('the pages look as they did', () => {
  it.each(Object.keys(views))('%s', async (name) => {
    const taken = await picture(name);
    if (isUpdate) {
      if (!existsSync(folder)) mkdirSync(folder);
      writeFileSync(join(folder, `${name}.png`), taken);
    }
    const difference = differenceOf(taken, committed(name));
    if (difference > tolerated) {
      // Where it differs, the picture is worth more than the number.
      writeFileSync(join(folder, `${name}.taken.png`), taken);
    }
    expect(difference).toBeLessThanOrEqual(tolerated);
  });

  it.each([
    ['failed-wide', 'failed-wide-dark'],
    ['failed-wide', 'failed-jenkins'],
    ['failed-wide', 'passed-wide'],
    ['failed-wide', 'slower-history'],
    ['runs-wide', 'slower-load'],
  ])('and the comparison tells %s from %s', (one, other) => {
    expect(differenceOf(committed(one), committed(other))).toBeGreaterThan(tolerated);
  });
});
