import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const blockBytes = 512;
/** '0', and NUL in archives older than POSIX. */
const regularFileTypes: readonly (number | undefined)[] = [0x30, 0];

export async function fileInTarGz(
  archive: string,
  entry: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const tar = await promisify(gunzip)(await readFile(archive), { maxOutputLength: maxBytes });
  return fileInTar(tar, entry);
}

/**
 * Finds a regular file with a name of at most 100 characters: enough for a release of k6, whose tar
 * files GNU tar writes. Headers of other kinds, such as those of pax, are skipped.
 */
function fileInTar(tar: Buffer, entry: string): Buffer | undefined {
  for (let start = 0; start + blockBytes <= tar.length;) {
    const header = tar.subarray(start, start + blockBytes);
    if (header.every((byte) => byte === 0)) return undefined;
    checkHeader(header);
    const contentStart = start + blockBytes;
    const contentEnd = contentStart + octal(header, 124, 136);
    if (contentEnd > tar.length) throw new Error('the archive ends within a file');
    if (regularFileTypes.includes(header[156]) && nameIn(header) === entry) {
      return tar.subarray(contentStart, contentEnd);
    }
    start = Math.ceil(contentEnd / blockBytes) * blockBytes;
  }
  return undefined;
}

/** A header holds the sum of its bytes, with its own eight counted as spaces. */
function checkHeader(header: Buffer): void {
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 0x20 : byte), 0);
  if (sum !== octal(header, 148, 156))
    throw new Error('the archive is damaged: a header has a wrong checksum');
}

function nameIn(header: Buffer): string {
  return textIn(header, 0, 100).replace(/^\.\//, '');
}

function octal(header: Buffer, start: number, end: number): number {
  const digits = textIn(header, start, end).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error('the archive is damaged: a header has no octal number');
  return Number.parseInt(digits, 8);
}

function textIn(header: Buffer, start: number, end: number): string {
  const [text = ''] = header.toString('latin1', start, end).split('\0');
  return text;
}
