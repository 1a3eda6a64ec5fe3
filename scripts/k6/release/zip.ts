import { buffer } from 'node:stream/consumers';

import { openPromise } from 'yauzl';

export async function fileInZip(
  archive: string,
  entry: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const zip = await openPromise(archive, { autoClose: false });
  try {
    for await (const candidate of zip.eachEntry()) {
      if (candidate.fileName !== entry) continue;
      if (candidate.uncompressedSize > maxBytes) throw new Error(`${entry} is larger than ${maxBytes} bytes`);
      return await buffer(await zip.openReadStreamPromise(candidate));
    }
    return undefined;
  } finally {
    zip.close();
  }
}
