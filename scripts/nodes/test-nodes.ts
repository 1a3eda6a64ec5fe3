import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { projectFolder } from '../project-folder';
import { nodePackage } from './node-package';

/** What `engines` promises: the long-term releases since the oldest that is supported. */
const supported = ['20', '22', '24'];

/** This npm, as a script: its name differs from system to system. */
const npm = process.env['npm_execpath'];

/**
 * Runs `npm test` under each supported major of Node, one after the other, or under those behind `--`. Each is
 * fetched from the npm registry into a folder of its own, which is gone afterwards.
 */
async function main(): Promise<void> {
  if (npm === undefined) throw new Error('to be started by npm run test:nodes');
  const majors = process.argv.length > 2 ? process.argv.slice(2) : supported;
  const results: string[] = [];
  for (const major of majors) {
    const exitCode = await testUnder(major, npm);
    if (exitCode !== 0) process.exitCode = 1;
    results.push(`Node ${major}: ${exitCode === 0 ? 'passed' : `npm test ended with ${String(exitCode)}`}`);
  }
  console.log(`\n${results.join('\n')}`);
}

async function testUnder(major: string, npmScript: string): Promise<number | null> {
  const folder = mkdtempSync(join(tmpdir(), 'popsell-node-'));
  try {
    const { name, executable } = nodePackage(process.platform, process.arch);
    const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'];
    const installed = await run(process.execPath, [npmScript, ...install, `${name}@${major}`], process.env);
    if (installed !== 0) throw new Error(`${name}@${major} could not be installed`);
    const node = join(folder, 'node_modules', name, executable);
    await run(node, ['--print', '`\\nNode ${process.version}`'], process.env);
    return await run(node, [npmScript, 'test'], first(dirname(node)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The environment in which `node` is the one of a folder. */
function first(folder: string): NodeJS.ProcessEnv {
  // Windows writes it Path, and knows no difference.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...process.env, [name]: `${folder}${delimiter}${process.env[name] ?? ''}` };
}

function run(program: string, parameters: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    spawn(program, parameters, { cwd: projectFolder, env, stdio: 'inherit' })
      .once('error', reject)
      .once('exit', resolve);
  });
}

void main();
