import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';

import { aContractResult, aViolation } from '../../reports/fixtures/a-contract-result';
import { aRun } from '../../reports/fixtures/runs';
import { renderPage } from '../../reports/page/page';
import { browserWithPages } from './support/browser-with-pages';
import { pageNames, pages, type PageName } from './support/pages';

const wide = { width: 1440, height: 900 };
const narrow = { width: 360, height: 800 };
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const opened = browserWithPages();

/** Opens a page, and closes its context afterwards; what the page complains of fails the test. */
async function visit(
  name: PageName,
  options: BrowserContextOptions & { policy?: 'jenkins'; hash?: string },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const { policy, hash = '', ...context } = options;
  const { browser, server } = opened;
  const window = await browser.newContext({ viewport: wide, ...context });
  const complaints: string[] = [];
  try {
    const page = await window.newPage();
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      const url = request.url();
      if (url !== server.urlOf(name, policy) && !url.startsWith('data:')) complaints.push(`asks for ${url}`);
    });
    await page.goto(`${server.urlOf(name, policy)}${hash}`);
    await look(page);
    expect(complaints).toEqual([]);
  } finally {
    await window.close();
  }
}

const widthOf = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth');
/** The text that can be seen, folded or not. */
const textOf = (page: Page): Promise<string> => page.evaluate('document.body.innerText');

describe.each(pageNames)('the page %s', (name) => {
  it.each([
    ['light', wide],
    ['dark', wide],
    // What is hidden or stacked there is the same on every page of a run.
    ...(name === 'failed' || name === 'runs' ? [['light', narrow] as const] : []),
  ] as const)('is accessible, %s, %j', async (colorScheme, viewport) => {
    // axe is a script of its own, which the page's policy would rightly refuse.
    await visit(name, { colorScheme, viewport, bypassCSP: true }, async (page) => {
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`),
      ).toEqual([]);
      expect(passes.length).toBeGreaterThan(10);
    });
  });

  it.each([narrow, wide])('does not scroll sideways at %j', async (viewport) => {
    await visit(name, { viewport }, async (page) => {
      expect(await widthOf(page)).toBeLessThanOrEqual(viewport.width);
    });
  });

  it('says the same without scripts', async () => {
    const shown: string[][] = [];
    const conveniences: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      await visit(name, { javaScriptEnabled }, async (page) => {
        shown.push(linesOf(await page.locator('main').innerText()));
        for (const form of await page.locator('[data-filter], .curl button').all()) {
          conveniences.push(...linesOf(await form.innerText()));
        }
      });
    }
    const [withScripts = [], without = []] = shown;
    expect(without.length).toBeGreaterThan(20);
    expect(without.filter((line) => !withScripts.includes(line))).toEqual([]);
    expect(withScripts.filter((line) => !without.includes(line) && !conveniences.includes(line))).toEqual([]);
  });

  it("is whole under Jenkins' policy, which blocks scripts and styles", async () => {
    await visit(name, { policy: 'jenkins' }, async (page) => {
      await expectSeen(page, 'h1');
      const pictures = page.locator('figure svg[role=img]:visible');
      for (const picture of await pictures.all()) {
        const box = await picture.boundingBox();
        expect(box?.width).toBeGreaterThan(300);
        expect(box?.height).toBeGreaterThan(50);
      }
      // No word of a provider may push the page aside where nothing wraps it.
      expect(await widthOf(page)).toBeLessThanOrEqual(wide.width);
      // Its style sheet must be off, or this proves nothing.
      expect(await page.evaluate('getComputedStyle(document.body).marginTop')).toBe('8px');
    });
  });
});

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

async function expectSeen(page: Page, selector: string): Promise<void> {
  expect(await page.locator(selector).first().isVisible()).toBe(true);
}

const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.outerHTML.slice(0, 80)');

describe('by keyboard alone', () => {
  it('leads past the head, shows where it is, and unfolds', async () => {
    await visit('failed', {}, async (page) => {
      await page.keyboard.press('Tab');
      expect(await focused(page)).toContain('Skip to the results');
      await page.keyboard.press('Enter');
      expect(page.url()).toMatch(/#contract$/);
      const summary = page.locator('details:not([open]) > summary').first();
      const details = await summary.evaluateHandle((element) => element.parentElement);
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press('Tab');
        if (await summary.evaluate((element) => element === element.ownerDocument.activeElement)) break;
      }
      expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none');
      await page.keyboard.press('Enter');
      expect(await details.evaluate((element) => element?.hasAttribute('open'))).toBe(true);
    });
  });

  it('filters', async () => {
    await visit('failed', {}, async (page) => {
      await page.locator('[data-filter-text]').focus();
      await page.keyboard.type('brand header');
      expect(await page.locator('[data-filter-count]').textContent()).toMatch(/^[1-9]\d* of \d+$/);
    });
  });

  it('filters by state, and lets go again', async () => {
    await visit('failed', {}, async (page) => {
      await page.locator('[data-filter-state]').selectOption('violated');
      const rows = page.locator('tr[data-state]:visible');
      expect(await rows.evaluateAll((list) => list.map((row) => row.dataset['state']))).toEqual(
        Array.from({ length: 3 }, () => 'violated'),
      );
      await page.locator('[data-filter-state]').selectOption('');
      expect(await page.locator('[data-filter-count]').textContent()).toBe('');
      expect(await page.locator('[hidden][data-state]').count()).toBe(0);
    });
  });

  it('copies a command', async () => {
    await visit('failed', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
      const button = page.locator('.curl button').first();
      await button.focus();
      await page.keyboard.press('Enter');
      await page.locator('.curl button', { hasText: 'Copied' }).waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toBe(await page.locator('.curl code').first().textContent());
      expect(copied).toMatch(/^curl [\s\S]*\$POPSELL_TOKEN/);
    });
  });

  it('leads from what is broken, on the first screen, to the violation', async () => {
    await visit('failed', {}, async (page) => {
      const link = page.locator('.problems a').first();
      const name = await link.innerText();
      await link.focus();
      await page.keyboard.press('Enter');
      const target = page.locator(new URL(page.url()).hash);
      expect(await target.locator('summary').first().innerText()).toContain(name);
      expect(await target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(200);
    });
  });

  it.each(['#obligation-401.effect', '#violation-4 .comparison'])(
    'unfolds what a deep link points to: %s',
    async (place) => {
      const [hash = ''] = place.split(' ');
      await visit('failed', {}, async (page) => {
        const [id = '', inside = ''] = place.slice(1).split(' ');
        const target = page.locator(`[id="${id}"] ${inside}`);
        expect(await target.isVisible()).toBe(false);
        await page.evaluate(`location.hash = '${hash}'`);
        await target.waitFor({ state: 'visible' });
      });
    },
  );
});

describe('printed', () => {
  it('leaves out what paper cannot do, and unfolds the rest', async () => {
    await visit('failed', {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').isVisible()).toBe(false);
      // Paper does not scroll: what is wider than it is cut off. A4 less its margins is 718 points wide.
      await page.setViewportSize({ width: 718, height: 1000 });
      const widest = page.locator('main table:visible');
      const ends = await widest.evaluateAll((list) =>
        list.map((table) => table.getBoundingClientRect().right),
      );
      expect(Math.max(...ends)).toBeLessThanOrEqual(718);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(3);
      expect(pages).toBeLessThan(40);
    });
  });
});

it.each(['screen', 'print'] as const)('shows twelve violations on a %s', async (media) => {
  const violations = Array.from({ length: 12 }, () => aViolation());
  const contract = aContractResult({ verdict: 'failed', violations });
  const window = await opened.browser.newContext({ viewport: wide, javaScriptEnabled: false });
  try {
    const page = await window.newPage();
    await page.setContent(renderPage(aRun({ contract, load: null })));
    await page.emulateMedia({ media });
    const seen = async (selector: string): Promise<number> =>
      (await page.locator(`#violations ${selector}:visible`).all()).length;
    const onPaper = media === 'print';
    expect(await seen('details > summary strong')).toBe(12);
    expect(await seen('.violation-index a')).toBe(12);
    expect(await seen('.comparison')).toBe(onPaper ? 12 : 3);
    expect(await seen('.exchange > summary')).toBe(onPaper ? 10 : 3);
    expect(await seen('.on-paper')).toBe(onPaper ? 1 : 0);
  } finally {
    await window.close();
  }
});

it('opens from a file, and asks for nothing else', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'page-')), 'index.html');
  writeFileSync(file, pages.hostile);
  const { href } = pathToFileURL(file);
  const window = await opened.browser.newContext();
  try {
    const page = await window.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      asked.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(href);
    expect(await textOf(page)).toContain('is broken in');
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([href]);
  } finally {
    await window.close();
    rmSync(dirname(file), { recursive: true });
  }
});

it('has tests that can fail: axe finds what it is given', async () => {
  await visit('passed', { bypassCSP: true }, async (page) => {
    await page.evaluate('document.querySelector("h1").style.color = "#eee"');
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(violations.map(({ id }) => id)).toContain('color-contrast');
    expect(await textOf(page)).toContain('obligations held');
  });
});
