import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningCli {
  readonly child: ChildProcess;
  readonly ended: Promise<CliResult>;
  /** Resolves once the output, both streams together, has a text. Rejects where the program ends before. */
  readonly printed: (text: string) => Promise<void>;
}

const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

const projectFolder = join(__dirname, '../..');

/** Runs the command line as npm's scripts do, and waits for its end. */
export function runCli(
  parameters: readonly string[],
  environment: Record<string, string> = {},
): Promise<CliResult> {
  return startCli(parameters, environment).ended;
}

/**
 * Starts the command line with none of the caller's POPSELL_ and GITHUB_ variables.
 *
 * @param launcher a program that starts another one in its own place, with its arguments
 */
export function startCli(
  parameters: readonly string[],
  environment: Record<string, string> = {},
  launcher?: readonly [string, ...string[]],
): RunningCli {
  const [program, ...before]: [string, ...string[]] =
    launcher === undefined ? [process.execPath] : [...launcher, process.execPath];
  const child = spawn(program, [...before, '--import', 'tsx', 'scripts/cli.ts', ...parameters], {
    cwd: projectFolder,
    env: { ...inherited(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const output = { stdout: '', stderr: '' };
  const waiting: (() => void)[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
      waiting.forEach((look) => {
        look();
      });
    });
  }
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, ...output });
    });
  });
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (`${output.stdout}${output.stderr}`.includes(text)) resolve();
      };
      waiting.push(look);
      look();
      void ended.then((result) => {
        reject(new Error(`ended before it printed "${text}":\n${result.stdout}${result.stderr}`));
      });
    });
  return { child, ended, printed };
}

function inherited(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(POPSELL|GITHUB)_/.test(name) || name === 'POPSELL_CACHE_DIR',
    ),
  );
}
