import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ExpectedError, exitCodes } from '../exit-codes';
import { messageOf } from '../k6/message-of';
import { runToEnd } from '../k6/programs/run-to-end';

interface Wanted {
  /** The program's name, such as "st". */
  readonly program: string;
  /** A requirements.txt that pins it. */
  readonly requirements: string;
  /** Where the virtual environment is kept. */
  readonly folder: string;
  readonly say: (line: string) => void;
}

const isWindows = process.platform === 'win32';

/**
 * The path of a program of PyPI, which is installed at first into a virtual environment of its own. Throws an
 * {@link ExpectedError} that says what is missing: Python, its venv module, or the package index.
 */
export async function pythonProgram({ program, requirements, folder, say }: Wanted): Promise<string> {
  const environment = join(folder, 'venv');
  const programs = join(environment, isWindows ? 'Scripts' : 'bin');
  // Holds the requirements that are installed: written last, so that half an installation is none.
  const installedFile = join(folder, 'installed.txt');
  const wanted = readFileSync(requirements, 'utf8');
  if (textOf(installedFile) !== wanted) {
    say(`installs ${wanted.trim()} in ${environment}`);
    rmSync(installedFile, { force: true });
    mkdirSync(folder, { recursive: true });
    await makeEnvironment(environment, folder);
    await installPackages(join(programs, executable('python')), requirements, folder);
    writeFileSync(installedFile, wanted);
  }
  return join(programs, executable(program));
}

const executable = (name: string): string => (isWindows ? `${name}.exe` : name);

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function makeEnvironment(environment: string, folder: string): Promise<void> {
  const python = process.env['PYTHON'] ?? (isWindows ? 'python' : 'python3');
  const tooOld =
    'import sys; sys.exit(None if sys.version_info >= (3, 10) else "it is Python " + sys.version)';
  await run(
    python,
    ['-c', tooOld],
    folder,
    `${python} cannot be used: Python 3.10 or newer is needed; install it, or name one in PYTHON`,
  );
  await run(
    python,
    ['-m', 'venv', '--clear', environment],
    folder,
    `${python} made no virtual environment: its venv module is needed (Debian and Ubuntu: apt install python3-venv)`,
  );
}

function installPackages(python: string, requirements: string, folder: string): Promise<void> {
  return run(
    python,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--requirement', requirements],
    folder,
    `pip could not install ${requirements}: it needs PyPI, or the index that pip is configured for`,
  );
}

async function run(
  file: string,
  parameters: readonly string[],
  folder: string,
  failure: string,
): Promise<void> {
  try {
    const { signal } = new AbortController();
    await runToEnd(file, parameters, { folder, environment: process.env, signal });
  } catch (error) {
    throw new ExpectedError(exitCodes.unusableTarget, `${failure}\n${messageOf(error)}`, { cause: error });
  }
}
