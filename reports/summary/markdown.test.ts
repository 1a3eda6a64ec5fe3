import { aContractResult, anExchange, aViolation } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { hostileRun } from '../fixtures/hostile-run';
import { aRun, failedRun, invalidRun, loadOnlyRun } from '../fixtures/runs';
import { renderMarkdownSummary } from './markdown';

describe('renderMarkdownSummary', () => {
  it('begins with the verdict', () => {
    expect(renderMarkdownSummary(aRun())).toMatch(/^### ✅ Passed: All 39 obligations held; p95/);
  });

  it('shows open violations in a table, waived ones not', () => {
    const summary = renderMarkdownSummary(failedRun());
    expect(summary).toContain(
      '| `422/header/X-Popsell-Brand/missing` | `500 Internal Server Error` | `422 Unprocessable Content` | 12 |',
    );
    expect(summary).not.toContain('| `200/body/last_rating`');
    expect(summary).toContain('- waiver: `200/body/last_rating` until ');
  });

  it('names the one answer behind many violations', () => {
    const violations = [1, 2, 3].map(() => aViolation({ exchange: anExchange({ status: 503 }) }));
    const run = aRun({ contract: aContractResult({ verdict: 'failed', violations }) });
    expect(renderMarkdownSummary(run)).toContain('All 3 violations got a 503');
  });

  it('says what was not verified', () => {
    expect(renderMarkdownSummary(failedRun())).toContain(
      'Not verified: `200/body/ambassadors/*/online`, `403/token`',
    );
    expect(renderMarkdownSummary(aRun())).not.toContain('Not verified');
  });

  it('says what a load run could not put back, and what does', () => {
    const chatrooms = { used: 20, putBack: 17, left: 3, unread: 0 };
    expect(renderMarkdownSummary(aRun({ load: aLoadResult({ chatrooms }) }))).toContain(
      "- 3 chatrooms not put back; npm run restore with this run's folder tries again",
    );
    expect(renderMarkdownSummary(aRun({ load: aLoadResult({ leftByShard: { 2: 1 } }) }))).toContain(
      '- not put back: 1 chatroom of shard 2; npm run restore with the folders of all shards tries again',
    );
    expect(renderMarkdownSummary(aRun())).not.toContain('put back');
  });

  it('says in spite of which waivers a run passed, and which fail it', () => {
    const waiver = { obligation: '404/body', reason: 'HTML *error* page', expires: '2026-12-01' };
    const waivers = (['matched', 'gone'] as const).map((outcome) => ({ ...waiver, outcome }));
    const summary = renderMarkdownSummary(aRun({ contract: aContractResult({ waivers }) }));
    expect(summary).toMatch(
      /- waiver: `404\/body` until 2026-12-01, broken and accepted \(HTML .*error.* page\)\n/,
    );
    expect(summary).toContain('the deviation is gone, which fails the run: delete the waiver');
  });

  it('has the notices, which may explain what is broken', () => {
    const notices = [...Array(7).keys()].map((n) => ({
      code: 'rate-limited',
      message: `<b> ${n}`,
      count: 1,
    }));
    expect(renderMarkdownSummary(aRun({ contract: aContractResult({ notices }) }))).toMatch(
      /- notice: &lt;b&gt; 0\n(?:- notice: .*\n){4}- and 2 more notices/,
    );
  });

  it('says what was broken under load, and why a run is not valid', () => {
    const verified = {
      ...aLoadResult().verified,
      violations: [{ check: 'own id', message: '/id_chatroom is not the id', count: 3 }],
    };
    expect(renderMarkdownSummary(aRun({ load: aLoadResult({ verdict: 'failed', verified }) }))).toContain(
      '- own id: /id\\_chatroom is not the id (3 times)',
    );
    expect(renderMarkdownSummary(invalidRun())).toContain('- not valid: the generator dropped 1,204');
  });

  it('says that a half is missing', () => {
    expect(renderMarkdownSummary(loadOnlyRun())).toContain('No contract data');
  });

  it('lets text of the provider stay text', () => {
    const summary = renderMarkdownSummary(hostileRun());
    expect(summary.replace(/`[^`\n]*`/g, '')).not.toMatch(/<(?:script|img|svg)/);
    expect(summary.length).toBeLessThan(6_000);
  });
});
