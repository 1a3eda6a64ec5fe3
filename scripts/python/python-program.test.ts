import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { install, program } from '../k6/testing/fake-programs';
import { pythonProgram } from './python-program';

// The fake Python begins with "#!", which Windows does not know.
const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('pythonProgram', () => {
  const python = process.env['PYTHON'];
  let folder: string;
  let said: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'popsell-python-'));
    said = [];
  });
  afterEach(() => {
    if (python === undefined) delete process.env['PYTHON'];
    else process.env['PYTHON'] = python;
    rmSync(folder, { recursive: true, force: true });
  });

  /** A Python that writes down what it is asked for, makes an environment with itself in it, and fails at one word. */
  async function aPython(failsAt = 'nothing'): Promise<void> {
    const lines = `
      const fs = require('node:fs');
      const given = process.argv.slice(2).join(' ');
      fs.appendFileSync(${JSON.stringify(join(folder, 'asked.txt'))}, given.split(' ').slice(0, 2).join(' ') + '\\n');
      if (given.includes(${JSON.stringify(failsAt)})) { console.error('no such thing'); process.exit(1); }
      if (given.includes('venv')) {
        const bin = process.argv[5] + '/bin';
        fs.mkdirSync(bin, { recursive: true });
        fs.copyFileSync(__filename, bin + '/python');
        fs.chmodSync(bin + '/python', 0o755);
      }`;
    process.env['PYTHON'] = await install(join(folder, 'python'), program(lines));
  }

  const find = (pinned = 'locust==1.0.0'): Promise<string> => {
    const requirements = join(folder, 'requirements.txt');
    writeFileSync(requirements, `${pinned}\n`);
    return pythonProgram({ program: 'locust', requirements, folder, say: (line) => said.push(line) });
  };
  const asked = (): string[] => readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n');

  test('is installed once, and again where another version is wanted', async () => {
    await aPython();
    const path = join(folder, 'venv', 'bin', 'locust');
    expect(await find()).toBe(path);
    expect(await find()).toBe(path);
    expect(asked()).toEqual(['-c import', '-m venv', '-m pip']);
    await find('locust==2.0.0');
    expect(asked()).toHaveLength(6);
    expect(said).toEqual([
      `installs locust==1.0.0 in ${join(folder, 'venv')}`,
      `installs locust==2.0.0 in ${join(folder, 'venv')}`,
    ]);
  });

  test('half an installation is none', async () => {
    await aPython('pip');
    await expect(find()).rejects.toThrow(
      /^pip could not install .*requirements\.txt: it needs PyPI.*\nno such thing$/s,
    );
    await aPython();
    await find();
    expect(asked().slice(-3)).toEqual(['-c import', '-m venv', '-m pip']);
  });

  test.each([
    ['version_info', / cannot be used: Python 3\.10 or newer is needed/],
    ['venv', / made no virtual environment: its venv module is needed/],
  ])('says what is missing where Python fails at %s', async (word, message) => {
    await aPython(word);
    await expect(find()).rejects.toThrow(message);
  });
});
