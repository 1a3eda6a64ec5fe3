import { aContractResult, anExchange, aViolation } from '../fixtures/a-contract-result';
import { aLatency, aLoadResult } from '../fixtures/a-load-result';
import { hostileRun } from '../fixtures/hostile-run';
import { largeRun } from '../fixtures/large-run';
import { aRun, contractOnlyRun, failedRun, invalidRun, loadOnlyRun } from '../fixtures/runs';
import { largestPage, renderPage } from './page';

const runs = {
  passed: aRun(),
  failed: failedRun(),
  invalid: invalidRun(),
  contractOnly: contractOnlyRun(),
  loadOnly: loadOnlyRun(),
  hostile: hostileRun(),
};
const pages = Object.entries(runs).map(([name, run]) => [name, renderPage(run)] as const);
const page = (name: keyof typeof runs): string => pages.find(([candidate]) => candidate === name)?.[1] ?? '';

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, match = '']) => match);

/** What a reader sees, without the markup. */
const text = (html: string): string =>
  html
    .replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('&quot;', '"');

describe.each(pages)('the page of a run: %s', (_, html) => {
  it('asks nobody for anything', () => {
    expect(
      all(html, /(?:src|href|action|data|poster|srcset)="([^"]*)"/g).filter(
        (link) => !/^(#|data:,$)/.test(link),
      ),
    ).toEqual([]);
    expect(html).not.toMatch(/@import|url\(\s*["']?(?!#)/);
  });

  it('links only to what is there, under ids that are there once', () => {
    const ids = all(html, / id="([^"]*)"/g);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(all(html, /href="#([^"]*)"/g).filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('has one style sheet, one script, no styles or handlers in attributes', () => {
    expect(all(html, /<(script|style)[ >]/g)).toEqual(['style', 'script']);
    expect(html).not.toMatch(/<[^>]+ (?:style|on\w+)=/);
  });

  it('has headings in order, one of them the first', () => {
    const levels = all(html, /<h([1-6])[ >]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});

describe('what the page says', () => {
  it.each([
    ['passed', 'Passed All 39 obligations held; p95 312 ms within 400 ms; valid run'],
    ['failed', 'Failed 200 is broken in 1 way, 422 in 2 ways; brand 4, p95 386 ms over 350 ms; valid run'],
    [
      'invalid',
      'Invalid run All 39 obligations held; load run not valid: the generator dropped 1,204 of 18,000 arrivals',
    ],
    ['contractOnly', 'Passed No load data All 39 obligations held; no load data'],
    ['loadOnly', 'Passed No contract data No contract data; p95 312 ms within 400 ms; valid run'],
  ] as const)('begins a run that is %s with its verdict', (name, verdict) => {
    expect(text(page(name))).toContain(verdict);
  });

  it('says on the first screen what was not verified', () => {
    const [masthead = ''] = page('failed').split('<nav');
    expect(text(masthead)).toContain(
      'A token without permission is answered with 403 ( not tried: the target has no forbiddenToken )',
    );
  });

  it('says on the first screen what is broken, with a link to it', () => {
    const [masthead = ''] = page('failed').split('<nav');
    expect(masthead).toContain('<a href="#violation-1"><bdi>errors is missing</bdi></a>');
    expect(masthead).not.toContain('last_rating is null');
    expect(text(masthead)).toContain('33 verified · 3 violated · 1 waived · 1 unobserved · 1 not tried');
    expect(masthead).toContain('<a href="#thresholds"><bdi>brand 4, p95');
    const [invalid = ''] = page('invalid').split('<nav');
    expect(text(invalid)).toContain('Not to be relied on: p50 118 ms');
    expect(invalid).toContain('<a href="#validity"><bdi>The generator dropped 1,204');
  });

  it('says once what several obligations were not verified for', () => {
    const reason = 'the target has no forbiddenToken';
    const obligations = aContractResult().obligations.map((obligation, index) =>
      index < 5 ? { ...obligation, state: 'not-tried' as const, observations: 0, reason } : obligation,
    );
    const [masthead = ''] = renderPage(aRun({ contract: aContractResult({ obligations }) })).split('<nav');
    expect(text(masthead)).toMatch(/ and 4 more ?\( ?not tried: the target has no forbiddenToken/);
    expect(masthead.split(reason)).toHaveLength(2);
  });

  it('lists many violations before it shows each', () => {
    const contract = aContractResult({
      verdict: 'failed',
      violations: Array.from({ length: 5 }, () => aViolation()),
    });
    const html = renderPage(aRun({ contract, load: null }));
    expect(html.includes('class="violation-index stacks"')).toBe(true);
    expect(page('failed').includes('class="violation-index')).toBe(false);
  });

  it('unfolds the first violations, and prints the requests of the first ten', () => {
    const violations = Array.from({ length: 12 }, () => aViolation());
    const html = renderPage(
      aRun({ contract: aContractResult({ verdict: 'failed', violations }), load: null }),
    );
    expect(all(html, /<details id="violation-(\d+)" class="violation failed" open/g)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(all(html, /<details id="violation-(\d+)"/g)).toHaveLength(12);
    expect(all(html, /<details class="(exchange screen-only)"/g)).toHaveLength(2);
    expect(text(html)).toContain('12 violations of 1 obligation.');
    expect(text(html)).toContain(
      'Printed are the requests and answers of the first 10; index.html and contract.json',
    );
    expect(text(page('failed'))).not.toContain('Printed are');
  });

  it('lists and folds many violations under load, and counts those that it does not show', () => {
    const violations = Array.from({ length: 203 }, (_, index) => ({
      check: 'schema',
      message: `/a${index} does not match its schema (type)`,
      count: 2,
      example: anExchange(),
    }));
    const verified = { responses: 2_000, bodies: 500, violations, bound: null };
    const html = renderPage(aRun({ contract: null, load: aLoadResult({ verdict: 'failed', verified }) }));
    expect(html.includes('<caption>All violations under load</caption>')).toBe(true);
    expect(html.includes('<a href="#load-violation-200">')).toBe(true);
    expect(all(html, /<details id="load-violation-(\d+)" class="violation failed" open/g)).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(text(html)).toContain('3 more violations: load.json in the run folder holds all of them.');
    expect(text(html)).toContain('406 violations of a schema in 500 bodies validated whole.');
  });

  it('says whose the latencies are where most requests failed', () => {
    const statuses = { '200': aLatency(118, 5_000), '500': aLatency(3, 12_640) };
    const said = 'the latencies are mostly those of failures';
    expect(text(renderPage(aRun({ load: aLoadResult({ statuses }) })))).toContain(
      `12,640 of 17,640 requests failed: ${said}`,
    );
    expect(text(page('failed'))).not.toContain(said);
  });

  it('folds buckets of chatrooms, and runs beyond the newest', () => {
    expect(page('passed')).toMatch(/<details class="buckets"><summary>By bucket of chatrooms/);
    expect(page('passed').includes('<details class="buckets" open')).toBe(false);
  });

  it.each([
    ['the difference', '<mark>null</mark>'],
    ['the place in the answer', '<mark>  &quot;last_rating&quot;: null,</mark>'],
    ['the command', '<code data-copy="true">curl --request PATCH'],
    ['the ledger entry', '<a href="#ledger-5">Ledger 5</a>'],
    ['the waiver and its end', '2026-04-30'],
    ['notices', 'updated_at is not documented'],
    ['choices', '403, 404 or 422'],
  ])('shows %s', (_, markup) => {
    // Not toContain: it would print the page.
    expect(page('failed').includes(markup)).toBe(true);
  });

  it('says on the first screen what is not put back', () => {
    const notices = [
      { code: 'not-put-back', message: 'a chatroom that this run changed is not put back: 301', count: 1 },
    ];
    const chatrooms = { used: 20, putBack: 17, left: 3, unread: 0 };
    const load = aLoadResult({ chatrooms });
    const html = text(renderPage(aRun({ contract: aContractResult({ notices }), load })));
    const firstScreen = html.slice(0, html.indexOf('Not verified'));
    expect(firstScreen).toContain('A chatroom that this run changed is not put back: 301');
    expect(firstScreen).toContain('3 chatrooms not put back; npm run restore with');
  });

  it('shows unknown percentiles as such, not as zero', () => {
    const load = aLoadResult({ latency: { ...aLoadResult().latency, p99_9: null } });
    expect(renderPage(aRun({ load })).includes('aria-label="too few samples"')).toBe(true);
  });

  it('gives every chart a table', () => {
    const charts = all(page('passed'), /<figure class="chart">([\s\S]*?)<\/figure>/g);
    expect(charts.length).toBeGreaterThanOrEqual(3);
    for (const chart of charts) expect(chart).toMatch(/role="img"[\s\S]*<details[\s\S]*<table/);
  });

  it('says why contracts fail beside their violations', () => {
    const contract = aContractResult({ verdict: 'failed', reason: '1 waiver has expired: 200/body' });
    expect(text(renderPage(aRun({ contract })))).toContain(
      'The run fails whatever else it shows: 1 waiver has expired: 200/body',
    );
  });

  it('says why contracts are incomplete', () => {
    const contract = aContractResult({ verdict: 'incomplete', reason: 'the target stopped answering' });
    expect(text(renderPage(aRun({ contract })))).toContain(
      'The run ended before every spec had run: the target stopped answering',
    );
  });
});

describe('hostile content', () => {
  it('stays text', () => {
    const html = page('hostile').replace(/<script>[\s\S]*?<\/script>\s*<\/body>/, '');
    expect(html).not.toMatch(/<(?:script|img|textarea)|<svg onload|<[^>]+onerror/);
    expect(html).toContain('&lt;/script>&lt;script>alert(1)');
  });

  it('is shown by its pictures, not by its effects', () => {
    expect(page('hostile')).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
    expect(page('hostile')).toContain('\\u001b[31mred');
  });

  it('is cut', () => {
    expect(Buffer.byteLength(page('hostile'))).toBeLessThan(400_000);
  });
});

describe('size', () => {
  it('fits 200 violations, 8 brands, an hour, a million requests', () => {
    const html = renderPage(largeRun());
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(largestPage);
    expect(html.includes('id="violation-200"')).toBe(true);
  });

  it('stays small whatever the headers and messages', () => {
    const headers = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`x-${index}`, '<'.repeat(10_000)]),
    );
    const violation = aViolation({ message: '"'.repeat(10_000), exchange: anExchange({ headers }) });
    const contract = aContractResult({
      verdict: 'failed',
      violations: Array.from({ length: 1_000 }, () => violation),
    });
    expect(Buffer.byteLength(renderPage(aRun({ contract })))).toBeLessThanOrEqual(largestPage);
  });

  it('counts what it does not show', () => {
    const contract = aContractResult({
      verdict: 'failed',
      violations: Array.from({ length: 203 }, () => aViolation()),
    });
    expect(text(renderPage(aRun({ contract, load: null })))).toContain('3 more violations');
  });
});
