import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aContractResult, anExchange, aViolation } from './fixtures/a-contract-result';
import { aRun } from './fixtures/runs';
import { readRun } from './run/read-run';
import { writeReport } from './write-report';

describe('writeReport', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes its files and leaves nothing else behind', async () => {
    const { indexFile, junitFile } = await writeReport(aRun(), join(folder, 'new'));
    expect(readdirSync(join(folder, 'new')).sort()).toEqual([
      'badge.json',
      'index.html',
      'junit.xml',
      'summary.md',
    ]);
    expect(readFileSync(indexFile, 'utf8')).toMatch(/^<!doctype html>/);
    expect(readFileSync(junitFile, 'utf8')).toMatch(/^<\?xml/);
  });

  it('replaces what an earlier report left', async () => {
    writeFileSync(join(folder, 'index.html'), 'left by an earlier report');
    await writeReport(aRun(), folder);
    expect(readFileSync(join(folder, 'index.html'), 'utf8').slice(-20)).toMatch(/<\/html>\n$/);
  });

  it('shows no secret that a run folder holds', async () => {
    const exchange = anExchange({
      headers: { authorization: 'Bearer planted-secret' },
      answer: '{"email":"planted@example.org"}',
    });
    const contract = aContractResult({ verdict: 'failed', violations: [aViolation({ exchange })] });
    writeFileSync(join(folder, 'contract.json'), JSON.stringify(contract));
    await writeReport(readRun(folder), folder);
    const written = readdirSync(folder)
      .filter((name) => name !== 'contract.json')
      .map((name) => join(folder, name))
      .map((file) => readFileSync(file, 'utf8'))
      .join();
    expect(/.{0,60}planted.{0,20}/.exec(written)?.[0]).toBeUndefined();
  });
});
