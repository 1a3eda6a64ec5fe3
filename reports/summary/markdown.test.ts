import { hostileRun } from '../fixtures/hostile-run';
import { aRun, failedRun, loadOnlyRun } from '../fixtures/runs';
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
    expect(summary).not.toContain('`200/body/last_rating`');
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
