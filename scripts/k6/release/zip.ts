import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

interface Failure extends Error {
  readonly code?: number | string | null;
  readonly stderr?: Buffer;
}

/** Reads one file out of a zip. @param zipReader see {@link systemZipReader} */
export async function fileInZip(
  archive: string,
  entry: string,
  maxBytes: number,
  zipReader: string,
): Promise<Buffer | undefined> {
  try {
    // A tar takes "C:" before a path for a host, so the archive is named from its own folder.
    const { stdout } = await promisify(execFile)(zipReader, ['-xOf', basename(archive), entry], {
      cwd: dirname(archive),
      encoding: 'buffer',
      maxBuffer: maxBytes,
      env: { ...process.env, LC_ALL: 'C' },
      windowsHide: true,
    });
    return stdout;
  } catch (error) {
    const { code, stderr, message } = error as Failure;
    const said = stderr?.toString().trim() ?? '';
    if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER')
      throw new Error(`${entry} is larger than ${maxBytes} bytes`, { cause: error });
    if (code === 'ENOENT') throw new Error(`there is no ${zipReader} to unpack it with`, { cause: error });
    if (/not found in archive/i.test(said)) return undefined;
    throw new Error(`${zipReader}: ${said || message}`, { cause: error });
  }
}
