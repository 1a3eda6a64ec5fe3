import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A program without a shell: Node runs its lines. Not for Windows, which knows no `#!`. */
export function program(lines: string): string {
  return `#!${process.execPath}\n${lines}\n`;
}

/** A k6 that can only tell its version. */
export function fakeK6(version = '2.2.0'): string {
  return program(`if (process.argv[2] === 'version') console.log('k6 v${version} (go1.26.8, linux/amd64)');`);
}

/** A Go of that version whose `go build` runs the lines; `output` is the file after -o. */
export function fakeGo(build: string, version = '1.26.8'): string {
  return program(`
    if (process.argv[2] === 'version') console.log('go version go${version} linux/amd64');
    else {
      const output = process.argv[process.argv.indexOf('-o') + 1];
      ${build}
    }`);
}

/** The lines of a `go build` that writes this k6. */
export function writes(k6: string): string {
  return `require('node:fs').writeFileSync(output, ${JSON.stringify(k6)});`;
}

/** A bsdtar that knows one archive, with one file in it. */
export function fakeZipReader(entry: string, content: string): string {
  return program(`
    if (process.argv[4] === ${JSON.stringify(entry)}) process.stdout.write(${JSON.stringify(content)});
    else {
      console.error('tar: ' + process.argv[4] + ': Not found in archive');
      process.exitCode = 1;
    }`);
}

/** Writes an executable file and returns its path. */
export async function install(file: string, text: string): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}
