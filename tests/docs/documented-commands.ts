import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const projectFolder = join(__dirname, '../..');

/** Every line of the shell blocks of README, CONTRIBUTING and docs/, without its comment, each once. */
export function documentedCommands(): string[] {
  const pages = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ];
  const lines = pages.flatMap((page) => {
    const blocks = readFileSync(join(projectFolder, page), 'utf8').matchAll(/```sh\n(.*?)```/gs);
    return [...blocks].flatMap(([, block = '']) => block.split('\n'));
  });
  return [...new Set(lines.map((line) => line.replace(/\s+# .*/, '').trim()))].filter((line) => line !== '');
}
