import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aHistory, usualP95s } from '../fixtures/a-history';
import { hostileText } from '../fixtures/hostile-run';
import { RunError } from '../run/run-error';
import { readHistory, writeHistory } from './history-file';
import { renderRunsPage } from './runs-page';
import { writeRunsPage } from './write-runs-page';

describe('renderRunsPage', () => {
  const page = renderRunsPage(aHistory(usualP95s(40)), ({ name }) => `${name}/index.html`);

  it('links every run, newest first', () => {
    const links = [...page.matchAll(/href="([^"]*\/index\.html)"/g)].map(([, link]) => link);
    expect(links).toHaveLength(40);
    expect(links).toEqual([...links].sort().reverse());
  });

  it('draws the newest series', () => {
    expect(page).toMatch(/<title id="[^"]*">Latency over 40 runs: p95 of the newest/);
  });

  it('has a part for each target', () => {
    const other = aHistory([300], { target: { name: 'production', baseUrl: 'https://api.example.org' } });
    const both = renderRunsPage({ runs: [...aHistory([300]).runs, ...other.runs] }, () => undefined);
    expect(both).toContain('2 runs of 2 targets');
    expect(both.match(/<section id="target-/g)).toHaveLength(2);
  });

  it('lets text stay text, and stays small', () => {
    const hostile = aHistory(usualP95s(200), { headline: hostileText.slice(0, 200), name: hostileText });
    const html = renderRunsPage(hostile, () => undefined);
    expect(html.replace(/<script>[\s\S]*?<\/script>\s*<\/body>/, '')).not.toMatch(/<script|<img/);
    expect(Buffer.byteLength(html)).toBeLessThan(600_000);
  });
});

describe('the files', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'history-'));
    file = join(folder, 'history.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('are read as they were written', () => {
    const history = aHistory(usualP95s(3));
    writeHistory(file, history);
    expect(readHistory(file)).toEqual(history);
    expect(readHistory(join(folder, 'none.json'))).toEqual({ runs: [] });
  });

  it('are refused where they are something else', () => {
    writeFileSync(file, '{"runs":[{"name":"one"}]}');
    expect(() => readHistory(file)).toThrow(RunError);
  });

  it('links runs whose folders lie beside the history', async () => {
    const history = aHistory([300, 310]);
    const there = history.runs[1]?.name ?? '';
    mkdirSync(join(folder, there));
    writeFileSync(join(folder, there, 'index.html'), '');
    const page = readFileSync(await writeRunsPage(file, history), 'utf8');
    expect([...page.matchAll(/href="([^"#]*\/index.html)"/g)].map(([, link]) => link)).toEqual([
      `${encodeURIComponent(there)}/index.html`,
    ]);
  });

  it("do not replace somebody else's index.html", async () => {
    expect(await writeRunsPage(file, aHistory([300]))).toBe(join(folder, 'index.html'));
    expect(await writeRunsPage(file, aHistory([300]))).toBe(join(folder, 'index.html'));
    writeFileSync(join(folder, 'index.html'), 'mine');
    expect(await writeRunsPage(file, aHistory([300]))).toBe(join(folder, 'runs.html'));
  });
});
