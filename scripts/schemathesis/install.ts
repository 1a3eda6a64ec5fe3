import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ExpectedError, exitCodes } from '../exit-codes';
import { messageOf } from '../k6/message-of';
import { runToEnd } from '../k6/programs/run-to-end';
import { projectFolder } from '../project-folder';

/** Everything of Schemathesis, what it writes while it runs included. */
export const schemathesisFolder = join(projectFolder, '.cache', 'schemathesis');

const requirements = join(__dirname, 'requirements.txt');
const environmentFolder = join(schemathesisFolder, 'venv');
/** Holds the requirements that are installed: written last, so that half an installation is none. */
const installedFile = join(schemathesisFolder, 'installed.txt');

const isWindows = process.platform === 'win32';
const programs = join(environmentFolder, isWindows ? 'Scripts' : 'bin');

/**
 * Installs the pinned Schemathesis into a virtual environment of its own, once, and gives the path of its program.
 * Throws an {@link ExpectedError} that says what is missing: Python, its venv module, or the package index.
 */
export async function installSchemathesis(say: (line: string) => void): Promise<string> {
  const program = join(programs, isWindows ? 'st.exe' : 'st');
  const wanted = readFileSync(requirements, 'utf8');
  if (installed() === wanted) return program;
  say(`installs ${wanted.trim()} in ${environmentFolder}`);
  rmSync(installedFile, { force: true });
  mkdirSync(schemathesisFolder, { recursive: true });
  await makeEnvironment();
  await installPackages();
  writeFileSync(installedFile, wanted);
  return program;
}

function installed(): string | undefined {
  try {
    return readFileSync(installedFile, 'utf8');
  } catch {
    return undefined;
  }
}

async function makeEnvironment(): Promise<void> {
  const python = process.env['PYTHON'] ?? (isWindows ? 'python' : 'python3');
  const tooOld =
    'import sys; sys.exit(None if sys.version_info >= (3, 10) else "it is Python " + sys.version)';
  await run(
    python,
    ['-c', tooOld],
    `${python} cannot be used: Schemathesis needs Python 3.10 or newer; install it, or name one in PYTHON`,
  );
  await run(
    python,
    ['-m', 'venv', '--clear', environmentFolder],
    `${python} made no virtual environment: its venv module is needed (Debian and Ubuntu: apt install python3-venv)`,
  );
}

function installPackages(): Promise<void> {
  const pip = [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--disable-pip-version-check',
    '--requirement',
    requirements,
  ];
  return run(
    join(programs, isWindows ? 'python.exe' : 'python'),
    pip,
    'pip could not install Schemathesis: it needs PyPI, or the index that pip is configured for',
  );
}

async function run(file: string, parameters: readonly string[], failure: string): Promise<void> {
  try {
    const { signal } = new AbortController();
    await runToEnd(file, parameters, { folder: schemathesisFolder, environment: process.env, signal });
  } catch (error) {
    throw new ExpectedError(exitCodes.unusableTarget, `${failure}\n${messageOf(error)}`, { cause: error });
  }
}
