import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { devDependencies } from '../../../package.json';

export interface FoundChromium {
  readonly path: string;
  /** Libraries that come with it, for machines without them. */
  readonly libraries?: string;
}

const projectFolder = join(__dirname, '../../..');
const installed = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const onMac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** CHROMIUM_PATH, an installed Chrome or Chromium, or the one that @sparticuz/chromium packs, unpacked once. */
export function findChromium(environment: NodeJS.ProcessEnv): FoundChromium {
  const named = environment['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { path: named };
  const folders = (environment['PATH'] ?? '').split(':');
  const candidates = [...installed.flatMap((name) => folders.map((folder) => join(folder, name))), onMac];
  const found = candidates.find((path) => existsSync(path));
  return found === undefined ? unpacked() : { path: found };
}

/** Beside the other things that are kept between runs. Renamed into place: several workers may unpack at once. */
function unpacked(): FoundChromium {
  const folder = join(projectFolder, '.cache', 'chromium', devDependencies['@sparticuz/chromium']);
  const chromium = { path: join(folder, 'chromium'), libraries: join(folder, 'al2023', 'lib') };
  if (existsSync(chromium.path)) return chromium;
  const aside = `${folder}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  // For Linux on x64: elsewhere the launch fails, and CHROMIUM_PATH is what helps.
  const program = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: projectFolder,
    // It unpacks into the folder for temporary files, and its libraries only where it believes to be in a lambda.
    env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`@sparticuz/chromium could not be unpacked: ${stderr}`);
  try {
    renameSync(aside, folder);
  } catch {
    // Another worker was faster.
    rmSync(aside, { recursive: true, force: true });
  }
  return chromium;
}
