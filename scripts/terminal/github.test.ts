import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { github } from './github';

const said = (environment: NodeJS.ProcessEnv): { lines: string[]; speaker: ReturnType<typeof github> } => {
  const lines: string[] = [];
  const speaker = github(environment, (line) => lines.push(line), '/home/runner/work/repo/apis/chat');
  return { lines, speaker };
};

it('says nothing elsewhere', () => {
  const { lines, speaker } = said({});
  speaker.annotate(['::error::x']);
  speaker.end();
  expect(lines).toEqual([]);
});

it('stops commands at once, and lets them go before its own', () => {
  const { lines, speaker } = said({ GITHUB_ACTIONS: 'true' });
  speaker.annotate(['::error::x']);
  expect(lines).toHaveLength(1);
  speaker.end();
  const [, token = ''] = /^::stop-commands::([\w-]{30,})$/.exec(lines[0] ?? '') ?? [];
  expect(lines.slice(1)).toEqual([`::${token}::`, '::error::x']);
});

it('stops under another name each time', () => {
  const first = said({ GITHUB_ACTIONS: 'true' }).lines[0];
  expect(said({ GITHUB_ACTIONS: 'true' }).lines[0]).not.toBe(first);
});

it.each([
  ['/home/runner/work/repo', 'apis/chat/'],
  ['/home/runner/work/repo/apis/chat', ''],
  ['/elsewhere', ''],
  ['', ''],
])('in the workspace %s, files begin with "%s"', (workspace, prefix) => {
  expect(said({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace }).speaker.prefix).toBe(prefix);
});

it('adds to what the summary of the step has already', () => {
  const folder = mkdtempSync(join(tmpdir(), 'summary-'));
  const file = join(folder, 'summary.md');
  writeFileSync(file, 'before\n');
  said({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: file }).speaker.summarize('after');
  expect(readFileSync(file, 'utf8')).toBe('before\nafter\n');
  rmSync(folder, { recursive: true });
});
