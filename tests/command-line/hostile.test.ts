import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { elementsOf, parseXml } from '../../reports/fixtures/parse-xml';
import { startHostileServer, type HostileServer } from '../support/hostile-server';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

const token = 'planted-token-3f9a8c';

describe('contracts and load against a provider that wants to break who shows its answers', () => {
  const folder = scratchFolder();
  let server: HostileServer;
  let results: CliResult[];

  beforeAll(async () => {
    server = await startHostileServer();
    const target = aTargetFile({
      baseUrl: server.baseUrl,
      token,
      brands: [{ id: 3, chatrooms: [301, 302] }],
    });
    const common = ['--target', target, '--out', folder];
    const contracts = await runCli(['contracts', ...common, '--only', '401']);
    server.beginAnew();
    results = [contracts, await runCli(['load', ...common, '--rate', '20', '--duration', '3s'])];
  });
  afterAll(() => {
    server.close();
  });

  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const printed = (): string => results.map(({ stdout, stderr }) => `${stdout}${stderr}`).join('');

  it('ends with a verdict each', () => {
    const [contracts, load] = results.map(({ exitCode }) => exitCode);
    expect(contracts).toBe(1);
    // 4 on a machine that is too busy to send what was asked.
    expect([1, 4]).toContain(load);
  });

  it('prints nothing that a terminal or a CI system would obey', () => {
    expect(printed()).toContain('alert(1)');
    expect(printed()).not.toMatch(/(?![\n\t])[\p{Cc}\p{Cf}]/u);
    expect(printed()).not.toMatch(/^::|##\[/m);
  });

  it('leaves a page with no element of the provider', () => {
    const html = read('index.html').replace(/<script>[\s\S]*?<\/script>\s*<\/body>/, '');
    expect(html.includes('&lt;/script>&lt;script>alert(1)')).toBe(true);
    expect(/<(?:script|img)(?! type="application\/json")|<[^>]+onerror/.exec(html)?.[0]).toBeUndefined();
    expect(/(?![\n\t])[\p{Cc}\p{Cf}]/u.exec(html)?.[0]).toBeUndefined();
  });

  it('leaves files that open', () => {
    expect(elementsOf(parseXml(read('junit.xml')), 'failure').length).toBeGreaterThan(3);
    const { log } = JSON.parse(read('exchanges.har')) as { log: { entries: unknown[] } };
    expect(log.entries.length).toBeGreaterThan(20);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
      expect(JSON.parse(read(name))).toBeTruthy();
  });

  it.each([token, token.slice(0, -1), token.slice(1), 'planted-cookie', 'planted@example.org'])(
    'shows no %s',
    (secret) => {
      expect(readdirSync(folder).filter((name) => read(name).includes(secret))).toEqual([]);
      expect(printed().includes(secret)).toBe(false);
    },
  );
});
