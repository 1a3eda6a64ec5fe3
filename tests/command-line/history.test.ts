import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { aHistory, aSlowerRun, usualP95s } from '../../reports/fixtures/a-history';
import { writeHistory } from '../../reports/history/history-file';
import type { HistoryFile } from '../../schemas/generated/types';
import { contractsAgainst } from '../support/contracts-against';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFile, scratchFolder } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

const historyIn = (file: string): HistoryFile => JSON.parse(readFileSync(file, 'utf8')) as HistoryFile;

/** The folder of a run that is slower than usual, on a day. */
function slowRunFolder(day: string): string {
  const folder = scratchFolder();
  const { contract, load } = aSlowerRun(1.3);
  writeFileSync(
    join(folder, 'contract.json'),
    JSON.stringify({ ...contract, startedAt: `${day}T08:00:00Z` }),
  );
  writeFileSync(join(folder, 'load.json'), JSON.stringify({ ...load, startedAt: `${day}T08:01:00Z` }));
  return folder;
}

describe('report --history', () => {
  const file = join(scratchFolder(), 'kept', 'history.json');
  const report = (day: string, ...more: string[]): Promise<CliResult> =>
    runCli(['report', slowRunFolder(day), '--history', file, ...more]);

  test('a slower run asks for two more, and the third ends with 99, until its speed is accepted', async () => {
    writeHistory(file, aHistory(usualP95s(30)));
    const first = await report('2026-03-03');
    expect(first.stdout).toContain('2 more runs will tell whether it is slower');
    expect(first.exitCode).toBe(0);
    expect((await report('2026-03-04')).exitCode).toBe(0);
    const third = await report('2026-03-05');
    expect(third.stdout).toContain('✗ Failed');
    expect(third.stdout).toContain('slower than its earlier runs');
    expect(third.exitCode).toBe(99);
    expect((await report('2026-03-06', '--new-baseline')).exitCode).toBe(0);
    expect((await report('2026-03-07')).exitCode).toBe(0);
    expect(historyIn(file).runs).toHaveLength(35);
    expect(readFileSync(join(file, '../index.html'), 'utf8')).toContain('35 runs of 1 target');
  });
});

test('a report that is rendered again without the history says what it said', async () => {
  const file = join(scratchFolder(), 'history.json');
  writeHistory(file, aHistory([...usualP95s(30), 404, 418]));
  const folder = slowRunFolder('2026-03-05');
  const first = await runCli(['report', folder, '--history', file]);
  expect(first.exitCode).toBe(99);
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  rmSync(file);
  // As an artifact that was unpacked on another machine.
  const copy = join(scratchFolder(), basename(folder));
  cpSync(folder, copy, { recursive: true });
  expect((await runCli(['report', copy])).exitCode).toBe(99);
  expect(readFileSync(join(copy, 'index.html'), 'utf8') === page).toBe(true);
});

test('what another run left in the folder is no history of this one', async () => {
  const folder = slowRunFolder('2026-03-05');
  writeHistory(join(folder, 'earlier-runs.json'), aHistory(usualP95s(30)));
  await runCli(['report', folder]);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toContain('id="history"');
});

test('a contract run is added to a history, and says what it changed', async () => {
  const file = join(scratchFolder(), 'history.json');
  const parameters = ['--target', aTargetFile(), '--only', '404', '--history', file];
  await contractsAgainst([], parameters);
  const { folder, stdout } = await contractsAgainst(['403-for-unknown-chatroom'], parameters);
  expect(historyIn(file).runs.map(({ contract }) => contract?.verdict)).toEqual(['passed', 'failed']);
  expect(stdout).toContain('Since the last run\n  newly broken  404/');
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Newly broken');
});

test.each([
  ['a file that is no history', ['--history', scratchFile({ runs: [{}] })], /must have required property/],
  ['--new-baseline without a history', ['--new-baseline'], /name it with --history FILE/],
])('%s ends with 2, and nothing is sent', async (_, parameters, message) => {
  const out = join(scratchFolder(), 'run');
  const { exitCode, stderr } = await runCli(['start', '--out', out, ...parameters]);
  expect(stderr).toMatch(message);
  expect(exitCode).toBe(2);
  expect(existsSync(out)).toBe(false);
});
